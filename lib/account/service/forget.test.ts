/** Whoever is forgotten leaves nothing behind but ids, wherever their words had gone. */
import { invitations } from '@/db/schema/invitations';
import { addDomain } from '@/lib/memberships/service/domains';
import { draftImport, sendImport } from '@/lib/memberships/service/import-people';
import { makeInvitationLink } from '@/lib/memberships/service/invite';
import { joinByInvitation } from '@/lib/memberships/service/join';
import { makeSchool } from '@/testing/memberships';
import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, pool } from '@/db/client';
import { auditEvents } from '@/db/schema/audit';
import { bookings } from '@/db/schema/bookings';
import { externalCalendars, importedEvents } from '@/db/schema/external-calendars';
import { memberships } from '@/db/schema/organizations';
import { portraits } from '@/db/schema/portraits';
import { users } from '@/db/schema/users';
import { mintToken } from '@/lib/auth/tokens';
import { createAuthSession, requestSignIn } from '@/lib/auth/service';
import { saveOverrides } from '@/lib/availability/service/save-overrides';
import { addTimeOff } from '@/lib/availability/service/time-off';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { messageSession } from '@/lib/bookings/service/message-session';
import { draftFromFile, giveDraft } from '@/lib/grants/service';
import { sendMails } from '@/lib/mails/service';
import { addMaterial } from '@/lib/notes/service/give-material';
import { writeNote } from '@/lib/notes/service/write-note';
import { book, order, readBooking, user, visitor } from '@/testing/bookings';
import { contents } from '@/testing/contents';
import { mintLeaveLink } from '@/testing/leaving';
import { creditsOf, expectLedgerAddsUp } from '@/testing/ledger';
import {
  at,
  makeMember,
  makeMentor,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { forgetWhoLeft } from './forget';
import { askToLeave, leave } from './leave';

afterAll(() => pool.end());

const now = monday.add({ hours: 1 });
/** In everything that they ever typed, or that was typed about them. */
const marks = ['Quetzalcoatl', 'quetzalcoatl@', '612345678'];
const words = 'Words of Quetzalcoatl';

async function leaveAs({ id, email }: { id: string; email: string }) {
  await askToLeave({ userId: id, email, locale: 'en', now });
  const { token } = await mintLeaveLink({ email, now });
  return leave({ token, now });
}

const forgetEverybody = () =>
  forgetWhoLeft({ clock: () => now.add({ minutes: 1 }), endsAt: now.add({ hours: 1 }) });

/** Of each table, what still has one of the marks in it. */
async function traces(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [table, rows] of await contents()) {
    const marked = rows.filter((row) =>
      marks.some((mark) => row.toLowerCase().includes(mark.toLowerCase())),
    );
    if (marked.length > 0) found[table] = marked;
  }
  return found;
}

const encoded = (text: string) => new TextEncoder().encode(text);

async function fill() {
  const organizationId = await makeOrganization();
  const admin = await makeUser();
  await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
  const person = await makeUser({ name: 'Zoé Quetzalcoatl', email: 'quetzalcoatl@example.org' });
  await makeMember({ organizationId, userId: person.id, role: 'member' });
  const other = await makeMentor({ mentor: { confirmation: 'manual' }, priceCredits: 5 });
  // Who was invited to run a school with others, by a file, and has come.
  const school = await makeSchool();
  const invited = await draftImport({
    userId: school.owner.id,
    organizationId: school.organizationId,
    requestId: uuidv7(),
    file: {
      name: 'people.csv',
      bytes: encoded(`email,name,role\n${person.email},${person.name ?? ''},admin`),
    },
    now,
  });
  if (!invited.ok) throw new Error(invited.reason);
  await sendImport({ userId: school.owner.id, ...invited.value, now });
  const [invitation] = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.email, person.email));
  if (!invitation) throw new Error('nobody was invited');
  const viewer = { id: person.id, email: person.email };
  const proof = { invitationId: invitation.id };
  const joined = await joinByInvitation({ proof, viewer, locale: 'en', timeZone: null, now });
  if (!joined.ok) throw new Error(joined.reason);
  const asking = { userId: person.id, organizationId: school.organizationId, now };
  const added = await addDomain({ ...asking, domain: 'lycee.example' });
  if (!added.ok) throw new Error(added.reason);
  const { mentorId, variantId } = other;
  const details = {
    ...order({ booker: user(person.id), mentorId, variantId, starts: [] }).details,
  };
  const typed = {
    ...details,
    format: 'phone' as const,
    phone: '+221612345678',
    subject: words,
    notes: words,
  };
  const wanted = { mentorId, variantId, booker: user(person.id), details: typed };
  const past = await book({ ...wanted, startsAt: at('2026-11-25T10:00') });
  const note = { version: 0, body: words, now };
  await writeNote({ ...note, bookingId: past.bookingId, kind: 'shared', userId: person.id });
  await writeNote({ ...note, bookingId: past.bookingId, kind: 'private', userId: mentorId });
  await cancelBookings({ userId: person.id, bookingId: past.bookingId, reason: words, now });
  const planned = await book({ ...wanted, startsAt: at('2026-11-26T10:00') });
  await confirmBooking({ userId: mentorId, bookingId: planned.bookingId, word: words, now });
  await book({
    mentorId,
    variantId,
    booker: visitor(person.email),
    startsAt: at('2026-11-27T10:00'),
  });
  await requestSignIn({ email: person.email, locale: 'fr', nextPath: `/?q=${marks[0]}`, now });
  const file = { name: 'prizes.csv', bytes: encoded(`${person.email},50,${words}`) };
  const giver = { userId: admin.id, organizationId: publicOrganizationId, now };
  const draft = await draftFromFile({ ...giver, requestId: uuidv7(), file, reason: 'A prize' });
  if (!draft.ok) throw new Error(draft.reason);
  await giveDraft({ ...draft.value, ...giver, sameFileGivenAt: null });
  await createAuthSession(db, { userId: person.id, now });
  // What they offer and gave as a mentor.
  const own = await makeMentor({
    user: { name: 'Yann Quetzalcoatl', email: 'y.quetzalcoatl@example.org' },
    mentor: {
      slug: 'yann-quetzalcoatl',
      headline: words,
      bio: words,
      city: words,
      skills: [words],
      links: ['https://quetzalcoatl.example'],
      awayMessage: words,
      address: words,
      videoUrl: 'https://quetzalcoatl.example/room',
    },
    service: { description: words, capacity: 3 },
  });
  const mentee = await makeUser();
  const seat = { mentorId: own.mentorId, variantId: own.variantId, booker: user(mentee.id) };
  const place = { ...details, format: 'in_person' as const };
  const { bookingId } = await book({ ...seat, details: place, startsAt: at('2026-11-26T15:00') });
  const acting = { userId: own.mentorId, bookingId, now };
  await messageSession({ ...acting, text: words, requestId: uuidv7() });
  await addMaterial({ ...acting, title: words, body: words, url: '' });
  const off = { from: '2026-12-01T10:00', to: '2026-12-01T12:00', note: words, now };
  await addTimeOff({ ...off, userId: own.mentorId });
  const change = { kind: 'closed' } as const;
  await saveOverrides({ userId: own.mentorId, dates: ['2026-12-02'], change, note: words, now });
  const read = {
    expandedAt: now,
    attemptedAt: now,
    readAt: now,
    createdAt: now,
    nextAttemptAt: now,
  };
  const calendarId = uuidv7();
  await db.insert(externalCalendars).values({
    ...read,
    id: calendarId,
    mentorId: own.mentorId,
    name: words,
    url: 'https://quetzalcoatl.example/mine.ics',
    digest: 'as read',
    timeZone: 'UTC',
    ownAddresses: ['quetzalcoatl@work.example'],
    announcedZones: [words],
  });
  const period = { start: at('2026-11-28T10:00'), end: at('2026-11-28T11:00') };
  await db
    .insert(importedEvents)
    .values({ mentorId: own.mentorId, calendarId, period, summary: words });
  const square = new Uint8Array([1]);
  await db
    .insert(portraits)
    .values({ id: uuidv7(), mentorId: own.mentorId, small: square, large: square, createdAt: now });
  await sendMails({ now, limit: 1000 });
  return { person, other, planned, own, mentee, bookingId };
}

let filled: Awaited<ReturnType<typeof fill>>;

describe('two people who leave, a mentee and a mentor', () => {
  beforeAll(async () => {
    filled = await fill();
  });

  it('are all over the database before', async () => {
    expect(Object.keys(await traces()).length).toBeGreaterThan(15);
  });

  it('leave no word behind', async () => {
    const { person, own } = filled;
    const [mentor] = await db.select().from(users).where(eq(users.id, own.mentorId));
    if (!mentor) throw new Error('the mentor is gone too soon');
    expect(await leaveAs(person)).toMatchObject({ ok: true });
    expect(await leaveAs(mentor)).toMatchObject({ ok: true });
    await sendMails({ now, limit: 1000 });
    expect(await forgetEverybody()).toMatchObject({
      counts: { forgotten: 2, waiting: 0, broken: 0 },
    });
    expect(await traces()).toEqual({});
    const [picture] = await db.select().from(portraits).where(eq(portraits.mentorId, own.mentorId));
    expect(picture).toBeUndefined();
  });

  it('had their sessions called off, at no cost, and the others heard of it', async () => {
    const { planned, bookingId, mentee, own } = filled;
    expect(await readBooking(planned.bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'mentee',
    });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'mentor',
      menteeId: mentee.id,
      mentorId: own.mentorId,
    });
    await sendMails({ now: now.add({ minutes: 2 }), limit: 1000 });
    const kept = (await contents()).get('mailbox_messages') ?? [];
    expect(kept.filter((row) => row.includes(mentee.email)).join()).toContain('cancel');
    await expectLedgerAddsUp();
  });

  it('are not forgotten twice', async () => {
    expect(await forgetEverybody()).toMatchObject({ counts: { forgotten: 0, broken: 0 } });
  });

  it('begin anew under the same address as somebody else', async () => {
    const again = await makeUser({ email: 'quetzalcoatl@example.org' });
    expect(again.id).not.toBe(filled.person.id);
    expect(await creditsOf(filled.person.id)).toBeGreaterThan(0);
  });
});

describe('a link to leave', () => {
  it('works once, for whom it was mailed to, and nobody signs in as them from then on', async () => {
    const { id, email } = await makeUser();
    await createAuthSession(db, { userId: id, now });
    const { token, expiresAt } = await mintLeaveLink({ email, now });
    expect(await leave({ token, now: expiresAt })).toMatchObject({ reason: 'expired' });
    const results = await Promise.all(Array.from({ length: 4 }, () => leave({ token, now })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await leave({ token: mintToken().token, now })).toMatchObject({ reason: 'unknown' });
    const [row] = await db.select().from(users).where(eq(users.id, id));
    expect(row).toMatchObject({ leavingSince: now, blockedAt: now, forgottenAt: null });
  });

  it('is refused to an only owner, and of two owners who leave at once the second stays', async () => {
    const organizationId = await makeOrganization();
    const [one, two] = [await makeUser(), await makeUser()];
    await makeMember({ organizationId, userId: one.id, role: 'owner' });
    expect(await leaveAs(one)).toMatchObject({ reason: 'only_owner' });
    await makeMember({ organizationId, userId: two.id, role: 'owner' });
    const results = await Promise.all([leaveAs(one), leaveAs(two)]);
    expect(results.map((result) => (result.ok ? 'left' : result.reason)).toSorted()).toEqual([
      'left',
      'only_owner',
    ]);
    expect(await db.$count(memberships, eq(memberships.organizationId, organizationId))).toBe(1);
  });

  it('is in the trail of each organization that they belonged to', async () => {
    const [school, another] = [await makeOrganization(), await makeOrganization()];
    const person = await makeUser();
    await makeMember({ organizationId: school, userId: person.id });
    await makeMember({ organizationId: another, userId: person.id, role: 'admin' });
    const link = { userId: person.id, organizationId: another, days: 7, mostUses: null, now };
    expect(await makeInvitationLink(link)).toMatchObject({ ok: true });
    expect(await leaveAs(person)).toMatchObject({ ok: true });
    const [invitation] = await db
      .select()
      .from(invitations)
      .where(eq(invitations.invitedBy, person.id));
    expect(invitation?.revokedAt, 'lets somebody in who has kept it').toEqual(now);
    const deed = { deed: 'membership.ended', actorId: person.id, at: now };
    for (const [organizationId, role] of [
      [school, 'member'],
      [another, 'admin'],
    ] as const) {
      const trail = await db
        .select()
        .from(auditEvents)
        .where(
          and(eq(auditEvents.organizationId, organizationId), eq(auditEvents.subjectId, person.id)),
        );
      expect(trail).toMatchObject([{ ...deed, actedAs: role, before: { role } }]);
    }
  });

  it('waits for a session that is going on', async () => {
    const mentor = await makeMentor();
    const mentee = await makeUser();
    const { bookingId } = await book({
      ...mentor,
      booker: user(mentee.id),
      startsAt: at('2026-11-25T10:00'),
    });
    await db
      .update(bookings)
      .set({ status: 'in_progress', startedAt: now })
      .where(eq(bookings.id, bookingId));
    await leaveAs(mentee);
    expect(await forgetEverybody()).toMatchObject({ counts: { waiting: 1 } });
  });
});

it('stops when its turn is over', async () => {
  const leaver = await makeUser();
  await leaveAs(leaver);
  const endsAt = Temporal.Instant.from('2026-11-23T00:00:00Z');
  expect(await forgetWhoLeft({ clock: () => endsAt, endsAt })).toMatchObject({ hasMore: true });
});
