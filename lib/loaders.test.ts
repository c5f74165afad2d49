/**
 * Every loader, as every person of the isolated world: none asks for a table or a column that is not
 * granted, none begins a reading inside another, and nobody reads of a mentor whom they may not see.
 */
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it, vi } from 'vitest';
import { GET } from '@/app/portraits/[file]/route';
import { db } from '@/db/client';
import { insertExternalCalendar, replaceImportedEvents } from '@/db/queries/external-calendars';
import { insertMailboxMessage } from '@/db/queries/mailbox';
import { getViewerRow } from '@/db/queries/users';
import { portraitSides } from '@/domain/mentors';
import { env } from '@/kernel/env';
import { bookSessionsAhead } from '@/testing/history';
import { idOf, makeIsolatedWorld } from '@/testing/isolated-world';
import { makeMentor, makeUser } from '@/testing/people';
import { loadAccount } from './account/loaders';
import { loadOwnAvailability } from './availability/loaders/own-availability';
import { loadCalendarView } from './bookings/loaders/mentor-calendar';
import { loadMenteeCard } from './bookings/loaders/mentee-card';
import { loadMoveChoice } from './bookings/loaders/move';
import {
  loadBatch,
  loadBooking,
  loadBookings,
  loadCalendarSession,
} from './bookings/loaders/my-bookings';
import { loadRequestCount, loadRequests } from './bookings/loaders/requests';
import { loadOwnFeed } from './calendar-files/loaders';
import { loadOwnCalendars } from './external-calendars/loaders';
import { loadGrant, loadGrants } from './grants/loaders';
import { loadStatement } from './ledger/loaders';
import { loadMailbox, loadMailboxMessage } from './mailbox/loaders';
import { mentorExistsFor } from './mentors/loaders/mentor-exists';
import { getMentorFacets, getMentorList, listFeaturedMentors } from './mentors/loaders/mentor-list';
import { loadOverseenMentor, loadOverseenMentors } from './mentors/loaders/overseen-mentors';
import { loadFirstSteps, loadOwnPicture, loadOwnProfile } from './mentors/loaders/own-profile';
import { getPublicHandles, getSharedMentor } from './mentors/loaders/public-mentors';
import { loadNotes } from './notes/loaders';
import { loadNotifications, loadUnread } from './notifications/loaders';
import { loadBookingPanel } from './orders/loaders/booking-panel';
import { loadProposeForm } from './orders/loaders/propose-form';
import {
  loadProposal,
  loadProposalsOfViewer,
  loadProposalsToViewer,
} from './orders/loaders/proposals';
import { loadOrganization } from './organizations/loaders/organization';
import { loadOwnOrganizations } from './organizations/loaders/own-organizations';
import { getPublicOrganizations } from './organizations/loaders/public-organizations';
import { loadPortraitFile } from './portraits/loaders';
import { loadBookingReminders } from './reminders/loaders';
import { loadOwnService, loadOwnServices } from './services/loaders';
import { loadSettings } from './settings/loaders';
import { loadUnsentMails } from './unsent-mails/loaders';

const looking = vi.hoisted(() => ({ userId: '' }));
const viewer = vi.hoisted(() => ({
  get: async (): Promise<{ id: string; mentorHandle: unknown } | null> => null,
}));
// Who is looking comes from a request, and there is none here; all else is what pages get.
vi.mock('server-only', () => ({}));
vi.mock('next/server', () => ({ connection: async () => undefined }));
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }));
vi.mock('@/lib/auth/session', () => ({
  getViewer: () => viewer.get(),
  requireMentor: async () => {
    const found = await viewer.get();
    if (!found?.mentorHandle) throw new Error('not a mentor');
    return found;
  },
  getViewerTimeZone: async () => 'UTC',
  getPageTimeZone: async () => 'UTC',
  getAuthSessionId: async () => null,
  getNetwork: async () => '203.0.113.7',
}));

beforeAll(async () => {
  viewer.get = async () => {
    if (looking.userId === '') return null;
    const row = await getViewerRow(db, looking);
    return row && { ...row, isMentor: row.mentorHandle !== null };
  };
  await makeIsolatedWorld();
});

const anything = {
  q: '',
  skill: [],
  language: null,
  format: null,
  price: null,
  free: null,
  sort: 'match',
  page: 1,
} as const;
const weeksIn = () => ({ from: null, day: null });
const booking = (label: string) => idOf('bookings', label);
const teachersPortrait = () => `${idOf('portraits', 'teacher')}-${portraitSides.small}.webp`;

/** What a page shows to whoever looks, in one object. */
async function readAll(isMentor: boolean) {
  const wanted = { link: null, service: null, variant: null, series: null };
  const all: Record<string, () => Promise<unknown>> = {
    list: () => getMentorList({ ...anything, skill: [] }),
    found: () => getMentorList({ ...anything, skill: [], q: 'teacher techer' }),
    soonest: () => getMentorList({ ...anything, skill: [], sort: 'soonest' }),
    facets: () => getMentorFacets(),
    featured: () => listFeaturedMentors({ count: 3 }),
    handles: () => getPublicHandles(),
    shared: () => getSharedMentor({ organization: 'public', slug: 'mentor' }),
    exists: () =>
      mentorExistsFor({ organization: 'school', slug: 'teacher', sessionToken: undefined }),
    teacher: () =>
      loadBookingPanel({
        organization: 'school',
        slug: 'teacher',
        wanted,
        weeksIn,
        starts: [Date.now()],
      }),
    mentor: () =>
      loadBookingPanel({
        organization: 'public',
        slug: 'mentor',
        wanted,
        weeksIn,
        starts: [Date.now()],
      }),
    secret: () =>
      loadBookingPanel({
        organization: 'public',
        slug: 'mentor',
        wanted: { ...wanted, link: 'x'.repeat(43) },
      }),
    bookings: () =>
      loadBookings({ as: 'both', when: 'upcoming', status: null, from: null, to: null, page: 1 }),
    past: () =>
      loadBookings({ as: 'both', when: 'past', status: null, from: null, to: null, page: 1 }),
    ...Object.fromEntries(
      ['talk', 'lesson', 'classmate', 'secret', 'proposal'].flatMap((label) => [
        [`booking ${label}`, () => loadBooking(booking(label))],
        [`notes ${label}`, () => loadNotes(booking(label))],
        [`reminders ${label}`, () => loadBookingReminders(booking(label))],
        [`proposal ${label}`, () => loadProposal(booking(label))],
      ]),
    ),
    move: () => loadMoveChoice(booking('lesson'), { asked: weeksIn(), timeZone: 'UTC' }),
    session: () => loadCalendarSession(idOf('sessions', 'lesson')),
    batch: () => loadBatch(booking('lesson')),
    requests: () => loadRequests(),
    requestCount: () => loadRequestCount(),
    card: () => loadMenteeCard(idOf('users', 'pupil'), 1),
    calendar: () => loadCalendarView({ view: 'week', day: '2026-12-01' }),
    feed: () => loadOwnFeed(),
    grants: () => loadGrants('school', { page: 1, given: idOf('grants', 'given') }),
    grant: () => loadGrant('school', idOf('grants', 'given')),
    credits: () => loadStatement({ kind: 'user', organization: 'school', page: 1 }),
    earnings: () => loadStatement({ kind: 'earnings', organization: null, page: 'all' }),
    overseen: () => loadOverseenMentors('school', { q: '', state: null, after: null }),
    overseenOne: () => loadOverseenMentor('school', 'teacher'),
    profile: () => loadOwnProfile(),
    steps: () => loadFirstSteps(),
    picture: () => loadOwnPicture(),
    notifications: () => loadNotifications({ unread: false, topic: null, page: 1 }),
    bell: () => loadUnread(),
    propose: () => loadProposeForm({ menteeId: null, variant: null, weeksIn }),
    toViewer: () => loadProposalsToViewer(),
    ofViewer: () => loadProposalsOfViewer(),
    organization: () => loadOrganization('school'),
    organizations: () => loadOwnOrganizations(),
    openOrganizations: () => getPublicOrganizations(),
    portrait: () => loadPortraitFile(teachersPortrait()),
    services: () => loadOwnServices(),
    service: () => loadOwnService(idOf('services', 'lesson')),
    settings: () => loadSettings(),
    account: () => loadAccount(),
    unsent: () => loadUnsentMails('school', { state: 'pending', page: 1 }),
  };
  if (isMentor) {
    all.availability = () => loadOwnAvailability({ path: '/' });
    all.calendars = () => loadOwnCalendars();
  }
  const answers: Record<string, unknown> = {};
  for (const [name, load] of Object.entries(all)) {
    try {
      answers[name] = await load();
    } catch (error) {
      throw new Error(`${name} could not be read`, { cause: error });
    }
  }
  return answers;
}

it.each(['', 'outsider', 'mentee', 'mentor', 'admin', 'draft'])(
  'nothing that "%s" reads tells of a teacher for members alone',
  async (name) => {
    looking.userId = name === '' ? '' : idOf('users', name);
    const answers = await readAll(name === 'mentor' || name === 'draft');
    // What somebody has typed is shown to them again.
    const told = JSON.stringify(Object.values(answers)).replaceAll(/"misspelt":\[[^\]]*\]/g, '');
    const found = /teacher|lesson|school/.exec(told);
    expect(found && told.slice(found.index - 200, found.index + 50)).toBeNull();
  },
);

it.each([
  ['pupil', 'lesson', 'missing'],
  ['classmate', 'classmate', 'missing'],
  ['teacher', 'lesson', 'missing'],
  ['head', 'lesson', 'found'],
])('"%s" reads theirs', async (name, own, status) => {
  looking.userId = idOf('users', name);
  const answers = await readAll(name === 'teacher');
  expect(JSON.stringify(answers.list)).toContain('teacher');
  const mine = { status: 'found', booking: { mentorName: 'teacher' } };
  expect(answers[`booking ${own}`]).toMatchObject(mine);
  expect(answers['proposal proposal']).toBeNull();
  for (const page of ['overseen', 'unsent', 'grant']) {
    expect(answers[page]).toMatchObject({ status });
  }
});

it('who has nothing but an address reads what is proposed to it', async () => {
  looking.userId = idOf('users', 'invited');
  const answers = await readAll(false);
  expect(answers['proposal proposal']).toMatchObject({ mentorName: 'teacher' });
  expect(JSON.stringify(answers.list)).not.toContain('teacher');
});

/** A year of events of a calendar elsewhere, and a session each evening for ten months. */
async function makeBusyYear(): Promise<string> {
  const now = Temporal.Now.instant();
  const evening = now.toZonedDateTimeISO('UTC').withPlainTime({ hour: 22 }).toInstant();
  const { mentorId, variantId } = await makeMentor();
  const { id: menteeId } = await makeUser();
  const read = { expandedAt: now, attemptedAt: now, readAt: now, createdAt: now };
  const calendarId = await insertExternalCalendar(db, {
    ...read,
    mentorId,
    name: 'Work',
    url: 'https://calendar.example/work.ics',
    digest: '',
    timeZone: 'UTC',
    nextAttemptAt: now.add({ hours: 1 }),
  });
  const events = Array.from({ length: 4900 }, (_, place) => {
    const start = now.add({ minutes: 105 * place });
    const summary = `Appointment number ${place} of the year`;
    return { period: { start, end: start.add({ minutes: 30 }) }, summary };
  });
  await replaceImportedEvents(db, { mentorId, calendarId, events });
  await bookSessionsAhead({ mentorId, variantId }, { menteeId, howMany: 300, from: evening });
  return mentorId;
}

it('a year of other calendars and of bookings is not in the page of hours', async () => {
  looking.userId = await makeBusyYear();
  const view = await loadOwnAvailability({ path: '/' });
  // Four weeks, and what reaches into them.
  expect(view.taken.busy.length).toBeGreaterThan(28 * 13);
  expect(view.taken.sessions.length).toBeGreaterThan(28);
  expect(view.outsideCount).toBe(300);
  expect(view.outside).toHaveLength(20);
  const { clocks: _clocks, ...shown } = view;
  // All of it would be 770,000.
  expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(100_000);
});

it('kept mails are to be read where nothing else sends them, and nowhere else', async () => {
  const mail = { recipientEmail: 'awa@kept.test', subject: 'Hello', html: '', text: '' };
  const envelope = { headers: {}, replyTo: null, attachments: [], key: 'kept' };
  await insertMailboxMessage(db, { ...mail, ...envelope, createdAt: Temporal.Now.instant() });
  const kept = await loadMailbox({ to: mail.recipientEmail });
  const id = kept?.messages[0]?.id ?? '';
  expect(await loadMailboxMessage({ id })).toMatchObject({ subject: 'Hello' });
  env.keepsMails = false;
  expect(await loadMailbox({ to: mail.recipientEmail })).toBeNull();
  expect(await loadMailboxMessage({ id })).toBeNull();
  env.keepsMails = true;
});

it('a portrait that is opened by itself is a picture and nothing else', async () => {
  looking.userId = idOf('users', 'teacher');
  const file = teachersPortrait();
  const asked = new Request(`http://localhost/portraits/${file}`);
  const answer = await GET(asked, { params: Promise.resolve({ file }) });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
});
