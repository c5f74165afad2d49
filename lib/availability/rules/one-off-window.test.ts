import { describe, expect, it } from 'vitest';
import type { OverrideRange } from '@/domain/availability';
import type { WeeklyWindow } from '@/domain/schedules';
import { instantOf } from '@/lib/scheduling';
import { hoursOn, planOneOff } from './one-off-window';

/** A Tuesday. */
const tuesday = '2026-12-08';
const daily = [1, 2, 3, 4, 5, 6, 7];
const morning: WeeklyWindow = { days: daily, start: '09:00', end: '12:00', capacity: 1 };

function hours(values: Partial<Parameters<typeof hoursOn>[0]> = {}) {
  return { timeZone: 'Europe/Paris', weekly: [morning], overrides: [], ...values };
}

type Hours = ReturnType<typeof hours>;

function plan(
  of: Hours,
  from: string,
  to: string,
  { capacity = 1, now = 0 }: { capacity?: number | null; now?: number } = {},
) {
  const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11), of.timeZone);
  const planned = planOneOff(of, { start: at(from), end: at(to), capacity, now });
  return planned.ok
    ? planned.value.map(({ date, hours: open }) => [date, ...open.map(write)])
    : planned.reason;
}

function write({ start, end, capacity }: OverrideRange) {
  return `${start}-${end}${capacity === 1 ? '' : ` x${capacity ?? 'any'}`}`;
}

function dayOf(of: Hours, date: string) {
  return hoursOn(of, date).map(write);
}

describe('the hours of a date', () => {
  it('are its windows', () => {
    const evening = { days: [2], start: '18:00', end: '24:00', capacity: 4 };
    const later = { ...morning, from: '2027-01-01' };
    expect(dayOf(hours({ weekly: [evening, morning, later] }), tuesday)).toEqual([
      '09:00-12:00',
      '18:00-24:00 x4',
    ]);
  });

  it('are those of its override, where it has one', () => {
    const overrides = [{ date: tuesday, ranges: [{ start: '14:00', end: '15:00', capacity: 1 }] }];
    expect(dayOf(hours({ overrides }), tuesday)).toEqual(['14:00-15:00']);
    expect(dayOf(hours({ overrides: [{ date: tuesday, ranges: [] }] }), tuesday)).toEqual([]);
  });

  it('are written in the mentor’s zone, also those of windows in another', () => {
    const tokyo = { ...morning, timeZone: 'Asia/Tokyo' };
    const newYork = { ...morning, start: '16:00', end: '20:00', timeZone: 'America/New_York' };
    expect(dayOf(hours({ weekly: [tokyo, newYork] }), tuesday)).toEqual([
      '00:00-04:00',
      '22:00-24:00',
    ]);
  });

  it('know no limit where one of the windows that overlap has none', () => {
    const open = { days: daily, start: '11:00', end: '13:00' };
    expect(dayOf(hours({ weekly: [morning, open] }), tuesday)).toEqual([
      '09:00-11:00',
      '11:00-13:00 xany',
    ]);
    expect(plan(hours(), `${tuesday}T12:00`, `${tuesday}T13:00`, { capacity: null })).toEqual([
      [tuesday, '09:00-12:00', '12:00-13:00 xany'],
    ]);
  });

  it('count the larger capacity where windows overlap', () => {
    const group = { days: daily, start: '11:00', end: '13:00', capacity: 5 };
    expect(dayOf(hours({ weekly: [morning, group] }), tuesday)).toEqual([
      '09:00-11:00',
      '11:00-13:00 x5',
    ]);
  });

  it('leave out the second turn of a repeated hour, which a wall time cannot name', () => {
    // 02:30 to 05:00 in Paris, the first half hour of it when 02:30 comes again.
    const utc = { days: daily, start: '01:30', end: '04:00', capacity: 1, timeZone: 'UTC' };
    expect(dayOf(hours({ weekly: [utc] }), '2026-10-25')).toEqual(['03:00-05:00']);
  });

  it('are none where the zone skipped the date', () => {
    expect(dayOf(hours({ timeZone: 'Pacific/Apia' }), '2011-12-30')).toEqual([]);
  });
});

describe('opening once', () => {
  it('adds to the hours that the date has', () => {
    expect(plan(hours(), `${tuesday}T18:00`, `${tuesday}T20:00`)).toEqual([
      [tuesday, '09:00-12:00', '18:00-20:00'],
    ]);
  });

  it('joins what overlaps or touches', () => {
    expect(plan(hours(), `${tuesday}T11:00`, `${tuesday}T14:00`)).toEqual([
      [tuesday, '09:00-14:00'],
    ]);
    expect(plan(hours(), `${tuesday}T12:00`, `${tuesday}T13:00`)).toEqual([
      [tuesday, '09:00-13:00'],
    ]);
    const seats = { capacity: 3 };
    expect(plan(hours(), `${tuesday}T11:00`, `${tuesday}T14:00`, seats)).toEqual([
      [tuesday, '09:00-11:00', '11:00-14:00 x3'],
    ]);
  });

  it('opens a closed date for the span alone', () => {
    const closed = hours({ overrides: [{ date: tuesday, ranges: [] }] });
    expect(plan(closed, `${tuesday}T10:00`, `${tuesday}T11:00`)).toEqual([
      [tuesday, '10:00-11:00'],
    ]);
  });

  it('over midnight changes both dates', () => {
    expect(plan(hours(), `${tuesday}T22:00`, '2026-12-09T01:00')).toEqual([
      [tuesday, '09:00-12:00', '22:00-24:00'],
      ['2026-12-09', '00:00-01:00', '09:00-12:00'],
    ]);
    expect(plan(hours(), `${tuesday}T22:00`, '2026-12-09T00:00')).toHaveLength(1);
  });

  it('on a date whose clock changes keeps wall times', () => {
    expect(plan(hours(), '2027-03-28T01:00', '2027-03-28T04:00')).toEqual([
      ['2027-03-28', '01:00-04:00', '09:00-12:00'],
    ]);
    // From 02:30, which the clock skips: it is 03:30.
    expect(plan(hours(), '2027-03-28T02:30', '2027-03-28T04:00')).toEqual([
      ['2027-03-28', '03:30-04:00', '09:00-12:00'],
    ]);
    const [start, end] = ['2026-10-25T01:15Z', '2026-10-25T01:45Z'].map(Date.parse);
    const again = { start: start ?? 0, end: end ?? 0, capacity: 1, now: 0 };
    expect(planOneOff(hours(), again)).toMatchObject({ reason: 'clock_change' });
  });

  it('is refused where it makes no sense', () => {
    expect(plan(hours(), `${tuesday}T10:00`, `${tuesday}T11:00`)).toBe('already_open');
    expect(plan(hours(), `${tuesday}T10:00`, `${tuesday}T10:00`)).toBe('end_before_start');
    expect(plan(hours(), `${tuesday}T14:00`, '2026-12-09T14:15')).toBe('over_a_day');
    const now = Date.parse('2026-12-09T00:00Z');
    expect(plan(hours(), `${tuesday}T14:00`, `${tuesday}T15:00`, { now })).toBe('over');
  });
});
