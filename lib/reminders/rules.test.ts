import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ReminderPreferences } from '@/domain/reminders';
import {
  type DueReminder,
  followUp,
  isQuiet,
  type Reminded,
  remindersBefore,
  skipReasonOf,
} from './rules';
import { usualPreferences } from './schema';

const local = (text: string, timeZone: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
const wallTime = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

describe('remindersBefore', () => {
  it.each([
    // Zone, start, hours and minutes before it at which it was booked, what is planned for when.
    ['Europe/Paris', '2026-11-26T10:00', '72:00', ['24h 25T10:00', '1h 26T09:00', '30m 26T09:30']],
    ['Europe/Paris', '2026-11-26T10:00', '24:01', ['24h 25T10:00', '1h 26T09:00', '30m 26T09:30']],
    ['Europe/Paris', '2026-11-26T10:00', '24:00', ['1h 26T09:00', '30m 26T09:30']],
    ['Europe/Paris', '2026-11-26T10:00', '02:00', ['1h 26T09:00', '30m 26T09:30']],
    ['Europe/Paris', '2026-11-26T10:00', '01:00', ['30m 26T09:30']],
    ['Europe/Paris', '2026-11-26T10:00', '00:31', ['30m 26T09:30']],
    ['Europe/Paris', '2026-11-26T10:00', '00:30', []],
    ['Europe/Paris', '2026-11-26T10:00', '00:05', []],
    // Clocks go forward at 02:00 on 28 March: 24 hours before is an hour earlier on the clock.
    ['Europe/Paris', '2027-03-28T10:00', '72:00', ['24h 27T09:00', '1h 28T09:00', '30m 28T09:30']],
    ['Europe/Paris', '2027-03-28T03:30', '72:00', ['24h 27T02:30', '1h 28T01:30', '30m 28T03:00']],
    ['Europe/Paris', '2027-03-28T03:30', '01:30', ['1h 28T01:30', '30m 28T03:00']],
    // They go back at 03:00 on 25 October: an hour later on the clock.
    ['Europe/Paris', '2026-10-25T10:00', '72:00', ['24h 24T11:00', '1h 25T09:00', '30m 25T09:30']],
    ['Europe/Paris', '2026-10-25T03:00', '72:00', ['24h 24T04:00', '1h 25T02:00', '30m 25T02:30']],
    // Morocco leaves its usual hour for Ramadan and comes back after it.
    [
      'Africa/Casablanca',
      '2026-02-15T10:00',
      '72:00',
      ['24h 14T11:00', '1h 15T09:00', '30m 15T09:30'],
    ],
    [
      'Africa/Casablanca',
      '2026-03-22T10:00',
      '72:00',
      ['24h 21T09:00', '1h 22T09:00', '30m 22T09:30'],
    ],
    ['Africa/Casablanca', '2026-03-22T10:00', '12:00', ['1h 22T09:00', '30m 22T09:30']],
  ])('%s, %s, booked %s before', (timeZone, start, lead, planned) => {
    const startsAt = local(start, timeZone);
    const [hours = 0, minutes = 0] = lead.split(':').map(Number);
    const now = startsAt - (hours * 60 + minutes) * 60_000;
    const found = remindersBefore({ startsAt, now });
    expect(found.map(({ kind, dueAt }) => `${kind} ${wallTime(dueAt, timeZone).slice(8)}`)).toEqual(
      planned,
    );
  });
});

describe('followUp', () => {
  it('comes half an hour after the session was closed, but not before its end', () => {
    const endsAt = local('2026-11-26T11:00', 'UTC');
    const at = (text: string) =>
      wallTime(followUp({ endsAt, now: local(text, 'UTC') }).dueAt, 'UTC');
    expect(at('2026-11-26T10:20')).toBe('2026-11-26T11:30');
    expect(at('2026-11-27T11:00')).toBe('2026-11-27T11:30');
  });
});

describe('isQuiet', () => {
  const night = { ...usualPreferences, quietFromMinute: 22 * 60, quietUntilMinute: 7 * 60 };
  const noon = { ...usualPreferences, quietFromMinute: 12 * 60, quietUntilMinute: 14 * 60 };
  it.each([
    [night, 'Europe/Paris', '2026-11-26T21:59', false],
    [night, 'Europe/Paris', '2026-11-26T22:00', true],
    [night, 'Europe/Paris', '2026-11-27T00:00', true],
    [night, 'Europe/Paris', '2026-11-27T06:59', true],
    [night, 'Europe/Paris', '2026-11-27T07:00', false],
    [night, 'Europe/Paris', '2027-03-28T06:59', true],
    [night, 'Europe/Paris', '2027-03-28T07:00', false],
    [night, 'Africa/Casablanca', '2026-02-15T06:59', true],
    [night, 'Africa/Casablanca', '2026-02-15T07:00', false],
    [noon, 'Africa/Lagos', '2026-11-26T13:59', true],
    [noon, 'Africa/Lagos', '2026-11-26T14:00', false],
    [usualPreferences, 'Africa/Lagos', '2026-11-26T03:00', false],
  ])('%#: %o, %s, %s', (preferences, timeZone, at, quiet) => {
    expect(isQuiet(preferences, { timeZone, now: local(at, timeZone) })).toBe(quiet);
  });
});

describe('skipReasonOf', () => {
  const startsAt = local('2026-11-26T06:00', 'Africa/Dakar');
  const confirmed: Reminded = { status: 'confirmed', version: 2, startsAt };
  const night: ReminderPreferences = {
    ...usualPreferences,
    quietFromMinute: 22 * 60,
    quietUntilMinute: 7 * 60,
  };
  const minutesBefore = { '24h': 1440, '1h': 60, '30m': 30, post_session: -90 };
  type Case = {
    kind?: DueReminder['kind'];
    channel?: 'email' | 'in_app';
    subject?: Reminded | null;
    preferences?: ReminderPreferences;
    isBlocked?: boolean;
    /** Minutes before the start; when it is due, if not said. */
    before?: number;
  };
  const cases: [string, Case, string | null][] = [
    ['in its time', {}, null],
    [
      'while under way, before the start',
      { kind: '30m', subject: { ...confirmed, status: 'in_progress' }, before: 5 },
      null,
    ],
    ['nothing left', { subject: null }, 'not_confirmed'],
    ['nothing left, long after', { subject: null, before: -600 }, 'too_late'],
    [
      'closed before its turn came',
      { subject: { ...confirmed, status: 'completed' }, before: -600 },
      'too_late',
    ],
    ['asked again', { subject: { ...confirmed, status: 'pending' } }, 'not_confirmed'],
    ['called off', { subject: { ...confirmed, status: 'cancelled', version: 3 } }, 'cancelled'],
    ['lapsed', { subject: { ...confirmed, status: 'expired', version: 3 } }, 'cancelled'],
    ['of an earlier version', { subject: { ...confirmed, version: 3 } }, 'moved'],
    ['at the start', { kind: '30m', before: 0 }, 'too_late'],
    ['a moment before the start', { kind: '30m', before: 0.01 }, null],
    ['when the next is due', { before: 60 }, 'superseded'],
    ['when the last is due', { kind: '1h', before: 30 }, 'superseded'],
    ['late, but before the next', { kind: '1h', before: 31 }, null],
    [
      'when the next is due but not wanted',
      { before: 45, preferences: { ...usualPreferences, emailKinds: ['24h', '30m'] } },
      null,
    ],
    ['not wanted', { preferences: { ...usualPreferences, emailKinds: ['1h'] } }, 'turned_off'],
    [
      'not wanted by mail alone',
      { channel: 'in_app', preferences: { ...usualPreferences, emailKinds: [] } },
      null,
    ],
    ['at night', { preferences: night }, 'quiet_hours'],
    ['at night in the app', { preferences: night, channel: 'in_app' }, null],
    ['at night, half an hour before', { preferences: night, kind: '30m' }, null],
    ['to who is blocked', { isBlocked: true }, 'blocked'],
    ['afterwards', { kind: 'post_session', subject: { ...confirmed, status: 'completed' } }, null],
    [
      'after a no-show',
      { kind: 'post_session', subject: { ...confirmed, status: 'no_show' } },
      'not_confirmed',
    ],
    [
      'a week afterwards',
      { kind: 'post_session', subject: { ...confirmed, status: 'completed' }, before: -8 * 1440 },
      'too_late',
    ],
  ];
  it.each(cases)(
    '%s',
    (_name, { kind = '24h', channel = 'email', before = minutesBefore[kind], ...rest }, reason) => {
      const dueAt = startsAt - minutesBefore[kind] * 60_000;
      expect(
        skipReasonOf(
          { kind, channel, dueAt, version: 2 },
          {
            subject: confirmed,
            preferences: usualPreferences,
            timeZone: 'Africa/Dakar',
            isBlocked: false,
            now: startsAt - before * 60_000,
            ...rest,
          },
        ),
      ).toBe(reason);
    },
  );
});
