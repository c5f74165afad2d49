import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { book, user, visitor } from '@/testing/bookings';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { listSchedules } from './schedules';

it('tells holds from bookings, and time off from sessions attended', async () => {
  const off = { start: at('2026-11-26T09:00'), end: at('2026-11-26T12:00') };
  const { mentorId, variantId } = await makeMentor({ timeOff: [off] });
  const other = await makeMentor();
  const startsAt = at('2026-11-24T10:00');
  await book({ booker: user((await makeUser()).id), mentorId, variantId, startsAt });
  const heldAt = at('2026-11-24T12:00');
  await book({ booker: visitor('held@kinds.test'), mentorId, variantId, startsAt: heldAt });
  const attendedAt = at('2026-11-25T10:00');
  await book({
    booker: user(mentorId),
    mentorId: other.mentorId,
    variantId: other.variantId,
    startsAt: attendedAt,
  });

  const read = async (now: typeof monday) => {
    const asked = { mentorIds: [mentorId], from: now, to: now.add({ hours: 24 * 7 }), now };
    const [schedule] = await listSchedules(db, asked);
    if (!schedule) throw new Error('the mentor has no schedule');
    return schedule;
  };
  const schedule = await read(monday);
  const sessions = schedule.sessions.map(({ start, isHold }) => ({ start, isHold }));
  expect(sessions.toSorted((a, b) => a.start - b.start)).toEqual([
    { start: startsAt.epochMilliseconds, isHold: false },
    { start: heldAt.epochMilliseconds, isHold: true },
  ]);
  expect(schedule.busy.map(({ source, start }) => ({ source, start }))).toEqual([
    { source: 'time_off', start: off.start.epochMilliseconds },
    { source: 'attended', start: attendedAt.epochMilliseconds },
  ]);
  // A hold that has lapsed is nothing any more.
  const later = await read(monday.add({ minutes: 21 }));
  const lapsed = later.sessions.find(({ start }) => start === heldAt.epochMilliseconds);
  expect(lapsed).toMatchObject({ isHold: false, seatsTaken: 0 });
});
