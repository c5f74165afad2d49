import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { mailPauses } from '../schema/outbox';

/** Until when the transport's other side wants no mail; null when it never said. */
export async function getMailPause(
  executor: Executor,
  { transport }: { transport: string },
): Promise<Temporal.Instant | null> {
  const [row] = await executor
    .select({ resumesAt: mailPauses.resumesAt })
    .from(mailPauses)
    .where(eq(mailPauses.transport, transport))
    .limit(1);
  return row?.resumesAt ?? null;
}

/** Keeps the longest of what several runs were asked for. */
export async function extendMailPause(
  executor: Executor,
  values: { transport: string; resumesAt: Temporal.Instant },
): Promise<void> {
  await executor
    .insert(mailPauses)
    .values(values)
    .onConflictDoUpdate({
      target: mailPauses.transport,
      set: { resumesAt: sql`greatest(${mailPauses.resumesAt}, excluded.resumes_at)` },
    });
}
