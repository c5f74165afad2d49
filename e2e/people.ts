/** People of a test's own, so that tests that run side by side never meet. */
import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { overrides, timeOff } from '@/db/schema/availability';
import { bookings } from '@/db/schema/bookings';
import { externalCalendars, importedEvents } from '@/db/schema/external-calendars';
import { organizations } from '@/db/schema/organizations';
import { deliveries } from '@/db/schema/outbox';
import { sessions } from '@/db/schema/sessions';
import { users } from '@/db/schema/users';
import { sealManageLink } from '@/lib/auth/tokens';
import { mentorPath } from '@/domain/mentors';
import { env } from '@/kernel/env';
import { draftFromFile, giveDraft } from '@/lib/grants/service';
import { book, mintHoldLink, user, visitor } from '@/testing/bookings';
import {
  makeMember,
  makeMentor,
  makeUser,
  type MentorSettings,
  publicOrganizationId,
} from '@/testing/people';

const familyNames = ['Adeyemi', 'Banda', 'Chukwu', 'Diarra', 'Etame', 'Fofana', 'Gueye', 'Hassan'];
let made = 0;

/** A name that no other test has: a search for it finds this person alone. */
export function ownName(first: string): string {
  made += 1;
  const letters = Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 5);
  const family = familyNames[made % familyNames.length] ?? 'Adeyemi';
  return `${first} ${family}-${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

export type TestMentor = Awaited<ReturnType<typeof publishMentor>>;

/**
 * A published mentor who is free around the clock, every full hour of every day in UTC, free of
 * charge and without notice: whatever the hour or the day a test runs at, and across clock changes,
 * there are the same slots. Zones that are off by half hours aside, everybody reads full hours.
 */
export async function publishMentor(settings: MentorSettings = {}) {
  const name = settings.user?.name ?? ownName('Makena');
  const mentor = await makeMentor({
    ...settings,
    user: { name, ...settings.user },
    mentor: {
      headline: 'Data analyst, two career changes',
      bio: 'I help people to find their way into data work.',
      city: 'Nairobi',
      skills: ['Data analysis'],
      languages: ['en', 'fr'],
      stepMinutes: 60,
      formats: ['video'],
      publishedAt: Temporal.Now.instant().subtract({ hours: 24 * 30 }),
      ...settings.mentor,
    },
    windows: settings.windows ?? [{ startTime: '00:00', endTime: '24:00' }],
  });
  const slug = settings.mentor?.slug ?? `mentor-${mentor.mentorId}`;
  const { organizationId } = settings.mentor ?? {};
  const organization = organizationId === undefined ? 'public' : await slugOf(organizationId);
  const handle = { organization, slug };
  return { ...mentor, name, handle, path: mentorPath(handle) };
}

async function slugOf(organizationId: string): Promise<string> {
  const [organization] = await db
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!organization) throw new Error('no such organization');
  return organization.slug;
}

/** A user with a name, who could book. */
export async function makeMentee(values: Parameters<typeof makeUser>[0] = {}) {
  const name = values.name ?? ownName('Awa');
  const mentee = await makeUser({ emailVerified: new Date(), ...values, name });
  return { ...mentee, name };
}

/** The organization of this slug. */
export async function organizationAt(slug: string): Promise<{ id: string }> {
  const [found] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.slug, slug));
  if (!found) throw new Error(`there is no organization at ${slug}`);
  return found;
}

/** Who runs the installation, says the server's `OPERATORS`: one for all tests. */
export async function findOperator(): Promise<{ id: string }> {
  const email = 'operator@baobab.example';
  const values = { email, name: 'Opeyemi Operator', emailVerified: new Date() };
  await db.insert(users).values(values).onConflictDoNothing({ target: users.email });
  const [found] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!found) throw new Error('there is no operator');
  return found;
}

/** Who administers the public organization. */
export async function makeAdmin() {
  const admin = await makeMentee({ name: ownName('Mariama') });
  await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'owner' });
  return admin;
}

/** Gives what a file says, and tells the path of its report. */
export async function grantByFile({ id: userId }: { id: string }, csv: string) {
  const now = Temporal.Now.instant();
  const drafted = await draftFromFile({
    userId,
    organizationId: publicOrganizationId,
    requestId: uuidv7(),
    file: { name: 'prizes.csv', bytes: new TextEncoder().encode(csv) },
    reason: '',
    now,
  });
  if (!drafted.ok) throw new Error(`refused: ${drafted.reason}`);
  const given = await giveDraft({ userId, ...drafted.value, sameFileGivenAt: null, now });
  if (!given.ok) throw new Error(`refused: ${given.reason}`);
  return { path: `/o/public/admin/credits/${drafted.value.grantId}` };
}

/** The full hour `hour` (UTC) of the day `days` after today's in UTC. */
export function hourAhead(days: number, hour: number): Temporal.Instant {
  return Temporal.Now.zonedDateTimeISO('UTC').startOfDay().add({ days, hours: hour }).toInstant();
}

/** A booking made by the service, as a signed-in mentee would. */
export async function bookFor(
  menteeId: string,
  mentor: TestMentor,
  startsAt: Temporal.Instant,
  subject = 'First steps in data',
  now = Temporal.Now.instant(),
) {
  const { mentorId, variantId } = mentor;
  const booked = await book({
    booker: user(menteeId),
    mentorId,
    variantId,
    startsAt,
    details: { format: 'video', phone: '', place: '', subject, notes: '' },
    now,
  });
  return { ...booked, path: `/bookings/${booked.bookingId}` };
}

/** Several sessions that were booked in one request, and the page that shows them together. */
export async function bookBatchFor(
  menteeId: string,
  mentor: TestMentor,
  starts: Temporal.Instant[],
) {
  const { mentorId, variantId } = mentor;
  const booked = await book({
    booker: user(menteeId),
    mentorId,
    variantId,
    starts,
    policy: 'all',
    details: { format: 'video', phone: '', place: '', subject: 'A course', notes: '' },
    now: Temporal.Now.instant(),
  });
  return { ...booked, path: `/bookings/batches/${booked.batchId}` };
}

/** A visitor's hold, and the path of the page behind the link in its mail. */
export async function holdFor(email: string, mentor: TestMentor, startsAt: Temporal.Instant) {
  const { mentorId, variantId } = mentor;
  const now = Temporal.Now.instant();
  const held = await book({ booker: visitor(email), mentorId, variantId, startsAt, now });
  const token = await mintHoldLink(held.bookingId, { email, now });
  return { ...held, path: `/holds/${token}` };
}

/** Lets time pass: the mentee's session has ended an hour ago. */
export async function letSessionPass(menteeId: string): Promise<void> {
  const [session] = await db
    .select({ id: sessions.id, minutes: sessions.durationMinutes })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.sessionId, sessions.id))
    .where(eq(bookings.menteeId, menteeId));
  if (!session) throw new Error('nothing is booked');
  const end = Temporal.Now.instant().subtract({ hours: 1 }).round('minute');
  const period = { start: end.subtract({ minutes: session.minutes }), end };
  await db
    .update(sessions)
    // The buffers would have to go along: those who test this have none.
    .set({ period, occupied: period })
    .where(eq(sessions.id, session.id));
}

/** Closes a date of the mentor's zone; what is booked then stays. */
export async function closeDate({ mentorId }: TestMentor, appliesOn: string): Promise<void> {
  await db.insert(overrides).values({ mentorId, appliesOn, ranges: [] });
}

export async function takeTimeOff(
  { mentorId }: TestMentor,
  start: Temporal.Instant,
  end: Temporal.Instant,
): Promise<void> {
  await db.insert(timeOff).values({ mentorId, period: { start, end } });
}

/** A calendar elsewhere with an appointment of one hour, as if it had been read; by now perhaps in vain. */
export async function linkCalendar(
  { mentorId }: TestMentor,
  start: Temporal.Instant,
  { isUnreadable = false } = {},
): Promise<void> {
  const now = Temporal.Now.instant();
  const [calendar] = await db
    .insert(externalCalendars)
    .values({
      mentorId,
      name: isUnreadable ? 'Surgery' : 'Clinic',
      url: `https://clinic.test/${isUnreadable ? 'surgery' : 'mine'}.ics`,
      digest: 'as read',
      timeZone: 'UTC',
      expandedAt: now,
      attemptedAt: now,
      readAt: now,
      nextAttemptAt: now.add({ hours: 24 }),
      createdAt: now,
      ...(isUnreadable && { failure: 'timeout', failingSince: now, failures: 1 }),
    })
    .returning({ id: externalCalendars.id });
  if (!calendar) throw new Error('no calendar was linked');
  const period = { start, end: start.add({ hours: 1 }) };
  const event = { mentorId, calendarId: calendar.id, period, summary: 'Operation' };
  await db.insert(importedEvents).values(event);
}

/** Mails about a booking that have not left: failed, waiting, and held back. */
export async function leaveMails(bookingId: string, reader: { id: string; email: string }) {
  const now = Temporal.Now.instant();
  const mail = {
    kind: 'reminder_24h_mentee' as const,
    recipientId: reader.id,
    recipientEmail: reader.email,
    locale: 'en' as const,
    bookingIds: [bookingId],
    nextAttemptAt: now.add({ hours: 24 }),
    createdAt: now,
  };
  const error = '500 internal_server_error: later';
  await db.insert(deliveries).values([
    { ...mail, kind: 'booked_mentee', status: 'failed', attempts: 8, lastError: error },
    { ...mail, kind: 'sign_in', status: 'failed', attempts: 8, bookingIds: [] },
    { ...mail, attempts: 2, lastError: '503 service_unavailable' },
    { ...mail, status: 'skipped', attempts: 1, lastError: 'booking_over' },
  ]);
}

/** The path of the page behind the links of a mail about a booking. */
export async function managePath(bookingId: string, personId: string): Promise<string> {
  const [booking] = await db
    .select({ sequence: bookings.sequence, period: bookings.period })
    .from(bookings)
    .where(eq(bookings.id, bookingId));
  if (!booking) throw new Error('no such booking');
  const { sequence, period } = booking;
  const claims = { bookingId, personId, sequence, expiresAt: period.start.epochMilliseconds };
  return `/manage/${sealManageLink(claims, env.authSecrets[0])}`;
}

/** An address that nobody else writes from. */
export function ownAddress(): string {
  return `${ownName('visitor').toLowerCase().replaceAll(' ', '.')}@example.test`;
}
