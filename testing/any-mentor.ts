/** Mentors that fast-check makes up: every rule that decides what can be booked, in odd combinations. */
import * as fc from 'fast-check';
import type { DemoMentor, DemoService, DemoWindow, Hours } from '@/scripts/seed/mentor-shape';

const zones = [
  'Africa/Lagos',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];

const zone = fc.constantFrom(...zones);
const capacity = fc.constantFrom(1, 1, 2, 3);
const buffer = fc.constantFrom(0, 0, 5, 15, 45);
const cap = fc.constantFrom(undefined, undefined, 1, 2, 4);

/** Local wall times in quarters of an hour, so that windows touch and overlap often. */
const hours: fc.Arbitrary<Hours> = fc
  .tuple(fc.integer({ min: 0, max: 92 }), fc.integer({ min: 2, max: 40 }))
  .map(
    ([start, length]) => `${wallTime(start)}-${wallTime(Math.min(start + length, 96))}` as const,
  );

function wallTime(quarters: number): `${string}:${string}` {
  const minutes = String((quarters % 4) * 15).padStart(2, '0');
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${minutes}`;
}

const window: fc.Arbitrary<DemoWindow> = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2 }),
  hours,
  timeZone: fc.option(zone, { nil: undefined, freq: 4 }),
  capacity,
  fromDay: fc.constantFrom(undefined, undefined, 0, 3),
  untilDay: fc.constantFrom(undefined, undefined, 5, 12),
});

const service: fc.Arbitrary<DemoService> = fc
  .record({
    capacity,
    bufferBeforeMinutes: fc.constantFrom(undefined, undefined, 0, 20),
    bufferAfterMinutes: fc.constantFrom(undefined, undefined, 0, 20),
    durations: fc.uniqueArray(fc.constantFrom(20, 30, 45, 60, 120), { minLength: 1, maxLength: 2 }),
  })
  .map(({ durations, ...rest }) => ({
    ...rest,
    title: 'Mock interview',
    description: '',
    lengths: Object.fromEntries(durations.map((minutes) => [minutes, 0])),
  }));

export const anyMentor: fc.Arbitrary<DemoMentor> = fc
  .record({
    timeZone: zone,
    rules: fc.record({
      minimumNoticeMinutes: fc.constantFrom(0, 30, 1440),
      horizonDays: fc.integer({ min: 2, max: 20 }),
      stepMinutes: fc.constantFrom(5, 15, 20, 30, 60),
      bufferBeforeMinutes: buffer,
      bufferAfterMinutes: buffer,
      maxSessionsPerDay: cap,
      maxSessionsPerWeek: cap,
      confirmation: fc.constantFrom('automatic', 'manual'),
    }),
    services: fc.array(service, { minLength: 1, maxLength: 2 }),
    windows: fc.array(window, { minLength: 1, maxLength: 4 }),
    overrides: fc.uniqueArray(
      fc.record({
        day: fc.integer({ min: 0, max: 10 }),
        hours: fc.array(hours, { maxLength: 2 }),
        capacity,
        note: fc.constant(''),
      }),
      { selector: ({ day }) => day, maxLength: 3 },
    ),
    timeOff: fc.array(
      fc.record({
        fromDay: fc.integer({ min: 0, max: 10 }),
        days: fc.integer({ min: 1, max: 2 }),
        note: fc.constant(''),
      }),
      { maxLength: 2 },
    ),
  })
  .map((made) => ({
    ...made,
    name: 'Somebody',
    city: '',
    locale: 'en' as const,
    headline: '',
    bio: '',
    skills: [],
    languages: [],
    formats: ['video' as const],
    demand: 1,
  }));
