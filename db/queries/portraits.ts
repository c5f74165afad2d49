import { eq } from 'drizzle-orm';
import type { PortraitSize } from '@/domain/mentors';
import type { Executor } from '../client';
import { portraits } from '../schema/portraits';

export async function insertPortrait(executor: Executor, values: typeof portraits.$inferInsert) {
  await executor.insert(portraits).values(values);
}

export async function deletePortrait(executor: Executor, { mentorId }: { mentorId: string }) {
  await executor.delete(portraits).where(eq(portraits.mentorId, mentorId));
}

/** Whose pictures somebody may see, row-level security says. */
export async function getPortraitBytes(
  executor: Executor,
  { id, size }: { id: string; size: PortraitSize },
): Promise<Uint8Array | null> {
  const [row] = await executor
    .select({ bytes: portraits[size] })
    .from(portraits)
    .where(eq(portraits.id, id))
    .limit(1);
  return row?.bytes ?? null;
}
