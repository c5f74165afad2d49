/** What is read of a mentor who has given a thousand sessions, beside others who have given as many. */
import { beforeAll, describe, expect, it } from 'vitest';
import { book, user } from '@/testing/bookings';
import { givePastSessions } from '@/testing/history';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { plansOf } from '@/testing/plans';
import { raw } from '@/testing/raw';
import { db } from '../client';
import { listBookings } from './bookings-read';
import { countSessionsGiven } from './mentor-profile';
import { listSchedules } from './schedules';

const sessionsEach = 1000;
let mentorId = '';
let others: string[] = [];

beforeAll(async () => {
  const mentors = await Promise.all(Array.from({ length: 8 }, () => makeMentor()));
  for (const { mentorId: id, variantId } of mentors) {
    const [{ id: earlier }, { id: next }] = [await makeUser(), await makeUser()];
    const given = { menteeId: earlier, howMany: sessionsEach };
    await givePastSessions({ mentorId: id, variantId }, given);
    await book({ booker: user(next), mentorId: id, variantId, startsAt: at('2026-11-24T10:00') });
  }
  [mentorId = '', ...others] = mentors.map((mentor) => mentor.mentorId);
  await raw`vacuum analyze sessions, bookings`;
});

/** A page reads as the viewer; the owner's plans are what it is compared with. */
const cases = (['force_custom_plan', 'force_generic_plan'] as const).flatMap((mode) =>
  (['owner', 'visitor', 'mentor'] as const).map((who) => ({ mode, who })),
);

describe.each(cases)('with $mode, as the $who', ({ mode, who }) => {
  const viewing = () => {
    if (who === 'owner') return undefined;
    return who === 'visitor' ? null : { id: mentorId, memberOf: [], adminOf: [] };
  };

  it('free slots look at the sessions around them alone', async () => {
    const asked = { from: monday, to: monday.add({ hours: 24 * 30 }), now: monday };
    for (const mentorIds of [[mentorId], [mentorId, ...others]]) {
      const plans = await plansOf(
        (tx) => listSchedules(tx, { ...asked, mentorIds }),
        mode,
        viewing(),
      );
      const [given] = plans.filter(({ text }) => text.includes('"seats"'));
      expect(given).toMatchObject({ wholeTables: [] });
      expect(given?.indexes).toContain('bookings_session_idx');
      // A day of theirs is within the padding; all that they gave would be thousands.
      expect(given?.pages).toBeLessThan(mentorIds.length * 300);
    }
  });

  it('the number of sessions given is counted from its index', async () => {
    expect(await countSessionsGiven(db, { mentorId })).toBe(sessionsEach);
    const [plan] = await plansOf((tx) => countSessionsGiven(tx, { mentorId }), mode, viewing());
    // Whether the viewer sees the mentor is asked once.
    const asked = who === 'owner' ? [] : ['mentor_listings_pkey'];
    expect(plan?.indexes.toSorted()).toEqual(['bookings_given_idx', ...asked]);
    expect(plan?.wholeTables).toEqual([]);
    expect(plan?.pages).toBeLessThan(sessionsEach / 50);
  });

  it.skipIf(who === 'visitor')(
    'a page of bookings joins what it shows, not all that there are',
    async () => {
      const page = { as: 'mentor', when: 'past', now: monday, limit: 20, offset: 0 } as const;
      const [plan] = await plansOf(
        (tx) => listBookings(tx, { ...page, userId: mentorId }),
        mode,
        viewing(),
      );
      expect(plan?.text).toContain('"services"');
      expect(plan?.pages).toBeLessThan(sessionsEach / 2);
    },
  );
});
