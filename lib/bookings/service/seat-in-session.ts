import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/db/client';
import type { BookableOffer } from '@/db/queries/offers';
import { listJoinedSessions } from '@/db/queries/sessions';
import { buffersOf } from '@/lib/slots/rules/free-slots';
import type { FreeSlot } from '@/lib/slots/service/check-slot';
import type { BookingDetails } from '../schema/booking';

interface Wanted {
  offer: BookableOffer;
  details: Pick<BookingDetails, 'format' | 'place'>;
  now: Temporal.Instant;
}

/** A seat for a free slot: in the session that it joins, or the first of one that is still to be written. */
export type SeatInSession =
  | { made: ReturnType<typeof newSession>; session: ReturnType<typeof newSession>; seat: 0 }
  | { made: null; session: Awaited<ReturnType<typeof listJoinedSessions>>[number]; seat: number };

/** The seats that free slots get, in their order. The sessions that they join are read at once. */
export async function findSeats<Slot extends FreeSlot>(
  tx: Transaction,
  slots: readonly Slot[],
  wanted: Wanted,
): Promise<(SeatInSession & { slot: Slot })[]> {
  const ids = slots.flatMap(({ joins }) => joins?.id ?? []);
  const joined = ids.length === 0 ? [] : await listJoinedSessions(tx, { ids });
  return slots.map((slot) => {
    const { joins } = slot;
    if (!joins) {
      const made = newSession(slot, wanted);
      return { slot, made, session: made, seat: 0 };
    }
    const session = joined.find(({ id }) => id === joins.id);
    if (!session) throw new Error(`session ${joins.id} of the schedule is not there`);
    return { slot, made: null, session, seat: lowestFree(session.seats) };
  });
}

/** @param taken in order */
function lowestFree(taken: readonly number[]): number {
  const gap = taken.findIndex((seat, place) => seat !== place);
  return gap === -1 ? taken.length : gap;
}

function newSession(free: FreeSlot, { offer, details, now }: Wanted) {
  const start = Temporal.Instant.fromEpochMilliseconds(free.slot.start);
  const end = Temporal.Instant.fromEpochMilliseconds(free.slot.end);
  const buffers = buffersOf(free.schedule, offer);
  return {
    id: uuidv7(),
    organizationId: offer.organizationId,
    mentorId: offer.mentorId,
    serviceId: offer.serviceId,
    variantId: offer.variantId,
    durationMinutes: offer.durationMinutes,
    period: { start, end },
    ...buffers,
    occupied: {
      start: start.subtract({ minutes: buffers.bufferBeforeMinutes }),
      end: end.add({ minutes: buffers.bufferAfterMinutes }),
    },
    capacity: free.slot.seatsLeft,
    sequence: 0,
    format: details.format,
    place: details.format === 'in_person' ? offer.address || details.place : '',
    createdAt: now,
  };
}
