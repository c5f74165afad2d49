import type { MutantGroup } from '../mutant';

const vectors = 'lib/external-calendars/rules/vectors.test.ts';
const reader = 'lib/external-calendars/rules/read-calendar.test.ts';

export const calendars: MutantGroup = {
  title: 'Calendars elsewhere',
  mutants: [
    {
      name: 'what the owner has declined takes time',
      file: 'lib/external-calendars/rules/which-count.ts',
      before:
        "return answer === 'DECLINED' && addresses.some((address) => owners.includes(address));",
      after: 'return false;',
      tests: [vectors],
    },
    {
      name: 'cancelled events take time',
      file: 'lib/external-calendars/rules/which-count.ts',
      before: "word('status') !== 'CANCELLED' &&",
      after: '',
      tests: [vectors, reader],
    },
    {
      name: 'an older version of an event counts beside the newer',
      file: 'lib/external-calendars/rules/which-count.ts',
      before: 'return events.filter((event) => sequenceOf(event) === highest.get(keyOf(event)));',
      after: 'return [...events];',
      tests: [vectors],
    },
    {
      name: 'Windows’ names of zones are unknown',
      file: 'lib/external-calendars/rules/zone-names.ts',
      before: 'known ?? windowsZones.get(name.toLowerCase())',
      after: 'known',
      tests: [vectors],
    },
    {
      name: 'a name that means a fixed offset wins over the file’s own description',
      file: 'lib/external-calendars/rules/wall-clocks.ts',
      before: "if (zone && 'timeZone' in zone && !zone.isFixed)",
      after: "if (zone && 'timeZone' in zone)",
      tests: [vectors],
    },
    {
      name: 'a rule’s end is read as if UTC were the zone of its days',
      file: 'lib/external-calendars/rules/event-times.ts',
      before: 'const wall = isUtc ? times.clock.toWall(utcClock.toInstant(shown)) : shown;',
      after: 'const wall = shown;',
      tests: [vectors],
    },
    {
      name: 'an exception of no zone is read by the mentor’s clock',
      file: 'lib/external-calendars/rules/event-times.ts',
      before: 'const clock = isOfNoZone ? times.clock : clocks.of(property, value);',
      after: 'const clock = clocks.of(property, value);',
      tests: [vectors],
    },
    {
      name: 'half a calendar is read',
      file: 'lib/external-calendars/rules/decode-calendar.ts',
      before: 'calendars: current ? [] : calendars',
      after:
        "calendars: current ? [...calendars, [...current, 'END:VCALENDAR'].join('\\r\\n')] : calendars",
      tests: [vectors, reader],
    },
    {
      name: 'a session of ours that comes back blocks its free seats',
      file: 'db/queries/schedules.ts',
      before: 'one.start === start && one.end === end && one.seatsTaken > 0',
      after: 'false',
      tests: ['lib/external-calendars/service/keep-calendars.test.ts'],
    },
    {
      name: 'a calendar is not read anew when its owner has said which addresses are theirs',
      file: 'db/queries/external-calendars.ts',
      before: 'etag: null,\n      lastModified: null,\n      nextAttemptAt: now,',
      after: 'nextAttemptAt: now,',
      tests: ['lib/external-calendars/service/keep-calendars.test.ts'],
    },
    {
      name: 'a calendar that fails is announced at once',
      file: 'lib/external-calendars/rules/announcements.ts',
      before: 'now - failingSince >= longHours * 3_600_000',
      after: 'now >= failingSince',
      tests: ['lib/external-calendars/service/keep-calendars.test.ts'],
    },
    {
      name: 'a zone that nobody knows is announced at every reading',
      file: 'lib/external-calendars/rules/announcements.ts',
      before: '.filter(({ name }) => !announced.includes(name))',
      after: '',
      tests: ['lib/external-calendars/service/keep-calendars.test.ts'],
    },
    {
      name: 'one value that makes no sense loses a whole series',
      file: 'lib/external-calendars/rules/mended-event.ts',
      before: 'for (const property of broken) event.removeProperty(property);',
      after: '',
      tests: [vectors],
    },
  ],
};
