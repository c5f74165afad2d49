/**
 * The SQL of one booking, as the baseline: what the service sent for a signed-in mentee who booked one
 * priced session by video when each part of a booking still asked for itself, 31 statements with those
 * of the transaction. It stays as it is while the service gets better, so that what is merged there
 * counts; only where a table changes do its statements follow.
 *
 * Parameters have these in braces: `mentor`, `service`, `variant`, `mentee`, `account` (the mentee's),
 * `organization`; `new1` and so on, an id each; `reference`; `now`; `start`, with minutes to add or take
 * away, and `date`, the UTC date of such an instant.
 */
import type postgres from 'postgres';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import frozen from './booking-statements.json' with { type: 'json' };

export interface RawBooking {
  mentor: string;
  service: string;
  variant: string;
  mentee: string;
  account: string;
  organization: string;
  now: Temporal.Instant;
  start: Temporal.Instant;
}

export const rawStatementCount = frozen.length;

/** Books by the list, each statement prepared, and sent when the one before it has been answered. */
export async function sendRawBooking(
  connection: postgres.ReservedSql,
  booking: RawBooking,
): Promise<void> {
  for (const { text, parameters } of statementsOf(booking)) {
    await connection.unsafe(text, parameters, { prepare: parameters.length > 0 });
  }
}

function statementsOf({ now, start, ...ids }: RawBooking) {
  const known = new Map<string, string>(Object.entries(ids));
  known.set('now', now.toString());
  known.set('reference', `BAO-${uuidv7().slice(-10).toUpperCase()}`);
  const valueOf = (name: string): string => {
    const [, what, minutes] = /^(start|date)([+-]\d+)?$/.exec(name) ?? [];
    if (what !== undefined) {
      const at = start.add({ minutes: Number(minutes ?? 0) }).toString();
      return what === 'date' ? at.slice(0, 10) : at;
    }
    const value = known.get(name) ?? uuidv7();
    known.set(name, value);
    return value;
  };
  return frozen.map(({ text, parameters }) => ({
    text,
    parameters: parameters.map((value) =>
      value === null
        ? null
        : value.replaceAll(/\{(\w+(?:[+-]\d+)?)\}/g, (_, name: string) => valueOf(name)),
    ),
  }));
}
