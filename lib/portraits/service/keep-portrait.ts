import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { getOwnMentor } from '@/db/queries/own-mentor';
import { deletePortrait, insertPortrait } from '@/db/queries/portraits';
import { actAsMentor } from '@/lib/mentors/service/act-as-mentor';
import { ok, refused, type Result } from '@/kernel/result';
import type { PortraitRefusal } from '../schema';
import { encodePortrait } from './encode-portrait';

/** Gives a mentor a picture in place of the one before, which is gone for good: it was theirs. */
export async function keepPortrait({
  userId,
  file,
  now,
}: {
  userId: string;
  file: Uint8Array;
  now: Temporal.Instant;
}): Promise<Result<{ portraitId: string }, PortraitRefusal>> {
  // Decoding takes long: not for those who have no page, and not under the lock.
  if (!(await getOwnMentor(db, { userId, now }))) return refused('not_found');
  const encoded = await encodePortrait(file);
  if (!encoded.ok) return encoded;
  const portraitId = uuidv7();
  return actAsMentor<{ portraitId: string }, PortraitRefusal>({ userId, now }, async (tx) => {
    await deletePortrait(tx, { mentorId: userId });
    const { small, large } = encoded.value;
    await insertPortrait(tx, { id: portraitId, mentorId: userId, small, large, createdAt: now });
    return ok({ portraitId });
  });
}

/** Takes a mentor's picture away. Harmless when there is none. */
export async function removePortrait({
  userId,
  now,
}: {
  userId: string;
  now: Temporal.Instant;
}): Promise<Result<null, 'not_found'>> {
  return actAsMentor<null, 'not_found'>({ userId, now }, async (tx) => {
    await deletePortrait(tx, { mentorId: userId });
    return ok(null);
  });
}
