import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { overrides } from '@/db/schema/availability';
import { organizationClosedDays } from '@/db/schema/organizations';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { book, order, user, visitor } from '@/testing/bookings';
import { at, makeMentor, makeOrganization, makeUser, monday } from '@/testing/people';
import { asViewer } from '../viewer';
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
  const attended = await book({
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
  // Nor is a session that the mentor does not attend after all.
  const { bookingId } = attended;
  await cancelBookings({ userId: mentorId, bookingId, reason: 'Ill', now: monday });
  const { busy } = await read(monday);
  expect(busy.map(({ source }) => source)).toEqual(['time_off']);
});

it('has the sessions of the whole weeks around what is asked for, which caps count', async () => {
  const { mentorId, variantId } = await makeMentor();
  const starts = [at('2026-11-24T10:00'), at('2026-11-29T10:00')];
  const mentee = await makeUser();
  for (const startsAt of starts) {
    await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
  }
  for (const hour of ['2026-11-24T12:00', '2026-11-29T12:00']) {
    const asked = { from: at(hour), to: at(hour).add({ hours: 1 }), now: monday };
    const [schedule] = await listSchedules(db, { mentorIds: [mentorId], ...asked });
    expect(schedule?.sessions.map(({ start }) => start).toSorted((a, b) => a - b)).toEqual(
      starts.map((start) => start.epochMilliseconds),
    );
  }
});

it('closes the days on which the organization is closed, whatever its mentors say of them', async () => {
  const organizationId = await makeOrganization({ isPublic: true });
  const { mentorId, variantId } = await makeMentor({ mentor: { organizationId } });
  const other = await makeMentor();
  const on = '2026-11-25';
  await db.insert(organizationClosedDays).values({ organizationId, closedOn: on, name: 'Magal' });
  const ranges = [{ start: '09:00', end: '12:00', capacity: null }];
  await db.insert(overrides).values([
    { mentorId, appliesOn: on, ranges },
    { mentorId, appliesOn: '2026-11-26', ranges },
  ]);
  const asked = {
    mentorIds: [mentorId, other.mentorId],
    from: monday,
    to: monday.add({ hours: 24 * 7 }),
    now: monday,
  };
  const asOwner = await listSchedules(db, asked);
  const asVisitor = await asViewer(null, (executor) => listSchedules(executor, asked));
  for (const schedules of [asOwner, asVisitor]) {
    const of = new Map(schedules.map((one) => [one.mentorId, one.overrides]));
    expect(of.get(other.mentorId)).toEqual([]);
    expect(of.get(mentorId)?.toSorted((a, b) => (a.date < b.date ? -1 : 1))).toEqual([
      { date: on, ranges: [], isClosedForAll: true },
      { date: '2026-11-26', ranges: [{ start: '09:00', end: '12:00' }] },
    ]);
  }
  const mentee = await makeUser();
  const wanted = { booker: user(mentee.id), mentorId, variantId };
  const closed = await orderSlots(order({ ...wanted, startsAt: at(`${on}T10:00`) }));
  expect(closed).toMatchObject({ ok: false, reason: 'not_offered' });
  const open = await orderSlots(order({ ...wanted, startsAt: at('2026-11-26T10:00') }));
  expect(open).toMatchObject({ ok: true });
});
