import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '@/db/client';
import { listSeatsOf } from '@/db/queries/availability';
import { listSchedules } from '@/db/queries/schedules';
import { sessionsOutside } from '../rules/sessions-outside';
import { longestReach, type ReasonAgainst } from '../schema/availability';

export interface BookingOutside {
  bookingId: string;
  reference: string;
  menteeName: string | null;
  serviceTitle: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  reasons: ReasonAgainst[];
}

/** A mentor's bookings to come that lie outside their windows or inside their time off. */
export async function listBookingsOutside(
  executor: Executor,
  { mentorId, now }: { mentorId: string; now: Temporal.Instant },
): Promise<BookingOutside[]> {
  const to = now.add(longestReach);
  const [schedule] = await listSchedules(executor, { mentorIds: [mentorId], from: now, to, now });
  if (!schedule) return [];
  const found = sessionsOutside(schedule, { now: now.epochMilliseconds });
  const reasonsOf = new Map(found.map(({ sessionId, reasons }) => [sessionId, reasons]));
  const seats = await listSeatsOf(executor, { mentorId, sessionIds: [...reasonsOf.keys()], now });
  return seats.map(({ sessionId, period, ...seat }) => ({
    bookingId: seat.bookingId,
    reference: seat.reference,
    menteeName: seat.menteeName,
    serviceTitle: seat.serviceTitle,
    startsAt: period.start,
    endsAt: period.end,
    reasons: reasonsOf.get(sessionId) ?? [],
  }));
}
