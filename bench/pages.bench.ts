/*
 * What the reads behind a page cost: how long they take and how many statements they are, beside the
 * same statements sent raw and prepared in the same run. A page asks in steps, each of which waits for
 * the one before it; so does the raw side. What is drawn of it, and the slot engine, are left out.
 *
 *   npm run bench -- pages
 *
 * On a scratch database of the embedded server (or of DATABASE_URL's), with 100 mentors of whom the first
 * has 2,000 bookings.
 */
import postgres from 'postgres';
import type { Temporal } from 'temporal-polyfill';
import { startTestDatabases } from '../scripts/database/test-database';
import { callAll, onScratchDatabase, percentile, rounded, type Times, together } from './measure';

const mentorCount = 100;
const bookingsOfTheBusy = 2000;
const bookingsOfOthers = 20;
const turns = 5;
const viewsATurn = 30;
const connections = 10;

await onScratchDatabase(await startTestDatabases(), measure, {
  DATABASE_POOL_MAX: String(connections),
});

type Step = () => Promise<unknown>[];

async function measure(url: string): Promise<void> {
  const { pool } = await import('../db/client');
  const { book, user } = await import('../testing/bookings');
  const { givePastSessions } = await import('../testing/history');
  const { makeMentor, makeUser, monday } = await import('../testing/people');

  const [busy, ...others] = await Promise.all(
    Array.from({ length: mentorCount }, () => makeMentor({ priceCredits: 1 })),
  );
  const mentee = await makeUser();
  if (!busy) throw new Error('there are no mentors');
  await givePastSessions(busy, { menteeId: mentee.id, howMany: bookingsOfTheBusy });
  for (const mentor of others) {
    const { id: menteeId } = await makeUser();
    await givePastSessions(mentor, { menteeId, howMany: bookingsOfOthers });
  }
  const { mentorId, variantId } = busy;
  const startsAt = monday.add({ hours: 22 });
  const { bookingId } = await book({ booker: user(mentee.id), mentorId, variantId, startsAt });

  const viewed = { now: monday, viewerId: mentee.id, bookingId, mentor: busy };
  const rawPool = postgres(url, { max: connections, connection: { TimeZone: 'UTC' } });
  await rawPool`vacuum analyze`;
  const rows: object[] = [];
  for (const [page, steps] of Object.entries(await pagesOf(viewed))) {
    const asked = await recordEach(steps);
    const read = async () => {
      for (const step of steps) await Promise.all(step());
    };
    const raw = async () => {
      for (const statements of asked) {
        await Promise.all(
          statements.map(({ text, values }) =>
            rawPool.unsafe(text, values, { prepare: true }).values(),
          ),
        );
      }
    };
    const ours: Times[] = [];
    const theirs: Times[] = [];
    // In turns, after one that is not counted: a machine that slows down slows both.
    for (let turn = 0; turn <= turns; turn += 1) {
      const [one, other] = [await often(read), await often(raw)];
      if (turn === 0) continue;
      ours.push(one);
      theirs.push(other);
    }
    const [readMs, rawMs] = [ours, theirs].map((times) => percentile(together(times), 0.5)) as [
      number,
      number,
    ];
    rows.push({
      page,
      statements: asked.flat().length,
      steps: asked.length,
      'reads ms': rounded(readMs, 2),
      'raw ms': rounded(rawMs, 2),
      'of raw': rounded(rawMs / readMs, 2),
    });
  }
  console.table(rows);
  await rawPool.end();
  await pool.end();
}

function often(call: () => Promise<void>): Promise<Times> {
  return callAll(
    Array.from({ length: viewsATurn }, () => call),
    [null],
  );
}

/** The reads of each page, as its loaders ask for them. */
async function pagesOf({
  now,
  viewerId,
  bookingId,
  mentor,
}: {
  now: Temporal.Instant;
  viewerId: string;
  bookingId: string;
  mentor: { mentorId: string; variantId: string };
}): Promise<Record<string, Step[]>> {
  const { db } = await import('../db/client');
  const bookings = await import('../db/queries/bookings-read');
  const { getSpendable } = await import('../db/queries/ledger');
  const profile = await import('../db/queries/mentor-profile');
  const { searchMentors } = await import('../db/queries/mentor-search');
  const mentors = await import('../db/queries/mentors');
  const notes = await import('../db/queries/notes');
  const { getUnread } = await import('../db/queries/notifications');
  const { listAskedQuestions } = await import('../db/queries/questions');
  const reminders = await import('../db/queries/reminders');
  const { listSchedules } = await import('../db/queries/schedules');
  const { getViewerRow } = await import('../db/queries/users');
  const { publicOrganizationId } = await import('../testing/people');

  const { mentorId, variantId } = mentor;
  const anything = {
    words: [],
    matching: 'all' as const,
    meantSkills: [],
    skills: [],
    language: null,
    format: null,
    maxPrice: null,
  };
  const search = (how: { limit: number; sort: 'match' | 'newest'; onlyBookable?: boolean }) =>
    searchMentors(db, { ...anything, ...how, viewerId, offset: 0 });
  const newest = await search({ limit: 24, sort: 'newest', onlyBookable: true });
  const best = await search({ limit: 12, sort: 'match' });
  const times = (found: typeof newest, days: number) => {
    const mentorIds = found.mentors.map((one) => one.mentorId);
    const asked = { mentorIds, from: now, to: now.add({ hours: 24 * days }), now };
    return [mentors.listOffers(db, { mentorIds }), listSchedules(db, asked)];
  };
  const viewer: Step = () => [getViewerRow(db, { userId: viewerId })];
  const bell = getUnread.bind(null, db, { userId: viewerId, most: 99 });
  const own = { bookingId, userId: viewerId };
  const page = { userId: viewerId, as: 'mentee', now, limit: 20, offset: 0 } as const;
  const slug = `mentor-${mentorId}`;

  return {
    home: [
      () => [search({ limit: 24, sort: 'newest', onlyBookable: true })],
      () => times(newest, 8),
    ],
    'mentor list': [
      viewer,
      () => [
        bell(),
        mentors.listMentorFacets(db, { viewerId, limit: 24 }),
        search({ limit: 12, sort: 'match' }),
      ],
      () => times(best, 60),
    ],
    'mentor page': [
      viewer,
      () => [bell(), profile.getMentorProfile(db, { organization: 'public', slug, viewerId })],
      () => [
        profile.listActiveVariants(db, { mentorId, to: null }),
        profile.countSessionsGiven(db, { mentorId }),
      ],
      () => [
        listSchedules(db, {
          mentorIds: [mentorId],
          from: now,
          to: now.add({ hours: 24 * 62 }),
          now,
        }),
        getSpendable(db, {
          userId: viewerId,
          organizationId: publicOrganizationId,
          network: null,
          now,
        }),
        listAskedQuestions(db, { variantId }),
      ],
    ],
    'my bookings': [
      viewer,
      () => [bell(), bookings.listBookings(db, { ...page, when: 'upcoming' })],
    ],
    'my bookings, past': [
      viewer,
      () => [bell(), bookings.listBookings(db, { ...page, when: 'past' })],
    ],
    'one booking': [
      viewer,
      () => [
        bell(),
        bookings.getBookingForPerson(db, { ...own, now }),
        bookings.listBookingEvents(db, own),
        reminders.listRemindersOfBooking(db, own),
        reminders.getReminderPreferences(db, { userId: viewerId }),
        notes.getSideInBooking(db, { ...own, now }),
        notes.listNotes(db, own),
        notes.listNoteDrafts(db, own),
        notes.listMaterials(db, own),
      ],
    ],
  };
}

/** What each step sends. */
async function recordEach(steps: Step[]) {
  const { watching } = await import('../db/connection');
  const all: { text: string; values: never[] }[][] = [];
  for (const step of steps) {
    const asked: { text: string; values: never[] }[] = [];
    watching.statement = (text, values) => asked.push({ text, values: values as never[] });
    await Promise.all(step());
    watching.statement = null;
    all.push(asked);
  }
  return all;
}
