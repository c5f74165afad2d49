import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusyTime, Schedule, ScheduledSession } from '@/domain/schedules';
import { type AnySchedule, anySchedule } from '@/testing/any-schedule';
import { examples, patience } from '@/testing/examples';
import type { ReasonAgainst } from '../schema/availability';
import type { Offer } from '@/lib/slots/schema/schedule';
import { freeSlots } from '@/lib/slots/rules/free-slots';
import { reasonsAgainst } from './reasons-against';

const minute = 60_000;
const day = 24 * 60 * minute;
const at = (iso: string) => Date.parse(`${iso}:00Z`);
const now = at('2026-12-07T08:00'); // a Monday

const everyKind: ReasonAgainst['kind'][] = [
  'past',
  'notice',
  'horizon',
  'outside_windows',
  'closed_date',
  'other_hours',
  'off_grid',
  'daily_cap',
  'weekly_cap',
  'full',
  'taken',
  'buffer',
];

const schedule: Schedule = {
  mentorId: 'awa',
  timeZone: 'UTC',
  minimumNoticeMinutes: 0,
  horizonDays: 30,
  stepMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  maxSessionsPerDay: null,
  maxSessionsPerWeek: null,
  weekly: [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', capacity: 4 }],
  overrides: [],
  busy: [],
  sessions: [],
};
const offer: Offer = {
  variantId: 'hour',
  durationMinutes: 60,
  capacity: 1,
  bufferBeforeMinutes: null,
  bufferAfterMinutes: null,
};

function session(start: string, values: Partial<ScheduledSession> = {}): ScheduledSession {
  return {
    id: 's1',
    variantId: 'hour',
    start: at(start),
    end: at(start) + 60 * minute,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    capacity: 1,
    seatsTaken: 1,
    isHold: false,
    format: 'video',
    countsTowardsCaps: true,
    ...values,
  };
}

/** Why Tuesday at ten is not free, with something changed. */
function why(values: Partial<Schedule>, change: Partial<Offer> = {}, start = '2026-12-08T10:00') {
  const asked = { start: at(start), now };
  return reasonsAgainst({ ...schedule, ...values }, { ...offer, ...change }, asked);
}

const noon = { start: at('2026-12-08T10:00'), end: at('2026-12-08T11:00') };

describe('a reason against a time', () => {
  it('is not there when nothing is in the way', () => {
    expect(why({})).toEqual([]);
  });

  it('is the windows, from the moment they close', () => {
    const evening = { kind: 'outside_windows', closedFrom: at('2026-12-08T18:00') };
    expect(why({}, {}, '2026-12-08T18:00')).toEqual([evening]);
    const lastHour = { kind: 'outside_windows', closedFrom: at('2026-12-08T17:00') };
    expect(why({}, { durationMinutes: 90 }, '2026-12-08T16:00')).toEqual([lastHour]);
  });

  it('is the grid', () => {
    expect(why({}, {}, '2026-12-08T10:20')).toEqual([{ kind: 'off_grid' }]);
  });

  it('is an override that closes the date, or gives it other hours', () => {
    const date = '2026-12-08';
    expect(why({ overrides: [{ date, ranges: [] }] })).toEqual([{ kind: 'closed_date', date }]);
    const forAll = { date, ranges: [], isClosedForAll: true as const };
    expect(why({ overrides: [forAll] })).toEqual([{ kind: 'closed_for_all', date }]);
    const ranges = [{ start: '14:00', end: '16:00' }];
    expect(why({ overrides: [{ date, ranges }] })).toEqual([{ kind: 'other_hours', date }]);
  });

  it('is the past, the notice or the horizon', () => {
    const monday = '2026-12-07T08:00';
    expect(why({}, {}, monday)).toContainEqual({ kind: 'past' });
    const from = now + 2 * day;
    expect(why({ minimumNoticeMinutes: 2880 })).toEqual([{ kind: 'notice', from }]);
    const until = at('2026-12-08T00:00');
    expect(why({ horizonDays: 0 })).toEqual([{ kind: 'horizon', until }]);
  });

  it('is time off, what the mentor attends, or what another calendar of theirs says', () => {
    const busy = (source: BusyTime['source']) => [{ source, ...noon }];
    expect(why({ busy: busy('time_off') })).toEqual([
      { kind: 'taken', by: { what: 'time_off', ...noon } },
    ]);
    expect(why({ busy: busy('attended') })).toEqual([
      { kind: 'taken', by: { what: 'attended', ...noon } },
    ]);
    const titled = { ...noon, title: 'Dentist' };
    expect(why({ busy: [{ source: 'imported', ...titled }] })).toEqual([
      { kind: 'taken', by: { what: 'imported', ...titled } },
    ]);
  });

  it('is a booking, or a hold', () => {
    const by = { sessionId: 's1', ...noon };
    expect(why({ sessions: [session('2026-12-08T10:00')] })).toEqual([
      { kind: 'taken', by: { what: 'booking', ...by } },
    ]);
    expect(why({ sessions: [session('2026-12-08T10:00', { isHold: true })] })).toEqual([
      { kind: 'taken', by: { what: 'hold', ...by } },
    ]);
    expect(why({ sessions: [session('2026-12-08T10:00', { seatsTaken: 0 })] })).toEqual([]);
  });

  it('is the buffer of a session, its own or the slot’s', () => {
    const span = { start: at('2026-12-08T09:00'), end: at('2026-12-08T10:00') };
    const reason = { kind: 'buffer', of: { what: 'booking', sessionId: 's1', ...span } };
    const aired = session('2026-12-08T09:00', { bufferAfterMinutes: 15 });
    expect(why({ sessions: [aired] })).toEqual([reason]);
    const tight = session('2026-12-08T09:00');
    expect(why({ sessions: [tight] })).toEqual([]);
    expect(why({ sessions: [tight] }, { bufferBeforeMinutes: 15 })).toEqual([reason]);
  });

  it('is a cap, counted in the mentor’s day and ISO week', () => {
    const sessions = [session('2026-12-08T14:00')];
    expect(why({ sessions, maxSessionsPerDay: 1 })).toEqual([{ kind: 'daily_cap', most: 1 }]);
    expect(why({ sessions, maxSessionsPerDay: 2 })).toEqual([]);
    expect(why({ sessions, maxSessionsPerWeek: 1 })).toEqual([{ kind: 'weekly_cap', most: 1 }]);
    const nextWeek = '2026-12-14T10:00';
    expect(why({ sessions, maxSessionsPerWeek: 1 }, {}, nextWeek)).toEqual([]);
    // The week ends with its Sunday, and begins with its Monday.
    const weekly = [{ days: [1, 7], start: '09:00', end: '17:00' }];
    const sunday = { weekly, maxSessionsPerWeek: 1 };
    const cap = [{ kind: 'weekly_cap', most: 1 }];
    expect(why({ ...sunday, sessions }, {}, '2026-12-13T10:00')).toEqual(cap);
    const onSunday = [session('2026-12-13T14:00')];
    expect(why({ ...sunday, sessions: onSunday }, {}, nextWeek)).toEqual([]);
  });

  it('is a group that is full, and no cap for who joins it', () => {
    const group = { capacity: 4 };
    const open = session('2026-12-08T10:00', { ...group, seatsTaken: 3 });
    expect(why({ sessions: [open], maxSessionsPerDay: 1 }, group)).toEqual([]);
    const full = [{ kind: 'full', sessionId: 's1' }];
    expect(why({ sessions: [{ ...open, seatsTaken: 4 }] }, group)).toEqual(full);
    // The service has fewer seats than when the session was made.
    expect(why({ sessions: [open] }, { capacity: 3 })).toEqual(full);
  });

  it('comes with all the others', () => {
    const kinds = why({
      busy: [{ source: 'time_off', ...noon }],
      overrides: [{ date: '2026-12-08', ranges: [] }],
      minimumNoticeMinutes: 2880,
      sessions: [session('2026-12-08T14:00')],
      maxSessionsPerDay: 1,
    }).map(({ kind }) => kind);
    expect(kinds).toEqual(['notice', 'closed_date', 'daily_cap', 'taken']);
  });
});

/**
 * Where it is worth asking: wherever the bare windows begin a slot, at sessions that might be joined,
 * and anywhere.
 */
function startsToTry(
  { schedule: full, offer: asked, now: clock }: AnySchedule,
  anywhere: number[],
) {
  const bare = {
    ...full,
    minimumNoticeMinutes: 0,
    maxSessionsPerDay: null,
    maxSessionsPerWeek: null,
    busy: [],
    sessions: [],
  };
  const stretch = { from: clock, to: clock + 9 * day };
  const onGrid = freeSlots({ ...bare, horizonDays: 20 }, asked, { now: clock, ...stretch });
  const undone = freeSlots({ ...bare, overrides: [] }, asked, { now: clock, ...stretch });
  return [
    clock,
    ...[...onGrid, ...undone].map(({ start }) => start),
    ...full.sessions.map(({ start }) => start),
    ...anywhere.map((offset) => clock + offset),
  ];
}

describe('freeSlots and reasonsAgainst', () => {
  it(
    'agree: a start is offered if and only if there is no reason against it',
    () => {
      const seen = new Map<string, number>();
      const anywhere = fc.array(
        fc.oneof(
          fc.integer({ min: -96, max: 9 * 96 }).map((quarters) => quarters * 15 * minute),
          fc.integer({ min: -day, max: 9 * day }),
        ),
        { minLength: 10, maxLength: 20 },
      );
      fc.assert(
        fc.property(anySchedule, anywhere, (made, offsets) => {
          const { schedule: full, offer: asked, now: clock } = made;
          const stretch = { from: clock - 2 * day, to: clock + 12 * day };
          const slots = freeSlots(full, asked, { now: clock, ...stretch });
          const offered = new Set(slots.map(({ start }) => start));
          for (const start of new Set([...startsToTry(made, offsets), ...offered])) {
            const reasons = reasonsAgainst(full, asked, { start, now: clock });
            expect({ start, free: reasons.length === 0, reasons }).toEqual({
              start,
              free: offered.has(start),
              reasons,
            });
            const kinds = reasons.length === 0 ? ['none'] : reasons.map(({ kind }) => kind);
            for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1);
          }
        }),
        { numRuns: examples(120) },
      );
      // Agreeing that everything is free, or nothing, would prove little.
      for (const kind of [...everyKind, 'none'])
        expect({ kind, seen: seen.has(kind) }).toEqual({ kind, seen: true });
    },
    patience(120_000),
  );
});
