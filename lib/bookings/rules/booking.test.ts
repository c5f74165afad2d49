import { describe, expect, it } from 'vitest';
import {
  type BookingRole,
  bookingRoles,
  type BookingStatus,
  bookingStatuses,
} from '@/domain/bookings';
import {
  answerDeadline,
  type Attempt,
  type BookingFacts,
  costOfCancelling,
  effectiveStatus,
  hasLapsed,
  holdExpiry,
  proposalExpiry,
  isLive,
  referenceFrom,
  refusalOfTransition,
} from './booking';

const minute = 60_000;
const hour = 60 * minute;
const startsAt = Date.UTC(2026, 11, 1, 10);
const endsAt = startsAt + hour;

function facts(values: Partial<BookingFacts> = {}): BookingFacts {
  return {
    status: 'confirmed',
    startsAt,
    endsAt,
    createdAt: startsAt - 72 * hour,
    expiresAt: null,
    menteeCheckedInAt: null,
    mentorCheckedInAt: null,
    movedByMentorAt: null,
    ...values,
  };
}

const allowed: Record<string, BookingRole[]> = {
  'held > pending': ['visitor'],
  'held > confirmed': ['visitor'],
  'held > expired': ['system'],
  'held > cancelled': ['visitor', 'mentor', 'admin', 'system'],
  'pending > confirmed': ['mentor', 'admin'],
  'pending > expired': ['system'],
  'pending > cancelled': ['mentee', 'mentor', 'admin'],
  'confirmed > cancelled': ['mentee', 'mentor', 'admin'],
  'confirmed > in_progress': ['mentor', 'system'],
  'confirmed > completed': ['mentor', 'admin', 'system'],
  'confirmed > no_show': ['mentee', 'mentor', 'admin'],
  'in_progress > completed': ['mentor', 'admin', 'system'],
  'in_progress > no_show': ['mentee', 'mentor', 'admin'],
};

const allowedMoves: Record<string, BookingRole[]> = {
  'pending > pending': ['mentee', 'mentor', 'admin'],
  'confirmed > confirmed': ['mentee', 'mentor', 'admin'],
  'confirmed > pending': ['mentee'],
};

describe('refusalOfTransition', () => {
  // A moment and a state of things in which no guard of the given move speaks against it.
  function favourable(from: BookingStatus, to: BookingStatus, by: BookingRole) {
    const over = ['in_progress', 'completed', 'no_show'].includes(to);
    const now = over ? endsAt + 25 * hour : startsAt - hour;
    const expiresAt = to === 'expired' ? now : startsAt;
    const bothThere =
      to === 'in_progress' ? { menteeCheckedInAt: now, mentorCheckedInAt: now } : {};
    const attempt: Attempt = { to, by, now };
    if (to === 'no_show') attempt.accused = by === 'mentee' ? 'mentor' : 'mentee';
    return { facts: facts({ status: from, expiresAt, ...bothThere }), attempt };
  }

  for (const from of bookingStatuses) {
    for (const to of bookingStatuses) {
      it(`${from} > ${to} is for ${allowed[`${from} > ${to}`]?.join(', ') ?? 'nobody'}`, () => {
        const may = (moving: boolean) =>
          bookingRoles.filter((by) => {
            const given = favourable(from, to, by);
            return refusalOfTransition(given.facts, { ...given.attempt, moving }) === null;
          });
        expect(may(false).toSorted()).toEqual((allowed[`${from} > ${to}`] ?? []).toSorted());
        expect(may(true).toSorted()).toEqual((allowedMoves[`${from} > ${to}`] ?? []).toSorted());
      });
    }
  }

  it.each<[string, Partial<BookingFacts>, Attempt, string | null]>([
    [
      'a hold a moment before its expiry',
      { status: 'held', expiresAt: startsAt - hour },
      { to: 'confirmed', by: 'visitor', now: startsAt - hour - 1 },
      null,
    ],
    [
      'a hold at its expiry',
      { status: 'held', expiresAt: startsAt - hour },
      { to: 'confirmed', by: 'visitor', now: startsAt - hour },
      'expired',
    ],
    [
      'expiring a hold too soon',
      { status: 'held', expiresAt: startsAt },
      { to: 'expired', by: 'system', now: startsAt - 1 },
      'too_early',
    ],
    [
      'answering a request late',
      { status: 'pending', expiresAt: startsAt - hour },
      { to: 'confirmed', by: 'mentor', now: startsAt - hour },
      'expired',
    ],
    [
      'cancelling a moment before the start',
      {},
      { to: 'cancelled', by: 'mentee', now: startsAt - 1 },
      null,
    ],
    [
      'cancelling at the start',
      {},
      { to: 'cancelled', by: 'mentee', now: startsAt },
      'already_started',
    ],
    [
      'a mentor cancelling at the start',
      {},
      { to: 'cancelled', by: 'mentor', now: startsAt },
      'already_started',
    ],
    [
      'moving at the start',
      {},
      { to: 'confirmed', by: 'mentor', now: startsAt, moving: true },
      'already_started',
    ],
    [
      'starting 10 minutes early',
      {},
      { to: 'in_progress', by: 'mentor', now: startsAt - 10 * minute },
      null,
    ],
    [
      'starting 11 minutes early',
      {},
      { to: 'in_progress', by: 'mentor', now: startsAt - 11 * minute },
      'too_early',
    ],
    [
      'starting by itself with one side there',
      { mentorCheckedInAt: startsAt },
      { to: 'in_progress', by: 'system', now: startsAt },
      'too_early',
    ],
    [
      'starting by itself with both sides there',
      { mentorCheckedInAt: startsAt, menteeCheckedInAt: startsAt },
      { to: 'in_progress', by: 'system', now: startsAt },
      null,
    ],
    [
      'completing before the end',
      {},
      { to: 'completed', by: 'mentor', now: endsAt - 1 },
      'too_early',
    ],
    [
      'completing before the end, both there',
      { mentorCheckedInAt: startsAt, menteeCheckedInAt: startsAt },
      { to: 'completed', by: 'mentor', now: endsAt - 1 },
      null,
    ],
    ['completing at the end', {}, { to: 'completed', by: 'mentor', now: endsAt }, null],
    [
      'completing by itself within a day',
      {},
      { to: 'completed', by: 'system', now: endsAt + 24 * hour - 1 },
      'too_early',
    ],
    [
      'completing by itself after a day',
      {},
      { to: 'completed', by: 'system', now: endsAt + 24 * hour },
      null,
    ],
    [
      'a no-show within 10 minutes',
      {},
      { to: 'no_show', by: 'mentor', accused: 'mentee', now: startsAt + 10 * minute - 1 },
      'too_early',
    ],
    [
      'a no-show after 10 minutes',
      {},
      { to: 'no_show', by: 'mentor', accused: 'mentee', now: startsAt + 10 * minute },
      null,
    ],
    [
      'a no-show of somebody who is there',
      { menteeCheckedInAt: startsAt },
      { to: 'no_show', by: 'mentor', accused: 'mentee', now: endsAt },
      'checked_in',
    ],
    [
      'a no-show of oneself',
      {},
      { to: 'no_show', by: 'mentor', accused: 'mentor', now: endsAt },
      'not_allowed',
    ],
    ['a no-show of nobody', {}, { to: 'no_show', by: 'admin', now: endsAt }, 'not_allowed'],
    [
      'a no-show that an admin holds against a mentor',
      {},
      { to: 'no_show', by: 'admin', accused: 'mentor', now: endsAt },
      null,
    ],
  ])('%s', (_, given, attempt, expected) => {
    expect(refusalOfTransition(facts(given), attempt)).toBe(expected);
  });
});

describe('deadlines', () => {
  const now = startsAt - 72 * hour;

  it('lets a hold lapse after 20 minutes, or at the start', () => {
    expect(holdExpiry(now, startsAt)).toBe(now + 20 * minute);
    expect(holdExpiry(startsAt - 5 * minute, startsAt)).toBe(startsAt);
  });

  it('lets a proposal lapse after 48 hours, or at the start', () => {
    expect(proposalExpiry(now, startsAt)).toBe(now + 48 * hour);
    expect(proposalExpiry(startsAt - hour, startsAt)).toBe(startsAt);
  });

  it('lets a request lapse after 48 hours, or at the start', () => {
    expect(answerDeadline(now, startsAt)).toBe(now + 48 * hour);
    expect(answerDeadline(startsAt - hour, startsAt)).toBe(startsAt);
  });

  it('counts what has lapsed as expired before anything marks it', () => {
    const hold = facts({ status: 'held', expiresAt: now });
    expect(hasLapsed(hold, now - 1)).toBe(false);
    expect(effectiveStatus(hold, now - 1)).toBe('held');
    expect(isLive(hold, now - 1)).toBe(true);
    expect(effectiveStatus(hold, now)).toBe('expired');
    expect(isLive(hold, now)).toBe(false);
    expect(effectiveStatus(facts({ expiresAt: now }), now + hour)).toBe('confirmed');
  });
});

describe('costOfCancelling', () => {
  const terms = { cancelNoticeMinutes: 24 * 60, lateCancelPercent: 50, chargedCredits: 15 };

  it.each<
    [string, Partial<BookingFacts>, BookingRole, number, { kept: number; until: number | null }]
  >([
    ['in time', {}, 'mentee', startsAt - 25 * hour, { kept: 0, until: startsAt - 24 * hour }],
    ['late, rounded down', {}, 'mentee', startsAt - 24 * hour, { kept: 7, until: null }],
    ['late, by the mentor', {}, 'mentor', startsAt - hour, { kept: 0, until: null }],
    [
      'within 15 minutes of booking',
      { createdAt: startsAt - hour },
      'mentee',
      startsAt - 46 * minute,
      { kept: 0, until: startsAt - 45 * minute },
    ],
    [
      'after those 15 minutes',
      { createdAt: startsAt - hour },
      'mentee',
      startsAt - 45 * minute,
      { kept: 7, until: null },
    ],
    ['while pending', { status: 'pending' }, 'mentee', startsAt - 1, { kept: 0, until: startsAt }],
    [
      'after the mentor moved it',
      { movedByMentorAt: startsAt - 48 * hour },
      'mentee',
      startsAt - 1,
      { kept: 0, until: startsAt },
    ],
    [
      'joining after the mentor moved it',
      { movedByMentorAt: startsAt - 73 * hour },
      'mentee',
      startsAt - 1,
      { kept: 7, until: null },
    ],
  ])('%s', (_, given, by, now, expected) => {
    const cost = costOfCancelling(facts(given), terms, { by, now });
    expect({ kept: cost.keptCredits, until: cost.freeUntil }).toEqual(expected);
  });
});

describe('referenceFrom', () => {
  it('uses six letters that nobody mistakes for others', () => {
    expect(referenceFrom(Uint8Array.from([0, 31, 32, 18, 19, 255]))).toBe('BAO-0Z0JKZ');
  });
});
