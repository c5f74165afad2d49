import type { Temporal } from 'temporal-polyfill';
import { lockSessions } from '@/db/queries/sessions';
import {
  archiveMaterial,
  countMaterials,
  getSideInBooking,
  insertMaterial,
} from '@/db/queries/notes';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { isClosed } from '../rules';
import { type MaterialRefusal, mostMaterials } from '../schema';

/** The mentor gives everybody in a session something to prepare with. Any of its bookings names it. */
export async function addMaterial({
  userId,
  bookingId,
  now,
  ...material
}: {
  userId: string;
  bookingId: string;
  title: string;
  body: string;
  url: string;
  now: Temporal.Instant;
}): Promise<Result<null, MaterialRefusal>> {
  return inTransaction<Result<null, MaterialRefusal>>(async (tx) => {
    const side = await getSideInBooking(tx, { bookingId, userId, now });
    if (!side?.isMentor) return refused('not_found');
    if (isClosed(side)) return refused('closed');
    const { sessionId } = side;
    // One after the other, so that two at once cannot both be the last that fits.
    await lockSessions(tx, { ids: [sessionId] });
    if ((await countMaterials(tx, { sessionId })) >= mostMaterials) return refused('too_many');
    await insertMaterial(tx, { sessionId, ...material, createdAt: now });
    return ok(null);
  });
}

/** Takes a material away; the row stays, since mentees may have prepared with it. */
export async function removeMaterial({
  userId,
  bookingId,
  materialId,
  now,
}: {
  userId: string;
  bookingId: string;
  materialId: string;
  now: Temporal.Instant;
}): Promise<Result<null, 'not_found'>> {
  return inTransaction<Result<null, 'not_found'>>(async (tx) => {
    const side = await getSideInBooking(tx, { bookingId, userId, now });
    if (!side?.isMentor) return refused('not_found');
    const { sessionId } = side;
    const archived = await archiveMaterial(tx, { id: materialId, sessionId, now });
    return archived ? ok(null) : refused('not_found');
  });
}
