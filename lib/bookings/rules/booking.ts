import {
  activeStatuses,
  type BookingRole,
  type BookingStatus,
  holdMinutes,
  openMinutes,
  proposalHours,
  type Side,
} from '@/domain/bookings';
import { absentMinutes, answerHours, graceMinutes } from '@/lib/bookings/constants';

const minute = 60_000;
const hour = 60 * minute;

/** What decides a booking's transitions. Instants are epoch milliseconds. */
export interface BookingFacts {
  status: BookingStatus;
  startsAt: number;
  endsAt: number;
  createdAt: number;
  /** When a hold or an unanswered request lapses; of no meaning in other states. */
  expiresAt: number | null;
  menteeCheckedInAt: number | null;
  mentorCheckedInAt: number | null;
  /** When the mentor last moved the session. */
  movedByMentorAt: number | null;
}

interface Instant {
  epochMilliseconds: number;
}

/** A booking's columns that decide, as queries read them. */
export interface StoredFacts {
  status: BookingStatus;
  period: { start: Instant; end: Instant };
  createdAt: Instant;
  expiresAt: Instant | null;
  menteeCheckedInAt: Instant | null;
  mentorCheckedInAt: Instant | null;
  movedByMentorAt: Instant | null;
}

export function factsOf(stored: StoredFacts): BookingFacts {
  return {
    status: stored.status,
    startsAt: stored.period.start.epochMilliseconds,
    endsAt: stored.period.end.epochMilliseconds,
    createdAt: stored.createdAt.epochMilliseconds,
    expiresAt: at(stored.expiresAt),
    menteeCheckedInAt: at(stored.menteeCheckedInAt),
    mentorCheckedInAt: at(stored.mentorCheckedInAt),
    movedByMentorAt: at(stored.movedByMentorAt),
  };
}

function at(instant: Instant | null): number | null {
  return instant?.epochMilliseconds ?? null;
}

/** Why a transition is refused. `not_allowed`: the state table has no such move for this role. */
export const transitionRefusals = [
  'not_allowed',
  'expired',
  'already_started',
  'too_early',
  'checked_in',
] as const;
export type TransitionRefusal = (typeof transitionRefusals)[number];

/** Who wants what, and when. */
export interface Attempt {
  to: BookingStatus;
  by: BookingRole;
  now: number;
  /** The side that a no-show is held against. */
  accused?: Side;
  /** Whether the session is given another time: the only way to a status that it has already. */
  moving?: boolean;
}

type Guard = (facts: BookingFacts, attempt: Attempt) => TransitionRefusal | null;

const lapsed: Guard = (facts, { now }) => (hasLapsed(facts, now) ? null : 'too_early');
const notLapsed: Guard = (facts, { now }) => (hasLapsed(facts, now) ? 'expired' : null);
const beforeStart: Guard = (facts, { now }) => (now < facts.startsAt ? null : 'already_started');
const inTime: Guard = (facts, attempt) => notLapsed(facts, attempt) ?? beforeStart(facts, attempt);
const soonBeforeStart: Guard = (facts, { now }) =>
  now >= facts.startsAt - openMinutes * minute ? null : 'too_early';
const bothCheckedIn: Guard = (facts) =>
  facts.menteeCheckedInAt !== null && facts.mentorCheckedInAt !== null ? null : 'too_early';
const over: Guard = (facts, attempt) =>
  attempt.now >= facts.endsAt ? null : bothCheckedIn(facts, attempt);
const longOver: Guard = (facts, { now }) => (now >= facts.endsAt + 24 * hour ? null : 'too_early');

const absent: Guard = (facts, { by, now, accused }) => {
  // Only the other side, or an admin, may say that somebody did not come.
  if (accused === undefined || accused === by) return 'not_allowed';
  const checkedInAt = accused === 'mentee' ? facts.menteeCheckedInAt : facts.mentorCheckedInAt;
  if (checkedInAt !== null) return 'checked_in';
  return now >= facts.startsAt + absentMinutes * minute ? null : 'too_early';
};

interface Transition {
  from: BookingStatus;
  to: BookingStatus;
  by: readonly BookingRole[];
  guard: Guard;
  moving?: true;
}

/** The state table. What is not in it is refused. */
const transitions: readonly Transition[] = [
  { from: 'held', to: 'pending', by: ['visitor'], guard: inTime },
  { from: 'held', to: 'confirmed', by: ['visitor'], guard: inTime },
  { from: 'held', to: 'expired', by: ['system'], guard: lapsed },
  // The system cancels the hold of a visitor whose confirmation was refused.
  { from: 'held', to: 'cancelled', by: ['visitor', 'mentor', 'admin', 'system'], guard: inTime },

  { from: 'pending', to: 'confirmed', by: ['mentor', 'admin'], guard: inTime },
  { from: 'pending', to: 'expired', by: ['system'], guard: lapsed },
  { from: 'pending', to: 'cancelled', by: ['mentee', 'mentor', 'admin'], guard: inTime },

  { from: 'confirmed', to: 'cancelled', by: ['mentee', 'mentor', 'admin'], guard: beforeStart },
  { from: 'confirmed', to: 'in_progress', by: ['mentor'], guard: soonBeforeStart },
  {
    from: 'confirmed',
    to: 'in_progress',
    by: ['system'],
    guard: (facts, attempt) => soonBeforeStart(facts, attempt) ?? bothCheckedIn(facts, attempt),
  },
  { from: 'confirmed', to: 'completed', by: ['mentor', 'admin'], guard: over },
  { from: 'confirmed', to: 'completed', by: ['system'], guard: longOver },
  { from: 'confirmed', to: 'no_show', by: ['mentee', 'mentor', 'admin'], guard: absent },

  { from: 'in_progress', to: 'completed', by: ['mentor', 'admin'], guard: over },
  { from: 'in_progress', to: 'completed', by: ['system'], guard: longOver },
  { from: 'in_progress', to: 'no_show', by: ['mentee', 'mentor', 'admin'], guard: absent },

  {
    from: 'pending',
    to: 'pending',
    by: ['mentee', 'mentor', 'admin'],
    guard: inTime,
    moving: true,
  },
  {
    from: 'confirmed',
    to: 'confirmed',
    by: ['mentee', 'mentor', 'admin'],
    guard: beforeStart,
    moving: true,
  },
  { from: 'confirmed', to: 'pending', by: ['mentee'], guard: beforeStart, moving: true },
];

/** Why the booking may not make this transition, or null when it may. */
export function refusalOfTransition(
  facts: BookingFacts,
  attempt: Attempt,
): TransitionRefusal | null {
  const row = transitions.find(
    (candidate) =>
      candidate.from === facts.status &&
      candidate.to === attempt.to &&
      Boolean(candidate.moving) === Boolean(attempt.moving) &&
      candidate.by.includes(attempt.by),
  );
  return row ? row.guard(facts, attempt) : 'not_allowed';
}

/** Whether a hold or an unanswered request has passed its deadline, marked as expired or not. */
export function hasLapsed(
  booking: Pick<BookingFacts, 'status' | 'expiresAt'>,
  now: number,
): boolean {
  const mayLapse = booking.status === 'held' || booking.status === 'pending';
  return mayLapse && booking.expiresAt !== null && booking.expiresAt <= now;
}

/** The state that people see: one that has lapsed counts as expired before anything marks it so. */
export function effectiveStatus(
  booking: Pick<BookingFacts, 'status' | 'expiresAt'>,
  now: number,
): BookingStatus {
  return hasLapsed(booking, now) ? 'expired' : booking.status;
}

/** Whether the booking occupies time at `now`. */
export function isLive(booking: Pick<BookingFacts, 'status' | 'expiresAt'>, now: number): boolean {
  const status = effectiveStatus(booking, now);
  return activeStatuses.some((active) => active === status);
}

/** Where the mentor answers by hand, a booking starts as a request. */
export function firstStatus(mentor: {
  confirmation: 'automatic' | 'manual';
}): 'pending' | 'confirmed' {
  return mentor.confirmation === 'manual' ? 'pending' : 'confirmed';
}

/** When a hold made at `now` lapses: 20 minutes later, or at the start if that is sooner. */
export function holdExpiry(now: number, startsAt: number): number {
  return Math.min(now + holdMinutes * minute, startsAt);
}

/** When a proposal made at `now` lapses: 48 hours later, or at the start if that is sooner. */
export function proposalExpiry(now: number, startsAt: number): number {
  return Math.min(now + proposalHours * hour, startsAt);
}

/** When a request made at `now` lapses unanswered: 48 hours later, or at the start if that is sooner. */
export function answerDeadline(now: number, startsAt: number): number {
  return Math.min(now + answerHours * hour, startsAt);
}

/** The mentor's terms for a mentee who cancels late or stays away, and what was paid. */
export interface CancellationTerms {
  cancelNoticeMinutes: number;
  /** Percent of the price that is kept inside the notice. */
  lateCancelPercent: number;
  /** Of which the percentage is: nothing while it is a hold. */
  chargedCredits: number;
}

/**
 * What cancelling now would cost: `keptCredits` of the price stay with the mentor, and it is free
 * until `freeUntil` (epoch milliseconds; null once that has passed). Only a mentee pays; credits
 * are rounded down, in the mentee's favour.
 */
export function costOfCancelling(
  facts: BookingFacts,
  terms: CancellationTerms,
  { by, now }: { by: BookingRole; now: number },
): { late: boolean; keptCredits: number; freeUntil: number | null } {
  const freeUntil = noticeEnd(facts, terms.cancelNoticeMinutes);
  const late = by === 'mentee' && now >= freeUntil;
  return {
    late,
    keptCredits: late ? lateShare(terms) : 0,
    freeUntil: now < freeUntil ? freeUntil : null,
  };
}

/** What stays with the mentor, in credits, when one side did not come: a mentee pays as if late. */
export function keptOnNoShow(
  terms: Omit<CancellationTerms, 'cancelNoticeMinutes'>,
  accused: Side,
): number {
  return accused === 'mentee' ? lateShare(terms) : 0;
}

/** What stays with the mentor of somebody who cancels late or does not come, in credits. */
export function lateShare({
  chargedCredits,
  lateCancelPercent,
}: Pick<CancellationTerms, 'chargedCredits' | 'lateCancelPercent'>): number {
  return Math.floor((chargedCredits * lateCancelPercent) / 100);
}

/**
 * Until when a mentee may move their booking, in epoch milliseconds: the mentor's notice, which is
 * lifted while the booking is pending, within 15 minutes of booking, and once the mentor has moved it.
 */
export function movableUntil(
  facts: BookingFacts,
  { moveNoticeMinutes }: { moveNoticeMinutes: number },
): number {
  return noticeEnd(facts, moveNoticeMinutes);
}

function noticeEnd(facts: BookingFacts, noticeMinutes: number): number {
  const { status, movedByMentorAt, createdAt } = facts;
  // Whoever joined a group after its mentor moved it has chosen the time themselves.
  const wasMoved = movedByMentorAt !== null && movedByMentorAt >= createdAt;
  if (status === 'held' || status === 'pending' || wasMoved) return facts.startsAt;
  const graceEnd = createdAt + graceMinutes * minute;
  return Math.min(Math.max(facts.startsAt - noticeMinutes * minute, graceEnd), facts.startsAt);
}

// Crockford's base 32: no I, L, O or U, so that nothing is misheard or misread.
const referenceAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that a person can read out, from six random bytes: BAO-7K3M9Q. */
export function referenceFrom(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, 6), (byte) => referenceAlphabet.charAt(byte % 32));
  return `BAO-${letters.join('')}`;
}
