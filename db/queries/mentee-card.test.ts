import { beforeAll, describe, expect, it } from 'vitest';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { completeBooking, markNoShow } from '@/lib/bookings/service/run-session';
import { writeNote } from '@/lib/notes/service/write-note';
import { book, user } from '@/testing/bookings';
import { givePastSessions } from '@/testing/history';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { plansOf } from '@/testing/plans';
import { raw } from '@/testing/raw';
import { db } from '../client';
import { countSessionsWith, listSessionsWith } from './mentee-card';
import { getMenteeOf } from './proposals';

const now = at('2026-11-27T18:00');
const page = { now, limit: 10, offset: 0 };

describe('of one mentee to one mentor', () => {
  it('counts what came of each, and lists it with the shared note and nobody else’s', async () => {
    const [mentor, other] = [await makeMentor(), await makeMentor()];
    const [mentee, stranger] = [await makeUser(), await makeUser()];
    const { mentorId, variantId } = mentor;
    const booked = async (start: string, who = mentee.id, whom = { mentorId, variantId }) =>
      (await book({ ...whom, booker: user(who), startsAt: at(start) })).bookingId;
    const done = await booked('2026-11-24T10:00');
    const missed = await booked('2026-11-25T10:00');
    const early = await booked('2026-11-29T10:00');
    const late = await booked('2026-11-26T10:00');
    const coming = await booked('2026-11-28T10:00');
    await booked('2026-11-24T12:00', stranger.id);
    await booked('2026-11-24T14:00', mentee.id, other);
    const [byMentor, byMentee] = [{ userId: mentorId }, { userId: mentee.id }];
    await completeBooking({ ...byMentor, bookingId: done, now: at('2026-11-24T12:00') });
    await markNoShow({
      ...byMentor,
      accused: 'mentee',
      bookingId: missed,
      now: at('2026-11-25T10:30'),
    });
    const reason = { reason: 'Ill' };
    await cancelBookings({
      ...byMentee,
      ...reason,
      bookingId: early,
      now: monday.add({ hours: 1 }),
    });
    await cancelBookings({ ...byMentee, ...reason, bookingId: late, now: at('2026-11-26T09:00') });
    const written = { bookingId: done, version: 0, now };
    await writeNote({ ...written, kind: 'shared', userId: mentee.id, body: 'To both' });
    await writeNote({ ...written, kind: 'private', userId: mentorId, body: 'To one' });

    const pair = { mentorId, menteeId: mentee.id };
    expect(await countSessionsWith(db, { ...pair, now })).toEqual({
      all: 5,
      completed: 1,
      missed: 1,
      cancelled: 2,
      cancelledLate: 1,
      coming: 1,
    });
    const rows = await listSessionsWith(db, { ...pair, ...page });
    expect(rows.map(({ id }) => id)).toEqual([early, coming, late, missed, done]);
    expect(rows.map(({ sharedNote }) => sharedNote)).toEqual([null, null, null, null, 'To both']);
    expect(await listSessionsWith(db, { ...pair, now, limit: 2, offset: 3 })).toHaveLength(2);
    expect(await getMenteeOf(db, pair)).toMatchObject({ id: mentee.id });

    // Another mentor, somebody who has never booked, and the other way round: nothing.
    for (const [who, whom] of [
      [(await makeMentor()).mentorId, mentee.id],
      [mentorId, (await makeUser()).id],
      [mentee.id, mentorId],
    ] as const) {
      const nobodys = { mentorId: who, menteeId: whom };
      expect(await getMenteeOf(db, nobodys)).toBeNull();
      expect(await listSessionsWith(db, { ...nobodys, ...page })).toEqual([]);
      expect((await countSessionsWith(db, { ...nobodys, now })).all).toBe(0);
    }
  });
});

describe.each(['force_custom_plan', 'force_generic_plan'] as const)('with %s', (mode) => {
  let pair = { mentorId: '', menteeId: '' };
  beforeAll(async () => {
    const mentors = await Promise.all(Array.from({ length: 8 }, async () => makeMentor()));
    for (const mentor of mentors) {
      for (const _ of mentors) {
        const menteeId = (await makeUser()).id;
        await givePastSessions(mentor, { menteeId, howMany: 100 });
      }
    }
    const [mentor] = mentors;
    if (!mentor) throw new Error('nobody mentors');
    const { mentorId, variantId } = mentor;
    const menteeId = (await makeUser()).id;
    await book({ booker: user(menteeId), mentorId, variantId, startsAt: at('2026-11-24T10:00') });
    await raw`vacuum analyze sessions, bookings`;
    pair = { mentorId, menteeId };
  });

  it('reads the sessions of the two alone, whatever else its mentor has given', async () => {
    const plans = await plansOf(async (tx) => {
      await getMenteeOf(tx, pair);
      await countSessionsWith(tx, { ...pair, now });
      await listSessionsWith(tx, { ...pair, ...page });
    }, mode);
    expect(plans).toHaveLength(3);
    for (const plan of plans) {
      expect(plan.wholeTables).not.toContain('bookings');
      expect(plan.pages).toBeLessThan(100);
    }
  });
});
