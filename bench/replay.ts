/**
 * What the service sends for one order, kept so that the same can be sent for others: the floor under an
 * order, with nothing in between but the driver. Unlike the list of `raw-booking.ts` it follows the
 * service, statement by statement.
 */
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';

export interface Sent {
  text: string;
  parameters: unknown[];
}

/** Everything that goes out through the pool while `work` is done. */
export async function record(work: () => Promise<unknown>): Promise<Sent[]> {
  const { watching } = await import('../db/connection');
  const sent: Sent[] = [];
  watching.statement = (text, parameters) => sent.push({ text, parameters: [...parameters] });
  await work();
  watching.statement = null;
  return sent;
}

/**
 * The same for somebody else: ids that are in `ids` become theirs, other ids and the references of
 * bookings become new ones.
 */
export function forOthers(sent: readonly Sent[], ids: ReadonlyMap<string, string>): Sent[] {
  const known = new Map(ids);
  const newId = (id: string): string => {
    const other = known.get(id) ?? uuidv7();
    known.set(id, other);
    return other;
  };
  const renew = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renew);
    if (typeof value !== 'string') return value;
    return value
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, newId)
      .replaceAll(/BAO-\w+/g, () => `BAO-${uuidv7().slice(-10).toUpperCase()}`);
  };
  return sent.map(({ text, parameters }) => ({ text, parameters: parameters.map(renew) }));
}

/** Sends all of it, prepared, without waiting in between. */
export async function replay(
  connection: postgres.ReservedSql,
  statements: readonly Sent[],
): Promise<void> {
  await Promise.all(
    statements.map(({ text, parameters }) =>
      connection.unsafe(text, parameters as string[], { prepare: parameters.length > 0 }),
    ),
  );
}
