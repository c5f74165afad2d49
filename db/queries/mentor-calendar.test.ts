import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { book, user, visitor } from '@/testing/bookings';
import { listening } from '@/testing/plans';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { listCalendarSeats, listTimeOffIn, readCalendar } from './mentor-calendar';

const week = { start: monday, end: monday.add({ hours: 7 * 24 }) };
const ten = at('2026-11-27T10:00');

async function seatsOf(userId: string, now = monday) {
  return listCalendarSeats(db, { userId, period: week, now });
}

async function bookedGroup() {
  const { mentorId, variantId } = await makeMentor({ service: { capacity: 3 } });
  const mentee = await makeUser({ name: 'Amina' });
  const offer = { mentorId, variantId, startsAt: ten };
  const { bookingId } = await book({ booker: user(mentee.id), ...offer });
  await book({ booker: visitor(`${mentee.id}@example.test`), ...offer });
  return { mentorId, menteeId: mentee.id, bookingId };
}

describe('a calendar', () => {
  it('has every seat of the sessions its mentor gives, holds until they lapse', async () => {
    const { mentorId } = await bookedGroup();
    expect(await seatsOf(mentorId)).toMatchObject([
      { status: 'confirmed', menteeName: 'Amina', isGiven: true, capacity: 3 },
      { status: 'held', menteeName: 'Fatou Sow', isGiven: true },
    ]);
    const lapsed = await seatsOf(mentorId, monday.add({ minutes: 21 }));
    expect(lapsed.map(({ status }) => status)).toEqual(['confirmed']);
  });

  it('has a mentee’s own seat only, and nothing for a stranger', async () => {
    const { menteeId, bookingId } = await bookedGroup();
    expect(await seatsOf(menteeId)).toMatchObject([{ bookingId, isGiven: false }]);
    const stranger = await makeMentor();
    expect(await seatsOf(stranger.mentorId)).toEqual([]);
  });

  it('drops what was cancelled', async () => {
    const { mentorId, menteeId, bookingId } = await bookedGroup();
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: monday });
    expect((await seatsOf(mentorId)).map(({ status }) => status)).toEqual(['held']);
  });

  it('has the time off of its mentor and of nobody else', async () => {
    const off = { start: ten, end: ten.add({ hours: 3 }) };
    const { mentorId } = await makeMentor({ timeOff: [off] });
    const stranger = await makeMentor();
    expect(await listTimeOffIn(db, { mentorId, period: week })).toHaveLength(1);
    expect(await listTimeOffIn(db, { mentorId: stranger.mentorId, period: week })).toEqual([]);
  });

  it('is read in eight queries, whether a month is empty or full', async () => {
    const statements: Parameters<typeof listening>[0] = [];
    const counted = listening(statements);
    const month = { start: monday, end: monday.add({ hours: 31 * 24 }) };
    const { mentorId } = await makeMentor();
    const read = async (userId: string) => {
      statements.length = 0;
      return readCalendar(counted, { userId, period: month, now: monday });
    };
    expect(await read(mentorId)).toMatchObject({ seats: [], variants: [{}] });
    expect(statements).toHaveLength(8);

    const busy = await makeMentor({
      durations: [30, 60],
      timeOff: [{ start: ten, end: at('2026-11-27T11:00') }],
    });
    for (const day of ['24', '25', '26']) {
      const { id } = await makeUser();
      const startsAt = at(`2026-11-${day}T10:00`);
      await book({
        booker: user(id),
        mentorId: busy.mentorId,
        variantId: busy.variantId,
        startsAt,
      });
    }
    expect(await read(busy.mentorId)).toMatchObject({ seats: [{}, {}, {}], timeOff: [{}] });
    expect(statements).toHaveLength(8);

    const nobody = await makeUser();
    expect(await read(nobody.id)).toBeNull();
  });
});
