import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/db/client';
import { getFreeSeat } from '@/db/queries/bookings';
import type { BookableOffer } from '@/db/queries/offers';
import { getSession, insertSession } from '@/db/queries/sessions';
import { buffersOf } from '@/lib/slots/rules/free-slots';
import type { FreeSlot } from '@/lib/slots/service/check-slot';
import type { BookingDetails } from '../schema/booking';

interface Wanted {
  offer: BookableOffer;
  free: FreeSlot;
  details: Pick<BookingDetails, 'format' | 'place'>;
  now: Temporal.Instant;
}

/** The session that a free slot joins, or a new one for it, and the seat that is free in it. */
export async function seatInSession(tx: Transaction, wanted: Wanted) {
  const { joins } = wanted.free;
  if (!joins) return { session: await writeSession(tx, wanted), seat: 0 };
  const session = await getSession(tx, { id: joins.id });
  if (!session) throw new Error(`session ${joins.id} of the schedule is not there`);
  return { session, seat: await getFreeSeat(tx, { sessionId: session.id }) };
}

async function writeSession(tx: Transaction, { offer, free, details, now }: Wanted) {
  const start = Temporal.Instant.fromEpochMilliseconds(free.slot.start);
  const end = Temporal.Instant.fromEpochMilliseconds(free.slot.end);
  const buffers = buffersOf(free.schedule, offer);
  const session = {
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
    format: details.format,
    place: details.format === 'in_person' ? offer.address || details.place : '',
    createdAt: now,
  };
  await insertSession(tx, session);
  return session;
}
