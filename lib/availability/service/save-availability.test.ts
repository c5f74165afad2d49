import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { BookingRules, WindowDraft } from '@/domain/availability';
import { db } from '@/db/client';
import { listOverrides, listTimeOff, listWeeklyWindows } from '@/db/queries/availability';
import { overrides, timeOff, weeklyWindows } from '@/db/schema/availability';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { book, order, readBooking, user } from '@/testing/bookings';
import { countDeadlocks } from '@/testing/interleavings';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { saveBookingRules } from './save-booking-rules';
import { saveOverrides } from './save-overrides';
import { saveWeeklyWindows } from './save-weekly-windows';
import { addTimeOff, removeTimeOff } from './time-off';

const weekdays: WindowDraft = {
  days: [1, 2, 3, 4, 5],
  start: '09:00',
  end: '12:00',
  timeZone: null,
  capacity: null,
  firstOn: null,
  lastOn: null,
  active: true,
};
const rules: BookingRules = {
  timeZone: 'UTC',
  minimumNoticeMinutes: 60,
  horizonDays: 30,
  stepMinutes: 15,
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  cancelNoticeMinutes: 720,
  moveNoticeMinutes: 360,
  lateCancelPercent: 50,
  maxSessionsPerDay: 4,
  maxSessionsPerWeek: null,
  mostOpenEach: 6,
  mostRequestsEach: 3,
  confirmation: 'manual',
};
/** A Tuesday. */
const tuesday = '2026-11-24';
const change = { note: '', now: monday };

async function makeBooked(startsAt = at(`${tuesday}T14:00`)) {
  const mentor = await makeMentor();
  const mentee = await makeUser();
  const { mentorId, variantId } = mentor;
  const booking = await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
  return { userId: mentorId, mentorId, variantId, mentee, booking };
}

const rowsOf = (mentorId: string) =>
  db.select().from(weeklyWindows).where(eq(weeklyWindows.mentorId, mentorId));

describe('weekly windows', () => {
  it('are saved as a whole: kept, added and archived', async () => {
    const { mentorId } = await makeMentor();
    const [before] = await rowsOf(mentorId);
    const everyDay = { ...weekdays, days: [1, 2, 3, 4, 5, 6, 7], end: '17:00' };
    const evening = { ...weekdays, days: [6], start: '18:00', end: '24:00', active: false };
    await saveWeeklyWindows({ userId: mentorId, windows: [everyDay, evening], now: monday });
    const second = await listWeeklyWindows(db, { mentorId });
    expect(second).toMatchObject([{ ...everyDay, id: before?.id }, evening]);

    await saveWeeklyWindows({ userId: mentorId, windows: [evening], now: monday });
    expect(await listWeeklyWindows(db, { mentorId })).toMatchObject([evening]);
    const rows = await rowsOf(mentorId);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ id }) => id === before?.id)?.archivedAt).toEqual(monday);
  });

  it('change nothing when saved as they are', async () => {
    const { mentorId } = await makeMentor();
    const windows = (await listWeeklyWindows(db, { mentorId })).flatMap(({ id: _id, ...window }) =>
      window.days.map((day) => ({ ...window, days: [day] })),
    );
    const before = await rowsOf(mentorId);
    await saveWeeklyWindows({ userId: mentorId, windows, now: monday });
    expect(await rowsOf(mentorId)).toEqual(before);
  });

  it('are refused with the row that is wrong, and nothing is written', async () => {
    const { mentorId } = await makeMentor();
    const before = await rowsOf(mentorId);
    const save = (...windows: WindowDraft[]) =>
      saveWeeklyWindows({ userId: mentorId, windows, now: monday });
    expect(await save(weekdays, { ...weekdays, days: [5, 6], start: '11:00' })).toMatchObject({
      reason: 'invalid_windows',
      problems: [{ row: 1, field: 'start', problem: 'overlap', other: 0 }],
    });
    expect(await save({ ...weekdays, end: '08:00' })).toMatchObject({
      problems: [{ row: 0, field: 'end', problem: 'end_before_start' }],
    });
    expect(await save({ ...weekdays, timeZone: 'Mars/Olympus' })).toMatchObject({
      problems: [{ row: 0, field: 'timeZone', problem: 'unknown_zone' }],
    });
    expect(await save(...Array.from({ length: 101 }, () => weekdays))).toMatchObject({
      reason: 'too_many',
    });
    expect(await rowsOf(mentorId)).toEqual(before);
  });

  it('move no booking, and name those that are now outside', async () => {
    const { userId, booking } = await makeBooked();
    const result = await saveWeeklyWindows({ userId, windows: [weekdays], now: monday });
    expect(result).toMatchObject({
      ok: true,
      value: {
        outside: [
          {
            bookingId: booking.bookingId,
            startsAt: at(`${tuesday}T14:00`),
            reasons: [{ kind: 'outside_windows' }],
          },
        ],
      },
    });
    expect(await readBooking(booking.bookingId)).toMatchObject({ status: 'confirmed' });
    const wide = { ...weekdays, end: '15:00' };
    const again = await saveWeeklyWindows({ userId, windows: [wide], now: monday });
    expect(again).toMatchObject({ ok: true, value: { outside: [] } });
  });

  it('of somebody who does not mentor are refused', async () => {
    const { id } = await makeUser();
    const result = await saveWeeklyWindows({ userId: id, windows: [weekdays], now: monday });
    expect(result).toEqual({ ok: false, reason: 'not_a_mentor' });
  });
});

describe('single dates', () => {
  it('are closed, get other hours, and their usual ones again', async () => {
    const { userId, mentorId, booking } = await makeBooked();
    const dates = [tuesday, '2026-11-25', tuesday];
    const read = () => listOverrides(db, { mentorId, from: tuesday });
    const closed = await saveOverrides({ userId, dates, change: { kind: 'closed' }, ...change });
    expect(closed).toMatchObject({
      value: {
        outside: [{ bookingId: booking.bookingId, reasons: [{ kind: 'closed_date' }] }],
      },
    });
    expect(await read()).toEqual([
      { date: tuesday, ranges: [], note: '' },
      { date: '2026-11-25', ranges: [], note: '' },
    ]);

    const ranges = [{ start: '10:00', end: '11:00', capacity: 2 }];
    const hours = { kind: 'hours', ranges } as const;
    const moved = await saveOverrides({ userId, dates: [tuesday], change: hours, ...change });
    expect(moved).toMatchObject({ value: { outside: [{ reasons: [{ kind: 'other_hours' }] }] } });
    expect((await read())[0]).toEqual({ date: tuesday, ranges, note: '' });

    const usual = await saveOverrides({ userId, dates, change: { kind: 'usual' }, ...change });
    expect(usual).toMatchObject({ ok: true, value: { outside: [] } });
    expect(await read()).toEqual([]);
    // Three rows were written, and are still there to be read.
    expect(await db.$count(overrides, eq(overrides.mentorId, mentorId))).toBe(3);
  });

  it('are refused where they make no sense', async () => {
    const { mentorId: userId } = await makeMentor();
    const save = (dates: string[], ranges: { start: string; end: string }[] = []) =>
      saveOverrides({
        userId,
        dates,
        change: {
          kind: 'hours',
          ranges: ranges.map((range) => ({ ...range, capacity: 1 })),
        },
        ...change,
      });
    const nine = { start: '09:00', end: '12:00' };
    expect(await save([], [nine])).toMatchObject({ reason: 'no_dates' });
    expect(await save(['2026-11-31'], [nine])).toMatchObject({ reason: 'not_a_date' });
    expect(await save(['2026-11-22'], [nine])).toMatchObject({ reason: 'past_date' });
    expect(await save([tuesday])).toMatchObject({ reason: 'no_ranges' });
    expect(await save([tuesday], [nine, { start: '11:00', end: '13:00' }])).toMatchObject({
      reason: 'invalid_ranges',
      problems: [{ row: 1, problem: 'overlap', other: 0 }],
    });
    expect(await save([tuesday], [{ start: '12:00', end: '09:00' }])).toMatchObject({
      problems: [{ row: 0, field: 'end', problem: 'end_before_start' }],
    });
    expect(await listOverrides(db, { mentorId: userId, from: '2026-01-01' })).toEqual([]);
  });
});

describe('time off', () => {
  it('is a span of the mentor’s own wall time', async () => {
    const { mentorId: userId } = await makeMentor({ mentor: { timeZone: 'Europe/Paris' } });
    const span = { from: '2027-03-27T18:00', to: '2027-03-28T18:00' };
    await addTimeOff({ userId, ...span, note: 'Away', now: monday });
    // 23 hours: the clocks go forward that night.
    expect(await listTimeOff(db, { mentorId: userId, now: monday })).toMatchObject([
      { period: { start: at('2027-03-27T17:00'), end: at('2027-03-28T16:00') }, note: 'Away' },
    ]);
  });

  it('keeps the bookings inside it and names them, and can be taken back', async () => {
    const { userId, mentorId, variantId, booking } = await makeBooked();
    const span = { from: `${tuesday}T13:00`, to: `${tuesday}T18:00` };
    const result = await addTimeOff({ userId, ...span, note: '', now: monday });
    expect(result).toMatchObject({
      value: { outside: [{ bookingId: booking.bookingId, reasons: [{ kind: 'taken' }] }] },
    });
    if (!result.ok) return;
    const other = await makeUser();
    const wanted = {
      booker: user(other.id),
      mentorId,
      variantId,
      startsAt: at(`${tuesday}T15:00`),
    };
    expect(await orderSlots(order(wanted))).toMatchObject({ reason: 'slot_taken' });

    const stranger = await makeMentor();
    const { id } = result.value;
    const refusal = { ok: false, reason: 'not_found' };
    expect(await removeTimeOff({ userId: stranger.mentorId, id, now: monday })).toEqual(refusal);
    expect(await removeTimeOff({ userId, id: 'none', now: monday })).toEqual(refusal);
    expect(await removeTimeOff({ userId, id, now: monday })).toMatchObject({
      ok: true,
      value: { outside: [] },
    });
    expect(await removeTimeOff({ userId, id, now: monday })).toEqual(refusal);
    expect(await orderSlots(order(wanted))).toMatchObject({ ok: true });
    expect(await db.$count(timeOff, eq(timeOff.mentorId, mentorId))).toBe(1);
  });

  it.each([
    ['2026-12-01T10:00', '2026-12-01T10:00', 'end_before_start'],
    ['2026-11-20T10:00', '2026-11-23T12:00', 'over'],
    ['2026-12-01T10:00', '2029-12-01T10:00', 'too_long'],
    ['2026-12-41T10:00', '2027-12-01T10:00', 'not_a_time'],
    ['tomorrow', '2027-12-01T10:00', 'not_a_time'],
  ])('from %s to %s is refused: %s', async (from, to, reason) => {
    const { mentorId: userId } = await makeMentor();
    expect(await addTimeOff({ userId, from, to, note: '', now: monday })).toMatchObject({ reason });
  });
});

describe('booking rules', () => {
  it('are saved, and the engine keeps them', async () => {
    const { userId, mentorId, variantId, mentee } = await makeBooked();
    expect(await saveBookingRules({ userId, rules, now: monday })).toMatchObject({ ok: true });
    const startsAt = at(`${tuesday}T13:00`);
    const wanted = { booker: user(mentee.id), mentorId, variantId, startsAt };
    // Ten minutes are kept clear before the session at 14:00.
    expect(await orderSlots(order(wanted))).toMatchObject({ reason: 'slot_taken' });
    const earlier = { ...wanted, startsAt: at(`${tuesday}T12:45`) };
    expect(await orderSlots(order(earlier))).toMatchObject({
      value: { bookings: [{ status: 'pending' }] },
    });
  });

  it('name the bookings that another zone leaves outside', async () => {
    const { userId, booking } = await makeBooked(at(`${tuesday}T16:00`));
    const inParis = { ...rules, timeZone: 'Europe/Paris' };
    const result = await saveBookingRules({ userId, rules: inParis, now: monday });
    expect(result).toMatchObject({ value: { outside: [{ bookingId: booking.bookingId }] } });
  });

  it.each([
    { timeZone: 'Mars/Olympus' },
    { stepMinutes: 0 },
    { horizonDays: 366 },
    { maxSessionsPerDay: 0 },
    { lateCancelPercent: 101 },
  ])('with %j are refused', async (wrong) => {
    const { mentorId: userId } = await makeMentor();
    const result = await saveBookingRules({ userId, rules: { ...rules, ...wrong }, now: monday });
    expect(result).toMatchObject({ reason: 'invalid_rules' });
  });
});

describe('saved while people book', () => {
  it('each booking comes before the change, and is named by it, or is refused', async () => {
    const { mentorId, variantId } = await makeMentor();
    const before = await countDeadlocks();
    for (let round = 1; round <= 6; round += 1) {
      const date = `2026-12-0${round}`;
      const mentees = await Promise.all(Array.from({ length: 8 }, () => makeUser()));
      const starts = mentees.map((_, index) =>
        at(`${date}T${String(9 + index).padStart(2, '0')}:00`),
      );
      const attempt = (index: number) => {
        const [mentee, startsAt] = [mentees[index], starts[index]];
        if (!mentee || !startsAt) throw new Error('eight mentees were made');
        return orderSlots(order({ booker: user(mentee.id), mentorId, variantId, startsAt }));
      };
      const early = [0, 1, 2, 3].map(attempt);
      const closing = saveOverrides({
        userId: mentorId,
        dates: [date],
        change: { kind: 'closed' },
        ...change,
      });
      const late = [4, 5, 6, 7].map(attempt);
      const [results, closed] = [await Promise.all([...early, ...late]), await closing];
      if (!closed.ok) throw new Error(`refused: ${closed.reason}`);
      const made = results.flatMap((result) =>
        result.ok ? [result.value.bookings[0].bookingId] : [],
      );
      const named = closed.value.outside.map(({ bookingId }) => bookingId);
      expect(named).toEqual(expect.arrayContaining(made));
      const refusals = results.flatMap((result) => (result.ok ? [] : [result.reason]));
      expect(new Set(refusals)).toEqual(new Set(refusals.length > 0 ? ['not_offered'] : []));
    }
    expect(await countDeadlocks()).toBe(before);
  });

  it('two savings at once leave one whole week, not a mixture', async () => {
    const { mentorId: userId } = await makeMentor();
    const weeks = [10, 11, 12, 13].map((hour) =>
      [1, 2, 3].map((day) => ({ ...weekdays, days: [day], end: `${hour}:00`, capacity: day })),
    );
    const saved = await Promise.all(
      weeks.map((windows) => saveWeeklyWindows({ userId, windows, now: monday })),
    );
    expect(saved.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const left = await listWeeklyWindows(db, { mentorId: userId });
    expect(left).toHaveLength(3);
    expect(new Set(left.map(({ end }) => end)).size).toBe(1);
  });
});
