import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { hasOverlap, moveSeatRow } from '@/db/queries/bookings';
import { getSession, insertSessions, moveSessionRow } from '@/db/queries/sessions';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import { listSchedules } from '@/db/queries/schedules';
import { buffersOf, isBusy, withoutSession } from '@/lib/slots/rules/free-slots';
import { ok, refused, type Result } from '@/kernel/result';
import type { SlotInstant } from '@/lib/scheduling';
import { answerDeadline, firstStatus, movableUntil } from '../rules/booking';
import {
  type Act,
  type ActInput,
  type ActRefusal,
  actOnBooking,
  refusalFor,
} from './act-on-booking';
import { checkSlot, type FreeSlot, listAlternatives } from '@/lib/slots/service/check-slot';
import { takesBookings } from '@/lib/slots/rules/pause';
import { unlessRefused } from '@/lib/slots/service/unless-refused';
import { findSeats } from './seat-in-session';
import { releaseIfEmpty, reschedule } from './transitions';

/** `mentee_busy`: one of those in the session has something else then. */
export type MoveRefusal =
  | ActRefusal
  | 'in_past'
  | 'same_time'
  | 'too_late'
  | 'blocked'
  | 'not_taking_bookings'
  | 'slot_taken'
  | 'not_offered'
  | 'overlaps_yours'
  | 'mentee_busy';

export interface Moved {
  bookingId: string;
  status: 'pending' | 'confirmed';
  startsAt: Temporal.Instant;
}

type Inside = Result<Moved, MoveRefusal, { offer?: BookableOffer }>;

interface Move {
  act: Act;
  startsAt: Temporal.Instant;
  now: Temporal.Instant;
}

/**
 * Moves a booking to another start; its length stays.
 *
 * A mentee moves their own seat, by every rule of a new booking and outside the mentor's notice for
 * moving. A mentor, or an admin, moves the session with everybody in it, wherever nobody is busy.
 * Ids and references stay, the SEQUENCE rises (RFC 5545), and everybody concerned hears of it.
 */
export async function moveBooking(
  input: ActInput & {
    /** A wall time is one of the mentor's zone. */
    startsAt: Temporal.Instant | Temporal.PlainDateTime;
  },
): Promise<Result<Moved, MoveRefusal, { alternatives: SlotInstant[] }>> {
  const { now } = input;
  let startsAt = now;
  let menteeId: string | null = null;
  const outcome = await actOnBooking<Moved, MoveRefusal, { offer?: BookableOffer }>(
    { ...input, wholeSession: true },
    async (tx, act) => {
      startsAt =
        input.startsAt instanceof Temporal.Instant
          ? input.startsAt
          : input.startsAt.toZonedDateTime(act.booking.mentorTimeZone).toInstant();
      menteeId = act.booking.menteeId;
      if (Temporal.Instant.compare(startsAt, now) <= 0) return refused('in_past');
      if (startsAt.equals(act.booking.period.start)) return refused('same_time');
      const move = { act, startsAt, now };
      switch (act.actor.role) {
        case 'mentee':
          return moveAsMentee(tx, move);
        case 'mentor':
        case 'admin':
          return moveWholeSession(tx, move);
        case 'visitor':
          return refused('not_allowed');
      }
    },
  );
  if (outcome.ok) return outcome;
  const { reason } = outcome;
  const offer = 'offer' in outcome ? outcome.offer : undefined;
  const [alternatives = []] = offer
    ? await listAlternatives({ offer, starts: [startsAt], menteeId, now })
    : [];
  return refused(reason, { alternatives });
}

async function moveAsMentee(tx: Transaction, { act, startsAt, now }: Move): Promise<Inside> {
  const { booking, facts, mentee, seats } = act;
  if (!mentee) return refused('not_found');
  if (mentee.blockedAt !== null) return refused('blocked');
  const status = firstStatus(booking);
  const refusal = refusalFor(act, {
    to: booking.status === 'pending' ? 'pending' : status,
    moving: true,
    now,
  });
  if (refusal) return refusal;
  if (now.epochMilliseconds >= movableUntil(facts, booking)) return refused('too_late');

  const { mentorId, variantId, sessionId, period } = booking;
  const offer = await getOffer(tx, {
    mentorId,
    variantId,
    viewerId: mentee.id,
    link: null,
    isKnown: true,
  });
  if (!offer) return refused('not_offered');
  if (!takesBookings(offer, now.epochMilliseconds)) return refused('not_taking_bookings');
  const isAlone = seats.length === 1;
  const exceptSessionId = isAlone ? sessionId : null;
  const free = await checkSlot(tx, { offer, startsAt, exceptSessionId, now });
  if (!free.ok) return { ...free, offer };
  const wanted = { start: startsAt, end: startsAt.add({ minutes: offer.durationMinutes }) };
  const overlap = { personId: mentee.id, period: wanted, exceptSessionId: sessionId, now };
  if (await hasOverlap(tx, overlap)) return refused('overlaps_yours', { offer });

  const change = {
    actor: act.actor,
    from: period.start,
    to: startsAt,
    now,
    ...(status === 'pending' && { askAgainUntil: deadlineOf(now, startsAt) }),
  };
  const moved = await unlessRefused(tx, async (savepoint) => {
    if (isAlone && !free.value.joins) {
      const buffers = buffersOf(free.value.schedule, offer);
      const at = { sessionId, period: wanted, ...buffers, movedByMentorAt: null };
      await moveSessionRow(savepoint, at);
    } else {
      await moveToSeat(savepoint, { act, offer, free: free.value, now });
    }
    await releaseIfEmpty(savepoint, { sessionId, now });
    await reschedule(savepoint, [booking], change);
  });
  if (!moved.ok) {
    return refused(moved.reason === 'slot_taken' ? 'slot_taken' : 'overlaps_yours', { offer });
  }

  const after = status === 'pending' || booking.status === 'pending' ? 'pending' : 'confirmed';
  return ok({ bookingId: booking.id, status: after, startsAt });
}

/** One of a group leaves for another session, which is there already or is made for them. */
async function moveToSeat(
  tx: Transaction,
  {
    act,
    offer,
    free,
    now,
  }: { act: Act; offer: BookableOffer; free: FreeSlot; now: Temporal.Instant },
): Promise<void> {
  const { booking } = act;
  const { format, place } = booking;
  const [found] = await findSeats(tx, [free], { offer, details: { format, place }, now });
  if (!found) throw new Error('no seat was found');
  const { made, session, seat } = found;
  if (made) await insertSessions(tx, [made]);
  await moveSeatRow(tx, { bookingId: booking.id, session, seat });
}

async function moveWholeSession(tx: Transaction, { act, startsAt, now }: Move): Promise<Inside> {
  const { booking, actor, seats } = act;
  const refusal = refusalFor(act, { to: booking.status, moving: true, now });
  if (refusal) return refusal;
  const { sessionId, mentorId, period } = booking;
  const session = await getSession(tx, { id: sessionId });
  if (!session || seats.some((seat) => seat.status === 'in_progress'))
    return refused('not_allowed');

  const wanted = { start: startsAt, end: startsAt.add({ minutes: session.durationMinutes }) };
  const [schedule] = await listSchedules(tx, {
    mentorIds: [mentorId],
    from: wanted.start,
    to: wanted.end,
    now,
  });
  const { bufferBeforeMinutes, bufferAfterMinutes } = session;
  const span = {
    start: wanted.start.epochMilliseconds,
    end: wanted.end.epochMilliseconds,
    bufferBeforeMinutes,
    bufferAfterMinutes,
  };
  // Of what is offered to everybody, since those times are free for sure.
  const offerOf = async () => {
    const { variantId } = booking;
    const known = { link: null, isKnown: true };
    const offer = await getOffer(tx, { mentorId, variantId, viewerId: mentorId, ...known });
    return offer ? { offer } : {};
  };
  if (!schedule || isBusy(withoutSession(schedule, sessionId), span)) {
    return refused('slot_taken', await offerOf());
  }
  for (const { menteeId: personId } of seats) {
    if (personId === null) continue;
    const overlap = { personId, period: wanted, exceptSessionId: sessionId, now };
    if (await hasOverlap(tx, overlap)) return refused('mentee_busy', await offerOf());
  }

  const moved = await unlessRefused(tx, async (savepoint) => {
    const buffers = { bufferBeforeMinutes, bufferAfterMinutes };
    const movedByMentorAt = now;
    await moveSessionRow(savepoint, { sessionId, period: wanted, ...buffers, movedByMentorAt });
    await reschedule(savepoint, seats, { actor, from: period.start, to: startsAt, now });
  });
  if (!moved.ok) return refused(moved.reason === 'slot_taken' ? 'slot_taken' : 'mentee_busy');

  const status = booking.status === 'pending' ? 'pending' : 'confirmed';
  return ok({ bookingId: booking.id, status, startsAt });
}

function deadlineOf(now: Temporal.Instant, start: Temporal.Instant): Temporal.Instant {
  const lapse = answerDeadline(now.epochMilliseconds, start.epochMilliseconds);
  return Temporal.Instant.fromEpochMilliseconds(lapse);
}
