import type { Temporal } from 'temporal-polyfill';
import type { Side } from '@/domain/bookings';
import { checkInMentee, listConfirmedSeats } from '@/db/queries/bookings';
import { checkInMentor } from '@/db/queries/sessions';
import { ok, refused, type Result } from '@/kernel/result';
import { keptOnNoShow } from '../rules/booking';
import { refusalOfCheckIn } from '../rules/running';
import { type ActRefusal, actOnBooking, refusalFor } from './act-on-booking';
import { complete, markAbsent, start } from './transitions';

interface Input {
  userId: string;
  bookingId: string;
  now: Temporal.Instant;
}

type Done = { bookingId: string };

/** "I am here", by either side; a mentee's booking is under way once both have said so. */
export async function checkIn(input: Input): Promise<Result<Done, ActRefusal>> {
  const { now } = input;
  return actOnBooking<Done, ActRefusal>(input, async (tx, { booking, facts, actor }) => {
    if (actor.role !== 'mentee' && actor.role !== 'mentor') return refused('not_allowed');
    const refusal = refusalOfCheckIn(facts, { by: actor.role, now: now.epochMilliseconds });
    if (refusal) return refused(refusal);

    if (actor.role === 'mentee') await checkInMentee(tx, { bookingId: booking.id, now });
    else await checkInMentor(tx, { sessionId: booking.sessionId, now });
    const mentorIsThere = actor.role === 'mentor' || booking.mentorCheckedInAt !== null;
    if (mentorIsThere) {
      const seats = await listConfirmedSeats(tx, booking);
      const there = seats.filter((seat) => seat.menteeCheckedInAt !== null);
      await start(tx, there, { actor: { id: null, role: 'system' }, now });
    }
    return ok({ bookingId: booking.id });
  });
}

/** The mentor opens the session, for all who are in it, which also says that they are there. */
export async function startSession(input: Input): Promise<Result<Done, ActRefusal>> {
  const { now } = input;
  return actOnBooking<Done, ActRefusal>(input, async (tx, act) => {
    const refusal = refusalFor(act, { to: 'in_progress', now });
    if (refusal) return refusal;
    await checkInMentor(tx, { sessionId: act.booking.sessionId, now });
    // Everybody's: whoever acts on one of these seats holds the mentor's lock, as we do.
    await start(tx, await listConfirmedSeats(tx, act.booking), { actor: act.actor, now });
    return ok({ bookingId: act.booking.id });
  });
}

/** The session took place. */
export async function completeBooking(input: Input): Promise<Result<Done, ActRefusal>> {
  const { now } = input;
  return actOnBooking<Done, ActRefusal>(input, async (tx, act) => {
    const refusal = refusalFor(act, { to: 'completed', now });
    if (refusal) return refusal;
    await complete(tx, act.booking, { actor: act.actor, now });
    return ok({ bookingId: act.booking.id });
  });
}

/** One side did not come, says the other (`other`: whoever that is), or an admin. */
export async function markNoShow(
  input: Input & { accused: Side | 'other' },
): Promise<Result<Done, ActRefusal>> {
  const { now } = input;
  return actOnBooking<Done, ActRefusal>(input, async (tx, act) => {
    const theOther = act.actor.role === 'mentee' ? 'mentor' : 'mentee';
    const accused = input.accused === 'other' ? theOther : input.accused;
    const refusal = refusalFor(act, { to: 'no_show', accused, now });
    if (refusal) return refusal;
    const keptCredits = keptOnNoShow(act.booking, accused);
    await markAbsent(tx, act.booking, { actor: act.actor, accused, keptCredits, now });
    return ok({ bookingId: act.booking.id });
  });
}
