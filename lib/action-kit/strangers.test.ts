/**
 * Every action there is, called by people it is not for. Actions are public endpoints: whoever reads an
 * id in an address can post it anywhere. A new action fails here until it has a line in the table.
 */
import { join } from 'node:path';
import { arrayContains, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { publicSlug } from '@/domain/organizations';
import { db } from '@/db/client';
import { insertAuthSession } from '@/db/queries/auth-sessions';
import { externalCalendars, importedEvents } from '@/db/schema/external-calendars';
import { materials } from '@/db/schema/notes';
import { notifications } from '@/db/schema/notifications';
import { organizationDomains } from '@/db/schema/organization-domains';
import { deliveries } from '@/db/schema/outbox';
import { hashToken, sealManageLink, sealReminderOffLink } from '@/lib/auth/tokens';
import { saveOverrides } from '@/lib/availability/service/save-overrides';
import { addTimeOff } from '@/lib/availability/service/time-off';
import { renewFeed } from '@/lib/calendar-files/service/feed';
import { env } from '@/kernel/env';
import { draftFromFile } from '@/lib/grants/service';
import { addMaterial } from '@/lib/notes/service/give-material';
import { writeNote } from '@/lib/notes/service/write-note';
import { oversights } from '@/lib/organizations/schema';
import { book, user, visitor } from '@/testing/bookings';
import { actionFiles, postAction, type BuiltAction } from '@/testing/actions';
import { contents } from '@/testing/contents';
import { examples } from '@/testing/examples';
import { hostileFields } from '@/testing/hostile';
import { addDomain } from '@/lib/memberships/service/domains';
import { draftImport } from '@/lib/memberships/service/import-people';
import { invite, makeMemberOf, makeSchool } from '@/testing/memberships';
import { propose } from '@/testing/proposals';
import {
  at,
  makeMentor,
  makeOrganization,
  makeMember,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';

const nothingHappens = vi.hoisted(() => () => undefined);
// What an action does once it is known who asks; a request, its cookies and its limits are not there.
vi.mock('server-only', () => ({}));
vi.mock('next-intl/server', () => ({
  getTranslations: () => Promise.resolve((key: string) => key),
}));
vi.mock('./builders', () => ({
  publicAction: (options: unknown) => options,
  userAction: (options: unknown) => options,
}));
vi.mock('@/lib/auth/config', () => ({ signIn: nothingHappens, signOut: nothingHappens }));
vi.mock('@/lib/auth/session', () => ({
  startAuthSession: nothingHappens,
  getAuthSessionId: nothingHappens,
}));
vi.mock('@/kernel/time/viewer-zone', () => ({
  getBrowserZones: async () => ({ device: null, chosen: null, isSettled: false }),
}));
vi.mock('next/cache', () => ({ refresh: nothingHappens }));
vi.mock('next/headers', () => ({ cookies: nothingHappens }));

const now = monday.add({ hours: 1 });
const ten = at('2026-11-25T10:00');

const written = { version: 0, body: 'Between us', now: monday };
const given = { title: 'To read', body: 'A page', url: '', now: monday };

/** Somebody else's: a mentor with all that a mentor can have, and who has booked them. */
async function makeVictim() {
  const mentor = await makeMentor({
    durations: [60, 30],
    questions: [{ text: 'Why?' }, { text: 'Since when?' }],
    mentor: { confirmation: 'manual', slug: 'victim' },
  });
  const { mentorId, serviceId, variantId } = mentor;
  const mentee = await makeUser();
  const wanted = { mentorId, variantId };
  const { bookingId } = await book({ ...wanted, booker: user(mentee.id), startsAt: ten });
  await book({ ...wanted, booker: visitor('held@victim.test'), startsAt: at('2026-11-26T10:00') });
  const proposal = await propose({ ...wanted, startsAt: at('2026-11-26T12:00') });
  const [notification] = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(eq(notifications.userId, mentorId))
    .limit(1);
  if (!notification) throw new Error('nobody was notified of the booking');
  const notificationId = notification.id;
  const [mail] = await db
    .update(deliveries)
    .set({ status: 'failed', attempts: 8, lastError: 'No such address' })
    .where(arrayContains(deliveries.bookingIds, [bookingId]))
    .returning({ id: deliveries.id });
  if (!mail) throw new Error('nobody was written to');
  await writeNote({ ...written, bookingId, kind: 'shared', userId: mentee.id });
  await addMaterial({ ...given, bookingId, userId: mentorId });
  const [material] = await db.select({ id: materials.id }).from(materials).limit(1);
  if (!material) throw new Error('there is no material');
  await renewFeed({ userId: mentorId, now: monday });
  const expires = new Date('2027-01-01');
  await insertAuthSession(db, { tokenHash: hashToken(victimsLogin), userId: mentorId, expires });
  const off = { from: '2026-12-01T10:00', to: '2026-12-01T12:00', note: 'Mine', now: monday };
  const timeOff = await addTimeOff({ ...off, userId: mentorId });
  if (!timeOff.ok) throw new Error(timeOff.reason);
  const calendarId = await linkCalendar(mentorId);
  const change = { kind: 'closed' } as const;
  const dates = ['2026-12-02'];
  await saveOverrides({ userId: mentorId, dates, change, note: '', now: monday });
  const questionId = mentor.questions[0]?.id;
  const starts = [at('2026-11-27T10:00'), at('2026-11-27T12:00')];
  const { batchId } = await book({ ...wanted, booker: user(mentee.id), starts });
  const ids = { mentorId, menteeId: mentee.id, serviceId, variantId, bookingId, notificationId };
  const grantId = await draftGrant();
  const row = { batchId, grantId, deliveryId: mail.id, materialId: material.id };
  const rest = { ...row, timeOff: timeOff.value, proposalId: proposal.bookingId };
  const organizationId = await makeOrganization({ approvedAt: null });
  const school = await makeInviting();
  return { ...ids, ...rest, ...school, questionId, calendarId, organizationId };
}

/** Credits that an admin of the public organization has ready to give. */
async function draftGrant(): Promise<string> {
  const [admin, recipient] = [await makeUser(), await makeUser()];
  await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
  const bytes = new TextEncoder().encode(`${recipient.email},50`);
  const drafted = await draftFromFile({
    ...givenFor(),
    userId: admin.id,
    file: { name: 'prizes.csv', bytes },
    reason: 'A prize',
    now: monday,
  });
  if (!drafted.ok) throw new Error(drafted.reason);
  return drafted.value.grantId;
}

/** An organization with a member, somebody whom it invites, a file of others, and a domain. */
async function makeInviting() {
  const { organizationId, owner } = await makeSchool();
  const { id: memberId } = await makeMemberOf(organizationId);
  const asked = { userId: owner.id, organizationId };
  const { invitationId } = await invite({ ...asked, email: 'invited@victim.test' });
  const file = { name: 'class.csv', bytes: new TextEncoder().encode('pupil@victim.test') };
  const drafted = await draftImport({ ...asked, requestId: uuidv7(), file, now: monday });
  if (!drafted.ok) throw new Error(drafted.reason);
  const added = await addDomain({ ...asked, domain: 'victim.example', now: monday });
  if (!added.ok) throw new Error(added.reason);
  const [domain] = await db.select({ id: organizationDomains.id }).from(organizationDomains);
  if (!domain) throw new Error('there is no domain');
  const rest = { importId: drafted.value.importId, domainId: domain.id };
  return { schoolId: organizationId, memberId, invitationId, ...rest };
}

/** A calendar elsewhere with an appointment, as if it had been read. */
async function linkCalendar(mentorId: string): Promise<string> {
  const read = { expandedAt: monday, attemptedAt: monday, readAt: monday, createdAt: monday };
  const [row] = await db
    .insert(externalCalendars)
    .values({
      ...read,
      mentorId,
      name: 'Mine',
      url: 'https://victim.test/secret.ics',
      digest: 'as read',
      timeZone: 'UTC',
      nextAttemptAt: monday,
    })
    .returning({ id: externalCalendars.id });
  if (!row) throw new Error('no calendar was linked');
  const period = { start: ten, end: ten.add({ hours: 1 }) };
  await db.insert(importedEvents).values({ mentorId, calendarId: row.id, period, summary: 'Mine' });
  return row.id;
}

type Victim = Awaited<ReturnType<typeof makeVictim>>;

type Line =
  /** Names something of somebody else's: refused, and not a row in the database changes. */
  | { refused: (victim: Victim) => object; reason?: string }
  /** The same, but without a word: the form cannot say what is gone from what never was theirs. */
  | { ignored: (victim: Victim) => object }
  /** Names nothing of anybody's: it can only ever reach what is the viewer's own. */
  | { own: object }
  /** Reaches nobody's rows; or is for everybody, as booking is. Why it has no call here. */
  | { nothing: string };

const notificationOf = ({ notificationId }: Victim) => ({ notificationId });
const mentorOf = ({ mentorId }: Victim) => ({ mentorId });
const bookingOf = ({ bookingId }: Victim) => ({ bookingId });
const mailOf = ({ deliveryId }: Victim) => ({ organizationId: publicOrganizationId, deliveryId });
const serviceOf = ({ serviceId }: Victim) => ({ serviceId });
const variantOf = ({ serviceId, variantId }: Victim) => ({ serviceId, variantId });
const questionOf = ({ serviceId, questionId }: Victim) => ({ serviceId, questionId });
const schoolOf = ({ schoolId: organizationId }: Victim) => ({ organizationId });
const invitationOf = (v: Victim) => ({ ...schoolOf(v), invitationId: v.invitationId });
const domainOf = (v: Victim) => ({ ...schoolOf(v), domainId: v.domainId });
const memberOf = (v: Victim) => ({ ...schoolOf(v), userId: v.memberId });
const holdKey = { key: 'A'.repeat(43) };
const question = { text: 'Mine?', kind: 'short' };
const service = {
  title: 'Taken over',
  description: '',
  writtenIn: 'en',
  sessionType: 'other',
  capacity: '1',
  bufferBeforeMinutes: '',
  bufferAfterMinutes: '',
  formats: [],
};
/** A link that we did not sign, to the right booking for the right person. */
const forged = ({ bookingId, menteeId }: Victim) => ({
  token: sealManageLink(
    { bookingId, personId: menteeId, sequence: 0, expiresAt: ten.epochMilliseconds },
    'not our secret',
  ),
});
/** One that we did sign, for the stranger. */
let strangersId = '';
const ours = ({ bookingId }: Victim) => ({
  token: sealManageLink(
    { bookingId, personId: strangersId, sequence: 0, expiresAt: ten.epochMilliseconds },
    env.authSecrets[0],
  ),
});
/** In the name of an organization that is not theirs. */
const givenFor = () => ({ organizationId: publicOrganizationId, requestId: uuidv7() });
const victimsLogin = 'the victim’s login session';
/** What is not yours answers like what does not exist; without a profile there is nothing at all. */
const missing: unknown = expect.stringMatching(/^not_(found|a_mentor)$/);
const holdToken = { token: 'A'.repeat(43) };
const proposed = {
  startsAt: '2026-11-30T10:00Z',
  format: 'video',
  name: 'Fatou',
  requestId: uuidv7(),
};

const table: Record<string, Line[]> = {
  acceptBookingAction: [{ refused: bookingOf }],
  cancelBookingsAction: [
    { refused: (v) => ({ ...bookingOf(v), reason: 'Mine now' }) },
    { refused: ({ batchId }) => ({ batchId, reason: 'Mine now' }) },
  ],
  cancelSessionAction: [{ refused: (v) => ({ ...bookingOf(v), reason: 'Mine now' }) }],
  messageSessionAction: [
    { refused: (v) => ({ ...bookingOf(v), text: 'Hello', requestId: uuidv7() }) },
  ],
  cancelByLinkAction: [
    { refused: (v) => ({ ...forged(v), reason: 'Mine now' }) },
    { refused: (v) => ({ ...ours(v), reason: 'Mine now' }) },
  ],
  moveBookingAction: [
    { refused: (v) => ({ ...bookingOf(v), startsAt: '2026-11-25T14:00Z' }) },
    { refused: (v) => ({ ...bookingOf(v), date: '2026-11-25', time: '14:00' }) },
  ],
  moveByLinkAction: [
    { refused: (v) => ({ ...forged(v), startsAt: '2026-11-25T14:00Z' }) },
    { refused: (v) => ({ ...ours(v), startsAt: '2026-11-25T14:00Z' }) },
  ],
  moveSessionAction: [{ refused: (v) => ({ ...bookingOf(v), startsAt: '2026-11-25T14:00:00Z' }) }],
  runSessionAction: ['check_in', 'start', 'complete', 'no_show'].map((step) => ({
    refused: (v) => ({ ...bookingOf(v), step }),
  })),
  confirmHoldAction: [{ refused: () => holdToken, reason: 'unknown' }],
  releaseHoldAction: [{ own: holdToken }],
  // Signed in with another address, or with a link that nobody was sent.
  acceptProposalAction: [
    { refused: ({ proposalId }) => ({ key: proposalId }), reason: 'unknown' },
    { refused: () => ({ key: holdToken.token }), reason: 'unknown' },
  ],
  declineProposalAction: [
    { refused: ({ proposalId }) => ({ key: proposalId }), reason: 'unknown' },
    { refused: () => ({ key: holdToken.token }), reason: 'unknown' },
  ],
  // In the other mentor's name nothing can be proposed: only by whoever is signed in, of what is theirs.
  proposeSessionAction: [
    {
      refused: ({ menteeId, variantId }) => ({ ...proposed, to: 'mentee', menteeId, variantId }),
      reason: 'unknown_mentee',
    },
    {
      refused: ({ variantId }) => ({ ...proposed, to: 'address', email: 'a@b.test', variantId }),
    },
  ],
  mailHoldAction: [
    {
      refused: () => ({ requestId: uuidv7(), sentTo: 'a@b.test', email: 's@example.test' }),
      reason: 'hold_over',
    },
  ],
  orderSlotsAction: [{ nothing: 'anybody may book, and books for themselves' }],

  writeSharedNoteAction: [{ refused: (v) => ({ ...bookingOf(v), version: '1', body: 'Mine' }) }],
  writePrivateNoteAction: [{ refused: (v) => ({ ...bookingOf(v), version: '0', body: 'Mine' }) }],
  dropDraftAction: [{ refused: (v) => ({ ...bookingOf(v), kind: 'shared' }) }],
  addMaterialAction: [
    { refused: (v) => ({ ...bookingOf(v), title: 'Mine', body: 'Read', url: '' }) },
  ],
  removeMaterialAction: [{ refused: ({ bookingId, materialId }) => ({ bookingId, materialId }) }],

  createServiceAction: [{ own: { ...service, durationMinutes: '60', priceCredits: '0' } }],
  editServiceAction: [{ refused: (v) => ({ ...serviceOf(v), ...service }) }],
  moveServiceAction: [{ refused: (v) => ({ ...serviceOf(v), direction: 'down' }) }],
  archiveServiceAction: [{ refused: serviceOf }],
  copyServiceAction: [{ refused: (v) => ({ ...serviceOf(v), title: 'Mine' }) }],
  restoreServiceAction: [{ refused: serviceOf }],
  addVariantAction: [
    { refused: (v) => ({ ...serviceOf(v), durationMinutes: '90', priceCredits: '1' }) },
  ],
  changePriceAction: [{ refused: (v) => ({ ...variantOf(v), priceCredits: '999' }) }],
  archiveVariantAction: [{ refused: variantOf }],
  renewServiceLinkAction: [{ refused: serviceOf }],
  addQuestionAction: [{ refused: (v) => ({ ...serviceOf(v), ...question }) }],
  editQuestionAction: [{ refused: (v) => ({ ...questionOf(v), ...question }) }],
  moveQuestionAction: [{ refused: (v) => ({ ...questionOf(v), direction: 'down' }) }],
  archiveQuestionAction: [{ refused: questionOf }],

  saveProfileAction: [
    {
      own: {
        name: 'Stranger',
        headline: 'Me',
        bio: '',
        city: '',
        skills: '',
        languages: ['en'],
        writtenIn: 'en',
        timeZone: 'UTC',
        formats: ['video'],
        address: '',
        videoUrl: '',
      },
    },
  ],
  publishMentorAction: [{ own: {} }],
  unpublishMentorAction: [{ own: {} }],
  setTakingBookingsAction: [{ own: { awayMessage: 'Away' } }],
  keepPortraitAction: [{ own: { picture: null } }],
  removePortraitAction: [{ own: {} }],

  saveWeeklyWindowsAction: [
    {
      own: {
        key: ['a'],
        day: ['1'],
        start: ['09:00'],
        end: ['10:00'],
        timeZone: [''],
        capacity: ['1'],
        firstOn: [''],
        lastOn: [''],
        active: ['on'],
      },
    },
  ],
  saveOverridesAction: [
    { own: { date: ['2026-12-02'], change: 'usual', start: [], end: [], capacity: [] } },
  ],
  saveBookingRulesAction: [
    {
      own: {
        timeZone: 'UTC',
        minimumNoticeMinutes: '0',
        horizonDays: '10',
        stepMinutes: '30',
        bufferBeforeMinutes: '0',
        bufferAfterMinutes: '0',
        cancelNoticeMinutes: '0',
        moveNoticeMinutes: '0',
        lateCancelPercent: '0',
        maxSessionsPerDay: '',
        maxSessionsPerWeek: '',
        mostOpenEach: '20',
        mostRequestsEach: '20',
        confirmation: 'automatic',
      },
    },
  ],
  openOnceAction: [{ own: { from: '2026-12-01T18:00', to: '2026-12-01T19:00' } }],
  addTimeOffAction: [{ own: { fromDate: '2026-12-05', toDate: '2026-12-05' } }],
  drawTimeOffAction: [{ own: { from: '2026-12-06T10:00', to: '2026-12-06T12:00' } }],
  removeTimeOffAction: [{ refused: ({ timeOff }) => ({ id: timeOff.id }) }],

  addCalendarAction: [{ own: { url: 'http://127.0.0.1/mine.ics', name: '' } }],
  refreshCalendarAction: [{ refused: ({ calendarId: id }) => ({ id }), reason: 'not_now' }],
  ownAddressesAction: [{ refused: ({ calendarId: id }) => ({ id, addresses: 'me@work.test' }) }],
  removeCalendarAction: [{ refused: ({ calendarId: id }) => ({ id }) }],

  grantCreditsAction: [
    {
      refused: () => ({
        ...givenFor(),
        email: 'held@victim.test',
        credits: '100',
        reason: 'Because I can',
      }),
    },
  ],
  draftGrantsAction: [{ refused: () => ({ ...givenFor(), file: null, reason: 'Because' }) }],
  giveDraftAction: [{ refused: ({ grantId }) => ({ grantId, sameFileGivenAt: '' }) }],

  // Sold to whoever asks, for themselves; here nothing is.
  topUpAction: [{ refused: () => ({ credits: '50' }), reason: 'not_offered' }],

  foundOrganizationAction: [
    {
      refused: () => ({
        name: 'Taken over',
        slug: 'taken-over',
        defaultLocale: 'en',
        timeZone: 'UTC',
        visibility: 'public',
      }),
    },
  ],
  overseeOrganizationAction: oversights.map((oversight) => ({
    refused: ({ organizationId }) => ({ organizationId, oversight }),
  })),
  joinAction: [
    { refused: () => holdKey, reason: 'unknown' },
    { refused: ({ invitationId: key }) => ({ key }), reason: 'unknown' },
  ],
  makeInvitationLinkAction: [{ refused: (v) => ({ ...schoolOf(v), days: '7', mostUses: '' }) }],
  inviteAction: [
    { refused: (v) => ({ ...schoolOf(v), email: 'me@stranger.test', name: '', role: 'owner' }) },
  ],
  revokeInvitationAction: [{ refused: invitationOf }],
  sendInvitationAgainAction: [{ refused: invitationOf }],
  draftImportAction: [{ refused: (v) => ({ ...schoolOf(v), requestId: uuidv7(), file: null }) }],
  sendImportAction: [{ refused: ({ importId }) => ({ importId }) }],
  addDomainAction: [{ refused: (v) => ({ ...schoolOf(v), domain: 'stranger.example' }) }],
  sendDomainAgainAction: [{ refused: domainOf }],
  withdrawDomainAction: [{ refused: domainOf }],
  proveDomainAction: [{ refused: () => holdToken, reason: 'unknown' }],
  // By an organization that has not asked them.
  answerOfferAction: [
    { refused: (v) => ({ ...schoolOf(v), answer: 'joined' }) },
    { refused: (v) => ({ ...schoolOf(v), answer: 'declined' }) },
  ],
  changeRoleAction: [{ refused: (v) => ({ ...memberOf(v), role: 'admin' }) }],
  removeMemberAction: [{ refused: memberOf }],
  leaveOrganizationAction: [{ refused: schoolOf }],

  retryMailAction: [{ refused: mailOf }],
  retryAllMailsAction: [{ refused: () => ({ organizationId: publicOrganizationId }) }],

  openNotificationAction: [{ ignored: notificationOf }],
  approveMentorAction: [{ refused: mentorOf, reason: 'not_found' }],
  sendMentorBackAction: [
    { refused: (one) => ({ ...mentorOf(one), note: 'Change it' }), reason: 'not_found' },
  ],
  pauseMentorAction: [{ refused: mentorOf, reason: 'not_found' }],
  resumeMentorAction: [{ refused: mentorOf, reason: 'not_found' }],
  saveAppearanceAction: [
    {
      refused: () => ({
        organization: publicSlug,
        name: 'Mine',
        description: '',
        website: '',
        accentColor: '#000000',
        defaultLocale: 'en',
        timeZone: 'UTC',
        visibility: 'members',
        mentoring: 'open',
      }),
      reason: 'not_found',
    },
  ],
  saveLimitsAction: [
    {
      refused: () => ({
        organization: publicSlug,
        welcomeCredits: '1000',
        mostOpenBookings: '',
        allowedFormats: ['video'],
        allowedLengths: [],
      }),
      reason: 'not_found',
    },
  ],
  saveNewMentorsAction: [
    {
      refused: () => ({
        organization: publicSlug,
        minimumNoticeMinutes: '0',
        horizonDays: '60',
        stepMinutes: '30',
        bufferBeforeMinutes: '0',
        bufferAfterMinutes: '0',
        cancelNoticeMinutes: '0',
        moveNoticeMinutes: '0',
        lateCancelPercent: '0',
        maxSessionsPerDay: '',
        maxSessionsPerWeek: '',
        mostOpenEach: '20',
        mostRequestsEach: '20',
        confirmation: 'automatic',
      }),
      reason: 'not_found',
    },
  ],
  closeDayAction: [
    {
      refused: () => ({ organization: publicSlug, closedOn: '2030-01-01', name: 'Closed' }),
      reason: 'not_found',
    },
  ],
  openDayAction: [
    {
      refused: () => ({ organization: publicSlug, closedOn: '2030-01-01' }),
      reason: 'not_found',
    },
  ],
  appointMentorAction: [
    {
      refused: () => ({
        organization: publicSlug,
        email: 'somebody@example.test',
        headline: 'Mine',
      }),
      reason: 'not_found',
    },
  ],

  readNotificationAction: [{ ignored: notificationOf }],
  removeNotificationAction: [{ ignored: notificationOf }],
  readAllNotificationsAction: [{ own: {} }],
  clearReadNotificationsAction: [{ own: {} }],

  calendarFeedAction: [{ own: { change: 'renew' } }, { own: { change: 'switch_off' } }],

  turnReminderOffAction: [
    {
      refused: ({ menteeId: personId }) => ({
        token: sealReminderOffLink(
          { personId, kind: '24h', expiresAt: ten.epochMilliseconds },
          'not our secret',
        ),
      }),
      reason: 'unknown',
    },
  ],

  saveSettingsAction: [
    {
      own: {
        language: 'fr',
        timeZone: 'UTC',
        email: ['1h'],
        allowsReplies: 'on',
        inApp: [],
        quietFrom: '',
        quietUntil: '',
      },
    },
  ],
  // Mailed to the viewer's own address; whoever leaves holds the link of such a mail.
  askToLeaveAction: [{ own: {} }],
  leaveAction: [{ refused: () => holdToken, reason: 'unknown' }],
  signOutDeviceAction: [
    { refused: () => ({ device: hashToken(victimsLogin) }) },
    { own: { device: 'others' } },
  ],
  nameUserAction: [{ own: { name: 'Stranger', next: '/' } }],
  chooseTimeZoneAction: [{ own: { timeZone: 'UTC' } }],
  requestSignInAction: [{ nothing: 'mails a link to whoever has the address' }],
  spendSignInLinkAction: [{ own: { ...holdToken, next: '/' } }],
  signInWithGoogleAction: [{ nothing: 'leads to Google' }],
  signOutAction: [{ nothing: 'ends the browser’s own session' }],
  signInAsDemoPersonAction: [{ nothing: 'is refused outside development' }],
};

/** The actions that the code has, by name, with the file of each. */
const files = actionFiles('lib');

let victim: Victim;

const strangers: [string, () => Promise<{ id: string }>][] = [
  ['a signed-in user', () => makeUser()],
  [
    'another mentor',
    async () => {
      const { mentorId } = await makeMentor({ durations: [60, 30] });
      return { id: mentorId };
    },
  ],
  [
    'the admin of another organization',
    async () => {
      const { id } = await makeUser();
      const organizationId = await makeOrganization();
      await makeMember({ organizationId, userId: id, role: 'admin' });
      return { id };
    },
  ],
];

beforeAll(async () => {
  victim = await makeVictim();
});

it('the table has a line for every action that there is', () => {
  expect(Object.keys(table).toSorted()).toEqual([...files.keys()].toSorted());
});

const lines = Object.entries(table).flatMap(([name, list]) =>
  list.map((line, place) => ({ name, place, line })),
);
const refusals = lines.flatMap(({ line, ...call }) =>
  'refused' in line ? [{ ...call, line }] : [],
);
const silences = lines.flatMap(({ line, ...call }) =>
  'ignored' in line ? [{ ...call, line }] : [],
);
const ownCalls = lines.flatMap(({ line, ...call }) => ('own' in line ? [{ ...call, line }] : []));

/** What the last post has left: nobody else writes between one and the next. */
let lastContents: Awaited<ReturnType<typeof contents>> | null = null;

/** Posts as `who`, with what there was before and after. */
async function post(name: string, posted: object, { id }: { id: string }) {
  const before = lastContents ?? (await contents());
  const result = await postAction(files.get(name) ?? '', name, { posted, who: { id }, now });
  const after = await contents();
  lastContents = after;
  return { result, before, after };
}

describe.each(strangers)('%s', (_, makeStranger) => {
  let stranger: { id: string };
  beforeAll(async () => {
    stranger = await makeStranger();
    strangersId = stranger.id;
    lastContents = null;
  });

  it.each(refusals)('$name ($place) is refused, and nothing changes', async (call) => {
    const { result, before, after } = await post(call.name, call.line.refused(victim), stranger);
    expect(result).toMatchObject({ ok: false, reason: call.line.reason ?? missing });
    expect(after).toEqual(before);
  });

  it.each(silences)('$name ($place) changes nothing', async ({ name, line }) => {
    const { before, after } = await post(name, line.ignored(victim), stranger);
    expect(after).toEqual(before);
  });

  it.each(ownCalls)('$name ($place) reaches what is theirs alone', async ({ name, line }) => {
    const { before, after } = await post(name, line.own, stranger);
    for (const [tableName, rows] of before) {
      const left = new Set(after.get(tableName));
      const gone = rows.filter((row) => !left.has(row) && !row.includes(stranger.id));
      expect(gone, `changed in ${tableName}`).toEqual([]);
    }
  });
});

it('mails that failed are an admin’s of their organization to send again', async () => {
  const { id } = await makeUser();
  await makeMember({ organizationId: publicOrganizationId, userId: id, role: 'admin' });
  const { result } = await post('retryMailAction', mailOf(victim), { id });
  expect(result).toMatchObject({ ok: true });
});

it('what is refused to strangers is there to be done: its owner can', async () => {
  const { result } = await post('acceptBookingAction', bookingOf(victim), { id: victim.mentorId });
  expect(result).toMatchObject({ ok: true });
});

it.each(lines)('$name ($place) takes or refuses whatever one of its fields holds', async (call) => {
  const { name, line } = call;
  if ('nothing' in line) return;
  const exported = (await import(join(process.cwd(), files.get(name) ?? ''))) as Record<
    string,
    BuiltAction
  >;
  const schema = exported[name]?.schema;
  if (!schema) throw new Error(`there is no ${name}`);
  const posted =
    'own' in line ? line.own : 'ignored' in line ? line.ignored(victim) : line.refused(victim);
  for (const field of Object.keys(posted)) {
    const taken = hostileFields
      .map((value) => ({ ...posted, [field]: value }))
      .filter((changed) => schema.safeParse(changed).success);
    // The worst come last.
    for (const changed of taken.slice(-examples(4))) {
      const who = { id: strangersId };
      const result = await postAction(files.get(name) ?? '', name, { posted: changed, who, now });
      expect(result).toHaveProperty('ok');
    }
  }
});
