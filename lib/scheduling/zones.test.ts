import { Temporal } from 'temporal-polyfill';
import { describe, expect, test, vi } from 'vitest';
import { canonicalTimeZone, isTimeZone } from './index';
import { withoutAlias } from '@/kernel/time/zone-aliases';
import { WallClock, ZoneOffsets } from './zone-offsets';
import { findZone } from './zones';

const DAY = 86_400_000;

const UNUSUAL = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Gaza',
  'America/Nuuk',
  'Europe/Volgograd',
];

function zoneOf(name: string) {
  const zone = findZone(name);
  if (zone === undefined) throw new Error(`${name} is missing in this engine`);
  return zone;
}

describe('names', () => {
  test.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['Asia/Katmandu', 'Asia/Kathmandu'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['America/Godthab', 'America/Nuuk'],
    ['US/Eastern', 'America/New_York'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    // One clock, two zones: only another spelling is the same zone.
    ['Europe/Berlin', 'Europe/Berlin'],
  ])('%s is %s', (name, canonical) => {
    expect(isTimeZone(name)).toBe(true);
    expect(canonicalTimeZone(name)).toBe(canonical);
    // Engines that give names back as they were given (since native Temporal) leave it to the table.
    expect(withoutAlias(name)).toBe(canonical);
  });

  test('letter case does not matter', () => {
    expect(canonicalTimeZone('asia/KATMANDU')).toBe('Asia/Kathmandu');
  });

  test.each(['', 'Mars/Olympus', '+02:00', '-05', 'Europe/Paris ', 'Europe'])(
    '%j is none',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
      expect(() => canonicalTimeZone(name)).toThrow(RangeError);
    },
  );

  test('the table agrees with the engine on what is one zone', () => {
    const epoch = Temporal.Instant.fromEpochMilliseconds(0);
    const differing = Intl.supportedValuesOf('timeZone').filter((name) => {
      const canonical = epoch.toZonedDateTimeISO(canonicalTimeZone(name));
      return !epoch.toZonedDateTimeISO(name).equals(canonical);
    });
    expect(differing).toEqual([]);
  });
});

describe('offsets', () => {
  const year = [Date.UTC(2027, 0, 1), Date.UTC(2028, 0, 1)] as const;
  const decades = [Date.UTC(2009, 0, 1), Date.UTC(2030, 0, 1)] as const;

  test('every change of every zone in a year is found, to the second', () => {
    const missed = Intl.supportedValuesOf('timeZone').filter(
      (name) => String(changesByEngine(name, ...year)) !== String(changesByTemporal(name, ...year)),
    );
    expect(missed).toEqual([]);
  });

  test.each(UNUSUAL)('every change of %s in two decades', (name) => {
    expect(changesByEngine(name, ...decades)).toEqual(changesByTemporal(name, ...decades));
  });

  test('a change undone within a week is found, whenever it falls', () => {
    const week = 6.9 * DAY;
    for (let start = 0; start < 100 * DAY; start += DAY / 2) {
      const offsets = new ZoneOffsets((at) => (at >= start && at < start + week ? 0 : 3_600_000));
      const spans = offsets.spans(-10 * DAY, 120 * DAY);
      expect(spans.map((span) => span.from)).toEqual([-60 * DAY, start, start + week]);
    }
  });

  test('looks each chunk up once', () => {
    const offsetAt = vi.fn<() => number>(() => 0);
    const offsets = new ZoneOffsets(offsetAt);
    offsets.spans(0, 365 * DAY);
    const { length } = offsetAt.mock.calls;
    expect(length).toBeLessThan(100);
    offsets.spans(DAY, 364 * DAY);
    expect(offsetAt).toHaveBeenCalledTimes(length);
    expect(offsets.spans(DAY, 2 * DAY)).toHaveLength(1);
  });
});

function changesByEngine(name: string, from: number, to: number): number[] {
  const [, ...later] = zoneOf(name).offsets.spans(from, to);
  return later.map((span) => span.from).filter((at) => at > from && at < to);
}

function changesByTemporal(name: string, from: number, to: number): number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= to) return changes;
    if (next.offset !== at.offset) changes.push(next.epochMilliseconds);
    at = next;
  }
}

describe('wall times', () => {
  test.each([
    ['Europe/Paris', '2027-03-28', '02:30', 'in the gap', '2027-03-28T01:30:00Z'],
    ['Europe/Paris', '2027-10-31', '02:30', 'in the fold', '2027-10-31T00:30:00Z'],
    [
      'Australia/Lord_Howe',
      '2027-10-03',
      '02:15',
      'in half an hour of gap',
      '2027-10-02T15:45:00Z',
    ],
    ['America/Sao_Paulo', '2018-11-04', '00:00', 'midnight in the gap', '2018-11-04T03:00:00Z'],
    ['America/Havana', '2027-11-07', '00:30', 'midnight in the fold', '2027-11-07T04:30:00Z'],
    ['Pacific/Apia', '2011-12-30', '12:00', 'a date skipped', '2011-12-30T22:00:00Z'],
    ['Asia/Kathmandu', '1986-01-01', '00:10', 'a quarter-hour gap', '1985-12-31T18:40:00Z'],
    ['Africa/Monrovia', '1971-06-01', '12:00', 'an offset with seconds', '1971-06-01T12:44:30Z'],
  ])('%s %s %s (%s)', (timeZone, date, time, _why, expected) => {
    const local = Date.parse(`${date}T${time}:00Z`);
    const clock = new WallClock(zoneOf(timeZone).offsets.spans(local - 3 * DAY, local + 3 * DAY));
    clock.moveTo(Date.parse(date));
    expect(new Date(clock.instantOf(local)).toISOString()).toBe(expected.replace('Z', '.000Z'));

    const byTemporal = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone);
    expect(clock.instantOf(local)).toBe(byTemporal.epochMilliseconds);
  });
});
