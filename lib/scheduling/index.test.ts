import { describe, expect, test } from 'vitest';
import { computeSlots, type SlotInput } from './index';

/*
 * The rules one by one, small enough to check by hand. What these leave out, the vectors and the
 * properties cover.
 */

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];

/** An hour's slots on a date in a zone, from nine to noon, with nothing in the way. */
function offered(date: string, change: Partial<SlotInput> = {}) {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return computeSlots({
    now: '2000-01-01T00:00:00Z',
    timeZone: 'UTC',
    weekly: [{ days: ALL_DAYS, start: '09:00', end: '12:00' }],
    overrides: [],
    busy: [],
    durationMinutes: 60,
    stepMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    range: {
      from: new Date(midnight).toISOString(),
      to: new Date(midnight + 86_400_000).toISOString(),
    },
    ...change,
  });
}

/** The times of day of the starts, in UTC. */
function starts(slots: ReturnType<typeof computeSlots>): string {
  return slots.map((slot) => slot.start.slice(11, 16)).join(' ');
}

const at = (time: string) => `2027-06-01T${time}:00Z`;
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

test('a slot', () => {
  const [first] = offered('2027-06-01');
  expect(first).toEqual({ start: at('09:00'), end: at('10:00'), seatsLeft: 1 });
});

describe('windows', () => {
  test('on a spring-forward date lose the hour that the zone lost', () => {
    const weekly = [{ days: ALL_DAYS, start: '00:00', end: '06:00' }];
    const range = { from: '2027-03-27T20:00:00Z', to: '2027-03-28T20:00:00Z' };
    const slots = offered('2027-03-28', { timeZone: 'Europe/Paris', weekly, range });
    expect(starts(slots)).toBe('23:00 00:00 01:00 02:00 03:00');
  });

  test('on a fall-back date gain one', () => {
    const weekly = [{ days: ALL_DAYS, start: '01:00', end: '04:00' }];
    const range = { from: '2027-10-30T20:00:00Z', to: '2027-10-31T20:00:00Z' };
    const slots = offered('2027-10-31', { timeZone: 'Europe/Paris', weekly, range });
    expect(starts(slots)).toBe('23:00 00:00 01:00 02:00');
  });

  test('begin where midnight is, also where the clock skips it', () => {
    const weekly = [{ days: ALL_DAYS, start: '00:00', end: '02:00' }];
    const slots = offered('2018-11-04', { timeZone: 'America/Sao_Paulo', weekly });
    expect(starts(slots)).toBe('03:00');
  });

  test('do not exist on a date that the zone skipped', () => {
    const range = { from: '2011-12-29T10:00:00Z', to: '2011-12-31T12:00:00Z' };
    const slots = offered('2011-12-30', { timeZone: 'Pacific/Apia', range });
    // The 29th at UTC-10, and then the 31st at UTC+14.
    expect(slots.map((slot) => slot.start)).toEqual([
      '2011-12-29T19:00:00Z',
      '2011-12-29T20:00:00Z',
      '2011-12-29T21:00:00Z',
      '2011-12-30T19:00:00Z',
      '2011-12-30T20:00:00Z',
      '2011-12-30T21:00:00Z',
    ]);
  });

  test('that touch share one grid, unless their capacity or zone differs', () => {
    const change = { stepMinutes: 40, durationMinutes: 40 };
    const [morning, rest] = [
      { days: ALL_DAYS, start: '09:00', end: '10:00' },
      { days: ALL_DAYS, start: '10:00', end: '11:00' },
    ];
    const together = offered('2027-06-01', { ...change, weekly: [rest, morning] });
    expect(starts(together)).toBe('09:00 09:40 10:20');
    const apart = offered('2027-06-01', { ...change, weekly: [morning, { ...rest, capacity: 2 }] });
    expect(starts(apart)).toBe('09:00 09:40 10:00');
    const inZones = { ...rest, start: '12:00', end: '13:00', timeZone: 'Europe/Paris' };
    expect(starts(offered('2027-06-01', { ...change, weekly: [morning, inZones] }))).toBe(
      '09:00 09:40 10:00',
    );
  });

  test('of one capacity share a grid past those of another', () => {
    const weekly = [
      { days: ALL_DAYS, start: '09:00', end: '10:00' },
      { days: ALL_DAYS, start: '09:30', end: '09:40', capacity: 2 },
      { days: ALL_DAYS, start: '10:00', end: '11:00' },
    ];
    const slots = offered('2027-06-01', { weekly, stepMinutes: 40, durationMinutes: 10 });
    expect(starts(slots)).toBe('09:00 09:30 09:40 10:20');
  });

  test('in an alias of one zone are windows of one zone', () => {
    const weekly = [
      { days: ALL_DAYS, start: '09:00', end: '10:00', timeZone: 'Asia/Katmandu' },
      { days: ALL_DAYS, start: '10:00', end: '11:00', timeZone: 'Asia/Kathmandu' },
    ];
    const change = { stepMinutes: 40, durationMinutes: 40, timeZone: 'Asia/Kathmandu' };
    expect(starts(offered('2027-06-01', { ...change, weekly }))).toBe('03:15 03:55 04:35');
    const overrides = [{ date: '2027-06-01', ranges: [] }];
    expect(offered('2027-06-01', { ...change, weekly, overrides })).toEqual([]);
  });

  test('of the next date are found before the clock goes back over midnight', () => {
    // At 00:01 on the 7th it became 23:01 on the 6th: the range ends on the 6th, once again.
    const weekly = [{ days: [7], start: '00:00', end: '02:00' }];
    const range = { from: '2010-11-07T02:00:00Z', to: '2010-11-07T03:00:00Z' };
    const change = { durationMinutes: 15, stepMinutes: 15, timeZone: 'America/St_Johns' };
    expect(starts(offered('2010-11-07', { ...change, weekly, range }))).toBe('02:30 02:45');
  });

  test('of the date before are found after the clock went forward over midnight', () => {
    // At 23:30 on the 30th it became 00:30 on the 31st, so that 24:00 is 01:00 on the 31st.
    const weekly = [{ days: [7], start: '22:45', end: '24:00' }];
    const range = { from: '1919-03-31T04:40:00Z', to: '1919-03-31T06:00:00Z' };
    const now = '1919-01-01T00:00:00Z';
    const change = { now, durationMinutes: 15, stepMinutes: 15, timeZone: 'America/Toronto' };
    expect(starts(offered('1919-03-31', { ...change, weekly, range }))).toBe('04:45');
  });

  test('carry a slot over midnight where the next date goes on, and the grid starts anew', () => {
    const weekly = [{ days: ALL_DAYS, start: '00:00', end: '24:00' }];
    const range = { from: '2027-06-01T21:00:00Z', to: '2027-06-02T02:00:00Z' };
    const slots = offered('2027-06-01', { weekly, range, stepMinutes: 100, durationMinutes: 90 });
    expect(starts(slots)).toBe('21:40 23:20 00:00 01:40');
  });

  test('give their largest number of seats', () => {
    const weekly = [
      { days: ALL_DAYS, start: '09:00', end: '12:00' },
      { days: ALL_DAYS, start: '10:00', end: '11:00', capacity: 3 },
    ];
    const seats = offered('2027-06-01', { weekly }).map((slot) => slot.seatsLeft);
    expect(seats).toEqual([1, 3, 1]);
  });

  test('respect first and last dates, both inclusive', () => {
    const weekly = [
      { days: ALL_DAYS, start: '09:00', end: '10:00', from: '2027-06-02', until: '2027-06-02' },
    ];
    const found = ['2027-06-01', '2027-06-02', '2027-06-03'].map((date) =>
      offered(date, { weekly }),
    );
    expect(found.map((slots) => slots.length)).toEqual([0, 1, 0]);
  });
});

describe('an override', () => {
  test('takes the place of the windows of its date', () => {
    const overrides = [
      { date: '2027-06-01', ranges: [{ start: '15:00', end: '16:00', capacity: 2 }] },
    ];
    expect(offered('2027-06-01', { overrides })).toEqual([
      { start: at('15:00'), end: at('16:00'), seatsLeft: 2 },
    ]);
  });

  test('takes from a window in another zone what lies inside its date', () => {
    // 22:00 to 03:00 in UTC, of which the part after midnight stays, on a grid of its own.
    const weekly = [{ days: [3], start: '07:20', end: '12:00', timeZone: 'Asia/Tokyo' }];
    const overrides = [{ date: '2027-06-01', ranges: [] }];
    const range = { from: '2027-06-01T00:00:00Z', to: '2027-06-03T00:00:00Z' };
    expect(starts(offered('2027-06-01', { weekly, range }))).toBe('22:20 23:20 00:20 01:20');
    expect(starts(offered('2027-06-01', { weekly, range, overrides }))).toBe('00:00 01:00 02:00');
  });
});

describe('busy time', () => {
  test('may touch a slot, and does not move the grid', () => {
    expect(starts(offered('2027-06-01', { busy: [span('10:00', '11:00')] }))).toBe('09:00 11:00');
    expect(starts(offered('2027-06-01', { busy: [span('10:59', '11:00')] }))).toBe('09:00 11:00');
    expect(starts(offered('2027-06-01', { busy: [span('10:30', '10:30')] }))).toBe(
      '09:00 10:00 11:00',
    );
  });

  test('keeps clear of the buffers, which may reach outside the window', () => {
    const busy = [span('12:00', '13:00')];
    expect(starts(offered('2027-06-01', { busy, bufferAfterMinutes: 1 }))).toBe('09:00 10:00');
    expect(starts(offered('2027-06-01', { busy, bufferBeforeMinutes: 60 }))).toBe(
      '09:00 10:00 11:00',
    );
  });
});

test('no session starts in a closed interval, though it may reach into one', () => {
  expect(starts(offered('2027-06-01', { closed: [span('10:00', '11:00')] }))).toBe('09:00 11:00');
  expect(starts(offered('2027-06-01', { closed: [span('09:01', '10:00')] }))).toBe(
    '09:00 10:00 11:00',
  );
});

test('notice counts from now, and its last minute is enough', () => {
  const now = at('08:00');
  expect(starts(offered('2027-06-01', { now, minimumNoticeMinutes: 120 }))).toBe('10:00 11:00');
  expect(starts(offered('2027-06-01', { now, minimumNoticeMinutes: 121 }))).toBe('11:00');
});

test('the range holds starts, its end excluded', () => {
  const range = { from: at('10:00'), to: at('11:00') };
  expect(starts(offered('2027-06-01', { range }))).toBe('10:00');
});

describe('sessions to join', () => {
  const weekly = [{ days: ALL_DAYS, start: '09:00', end: '12:00', capacity: 3 }];
  const session = { ...span('10:00', '11:00'), seatsTaken: 1 };

  test('offer their remaining seats, and are in the way of other slots', () => {
    const slots = offered('2027-06-01', { weekly, joinable: [session], bufferAfterMinutes: 5 });
    expect(slots).toEqual([{ start: at('10:00'), end: at('11:00'), seatsLeft: 2 }]);
  });

  test('keep their own buffers', () => {
    const own = { ...session, bufferBeforeMinutes: 0, bufferAfterMinutes: 1 };
    expect(starts(offered('2027-06-01', { weekly, joinable: [own] }))).toBe('09:00 10:00');
  });

  test('offer nothing when full', () => {
    const joinable = [{ ...session, seatsTaken: 3 }];
    expect(starts(offered('2027-06-01', { weekly, joinable }))).toBe('09:00 11:00');
  });

  test('may be joined where no new session may start', () => {
    const closed = [span('00:00', '11:00')];
    expect(starts(offered('2027-06-01', { weekly, joinable: [session], closed }))).toBe(
      '10:00 11:00',
    );
  });

  test('may not be joined in busy time', () => {
    const change = { weekly, joinable: [session], busy: [span('10:30', '10:45')] };
    expect(starts(offered('2027-06-01', change))).toBe('09:00 11:00');
  });
});
