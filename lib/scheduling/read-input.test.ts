import { describe, expect, test } from 'vitest';
import { computeSlotInstants, computeSlots } from './index';

/** Monday 4 January 2027, nine to noon in Paris. */
const valid = {
  now: '2027-01-01T00:00:00Z',
  timeZone: 'Europe/Paris',
  weekly: [{ days: [1], start: '09:00', end: '12:00' }],
  overrides: [{ date: '2027-01-06', ranges: [{ start: '09:00', end: '10:00' }] }],
  busy: [{ start: '2027-01-04T09:00:00Z', end: '2027-01-04T10:00:00Z' }],
  closed: [],
  joinable: [],
  durationMinutes: 60,
  stepMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  range: { from: '2027-01-04T00:00:00Z', to: '2027-01-05T00:00:00Z' },
};
const window = { days: [1], start: '09:00', end: '12:00' };
const span = { start: '2027-01-04T09:00:00Z', end: '2027-01-04T10:00:00Z' };

/** Calls the engine as a caller without types would. */
function compute(input: unknown) {
  return computeSlots(input as Parameters<typeof computeSlots>[0]);
}

test('a valid input', () => {
  const starts = ['2027-01-04T08:00:00Z', '2027-01-04T10:00:00Z'];
  expect(compute(valid).map((slot) => slot.start)).toEqual(starts);
});

describe('an invalid field is named', () => {
  test.each<[field: string, change: Record<string, unknown>]>([
    ['now', { now: '2027-01-01' }],
    ['now', { now: undefined }],
    ['now', { now: 1_800_000_000_000 }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['timeZone', { timeZone: '+02:00' }],
    ['timeZone', { timeZone: null }],
    ['weekly', { weekly: undefined }],
    ['weekly[0]', { weekly: [null] }],
    ['weekly[1].days', { weekly: [window, { ...window, days: [0] }] }],
    ['weekly[0].days', { weekly: [{ ...window, days: [8] }] }],
    ['weekly[0].days', { weekly: [{ ...window, days: [1.5] }] }],
    ['weekly[0].days', { weekly: [{ ...window, days: ['1'] }] }],
    ['weekly[0].days', { weekly: [{ ...window, days: 1 }] }],
    ['weekly[0].start', { weekly: [{ ...window, start: '9:00' }] }],
    ['weekly[0].end', { weekly: [{ ...window, end: '24:01' }] }],
    ['weekly[0].timeZone', { weekly: [{ ...window, timeZone: 'Nowhere' }] }],
    ['weekly[0].capacity', { weekly: [{ ...window, capacity: 0 }] }],
    ['weekly[0].capacity', { weekly: [{ ...window, capacity: 1.5 }] }],
    ['weekly[0].from', { weekly: [{ ...window, from: '2027-02-29' }] }],
    ['weekly[0].until', { weekly: [{ ...window, until: 'never' }] }],
    ['overrides', { overrides: {} }],
    ['overrides[0]', { overrides: ['2027-01-04'] }],
    ['overrides[0].date', { overrides: [{ date: '04/01/2027', ranges: [] }] }],
    ['overrides[1].date', { overrides: [valid.overrides[0], valid.overrides[0]] }],
    ['overrides[0].ranges', { overrides: [{ date: '2027-01-04' }] }],
    [
      'overrides[0].ranges[0].end',
      { overrides: [{ date: '2027-01-04', ranges: [{ start: '09:00' }] }] },
    ],
    [
      'overrides[0].ranges[1].capacity',
      { overrides: [{ date: '2027-01-04', ranges: [window, { ...window, capacity: -1 }] }] },
    ],
    ['busy', { busy: null }],
    ['busy[0]', { busy: [7] }],
    ['busy[1].start', { busy: [span, { ...span, start: 'soon' }] }],
    ['busy[0].end', { busy: [{ start: span.start }] }],
    ['busy[0].end', { busy: [{ start: span.end, end: span.start }] }],
    ['closed', { closed: 'no' }],
    ['closed[0].end', { closed: [{ start: span.end, end: span.start }] }],
    ['joinable', { joinable: {} }],
    ['joinable[0].start', { joinable: [{ end: span.end, seatsTaken: 0 }] }],
    ['joinable[0].seatsTaken', { joinable: [span] }],
    ['joinable[0].seatsTaken', { joinable: [{ ...span, seatsTaken: -1 }] }],
    [
      'joinable[0].bufferBeforeMinutes',
      { joinable: [{ ...span, seatsTaken: 1, bufferBeforeMinutes: -5 }] },
    ],
    [
      'joinable[0].bufferAfterMinutes',
      { joinable: [{ ...span, seatsTaken: 1, bufferAfterMinutes: '5' }] },
    ],
    ['durationMinutes', { durationMinutes: 0 }],
    ['durationMinutes', { durationMinutes: 30.5 }],
    ['durationMinutes', { durationMinutes: '30' }],
    ['durationMinutes', { durationMinutes: 1e12 }],
    ['stepMinutes', { stepMinutes: 0 }],
    ['stepMinutes', { stepMinutes: Number.NaN }],
    ['bufferBeforeMinutes', { bufferBeforeMinutes: -1 }],
    ['bufferAfterMinutes', { bufferAfterMinutes: Infinity }],
    ['minimumNoticeMinutes', { minimumNoticeMinutes: undefined }],
    ['range', { range: undefined }],
    ['range.from', { range: { to: valid.range.to } }],
    ['range.to', { range: { from: valid.range.from, to: '2027-01-05' } }],
    ['range.to', { range: { from: valid.range.to, to: valid.range.from } }],
  ])('%s of %j', (field, change) => {
    let error: unknown;
    try {
      compute({ ...valid, ...change });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RangeError);
    expect((error as RangeError).message.split(':')[0]).toBe(field);
  });

  test.each([null, undefined, 'input', 5])('an input that is %j', (input) => {
    expect(() => compute(input)).toThrow(RangeError);
  });

  test.each([Number.NaN, Infinity, 1e15, '2027-01-04T00:00:00Z'])(
    '%j as epoch milliseconds',
    (from) => {
      const input = { ...valid, now: 0, busy: [], range: { from, to: 1_800_000_000_000 } };
      expect(() => computeSlotInstants(input as Parameters<typeof computeSlotInstants>[0])).toThrow(
        /^range\.from/,
      );
    },
  );
});

describe('accepted', () => {
  test.each<[why: string, change: Record<string, unknown>]>([
    ['unknown keys', { colour: 'green', weekly: [{ ...window, id: 7 }] }],
    ['optional fields left out', { closed: undefined, joinable: undefined }],
    ['a weekday named twice', { weekly: [{ ...window, days: [1, 1] }] }],
    ['an alias of the zone in another letter case', { timeZone: 'EUROPE/paris' }],
    [
      'first date after last',
      { weekly: [window, { ...window, from: '2027-02-01', until: '2026-01-01' }] },
    ],
    [
      'a window that ends before it starts',
      { weekly: [window, { ...window, start: '18:00', end: '09:30' }] },
    ],
    [
      'a busy interval without length',
      { busy: [...valid.busy, { start: '2027-01-04T08:30:00Z', end: '2027-01-04T08:30:00Z' }] },
    ],
  ])('%s', (_why, change) => {
    expect(compute({ ...valid, ...change })).toEqual(compute(valid));
  });

  test('a range without length, and a notice beyond the range', () => {
    const { from } = valid.range;
    expect(compute({ ...valid, range: { from, to: from } })).toEqual([]);
    expect(compute({ ...valid, minimumNoticeMinutes: Number.MAX_SAFE_INTEGER })).toEqual([]);
  });

  test('an input that nobody may change', () => {
    const frozen = JSON.parse(JSON.stringify(valid), (_key, value: unknown) =>
      Object.freeze(value),
    );
    expect(compute(frozen)).toEqual(compute(valid));
  });
});
