import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { publicSlug } from '@/domain/organizations';
import { db } from '@/db/client';
import { listMentoringChoices } from '@/db/queries/organization-mentoring';
import { auditDetails, auditEvents } from '@/db/schema/audit';
import { mentorListings } from '@/db/schema/mentor-listings';
import { mentors } from '@/db/schema/mentors';
import { notifications } from '@/db/schema/notifications';
import type { organizations } from '@/db/schema/organizations';
import { book, readBooking, user } from '@/testing/bookings';
import {
  makeMember,
  makeMentor,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
  ten,
} from '@/testing/people';
import { profileForm, savedProfileForm } from '../schema';
import { publishMentor } from './publish-mentor';
import { approveMentor, pauseMentor, sendMentorBack } from './review-mentor';
import { saveProfile } from './save-profile';

const now = monday;
const sent = {
  name: 'Awa Diop',
  headline: 'Teaches maths',
  bio: 'I teach.',
  city: '',
  skills: '',
  languages: [],
  writtenIn: 'fr',
  timeZone: 'Africa/Dakar',
  formats: ['video'],
  address: '',
  videoUrl: '',
};

async function makeSchool(values: Partial<typeof organizations.$inferInsert> = {}) {
  const organizationId = await makeOrganization({ name: 'Lycée Ker', ...values });
  const [admin, member] = [await makeUser(), await makeUser()];
  await makeMember({ organizationId, userId: admin.id, role: 'admin' });
  await makeMember({ organizationId, userId: member.id });
  return { organizationId, adminId: admin.id, memberId: member.id };
}

const become = (userId: string, organization: string, formats = ['video']) =>
  saveProfile({ userId, organization, profile: profileForm.parse({ ...sent, formats }), now });

async function readMentor(userId: string) {
  const [row] = await db.select().from(mentors).where(eq(mentors.userId, userId));
  return row;
}

async function isListed(mentorId: string) {
  const [row] = await db
    .select({ isListed: mentorListings.isListed })
    .from(mentorListings)
    .where(eq(mentorListings.mentorId, mentorId));
  return row?.isListed;
}

const heard = (userId: string) =>
  db
    .select({ kind: notifications.kind, data: notifications.data })
    .from(notifications)
    .where(eq(notifications.userId, userId));

const trailOf = (mentorId: string) =>
  db
    .select({
      deed: auditEvents.deed,
      actorId: auditEvents.actorId,
      actedAs: auditEvents.actedAs,
      reason: auditDetails.reason,
    })
    .from(auditEvents)
    .leftJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
    .where(eq(auditEvents.subjectId, mentorId))
    .orderBy(asc(auditEvents.id));

/** A mentor of a school that reviews, with all that publishing asks for. */
async function makeWaiting() {
  const school = await makeSchool({ mentoring: 'reviewed' });
  const { organizationId } = school;
  const { mentorId, variantId } = await makeMentor({
    user: { name: 'Awa' },
    mentor: { organizationId, approvedAt: null, publishedAt: null, bio: 'I teach.' },
  });
  await makeMember({ organizationId, userId: mentorId });
  return { ...school, mentorId, variantId };
}

describe('whose mentor somebody becomes', () => {
  it('offers the organizations of theirs that let them, the public one first', async () => {
    const open = await makeSchool({ name: 'B' });
    const reviewed = await makeSchool({ name: 'A', mentoring: 'reviewed' });
    const appointed = await makeSchool({ mentoring: 'appointed' });
    const closed = await makeSchool({ closedAt: now });
    const person = await makeUser();
    for (const { organizationId } of [open, reviewed, appointed, closed]) {
      await makeMember({ organizationId, userId: person.id });
    }
    const choices = await listMentoringChoices(db, { userId: person.id });
    expect(choices.map(({ slug }) => slug)).toEqual([
      publicSlug,
      reviewed.organizationId,
      open.organizationId,
    ]);
    expect(await become(person.id, appointed.organizationId)).toEqual({
      ok: false,
      reason: 'no_mentoring',
    });
    expect(await become(person.id, closed.organizationId)).toMatchObject({ ok: false });
    expect(await readMentor(person.id)).toBeUndefined();
  });

  it('refuses an organization of other people like one that does not exist', async () => {
    const { organizationId } = await makeSchool();
    const stranger = await makeUser();
    const answers = [
      await become(stranger.id, organizationId),
      await become(stranger.id, 'no-such-organization'),
    ];
    expect(answers).toEqual([
      { ok: false, reason: 'no_mentoring' },
      { ok: false, reason: 'no_mentoring' },
    ]);
  });

  it('begins with the rules and terms of the organization, and only what it allows', async () => {
    const rules = { minimumNoticeMinutes: 600, lateCancelPercent: 50, maxSessionsPerDay: 3 };
    const { organizationId, memberId } = await makeSchool({
      ...rules,
      confirmation: 'manual',
      allowedFormats: ['video'],
    });
    expect(await become(memberId, organizationId, ['phone'])).toEqual({
      ok: false,
      reason: 'format_not_allowed',
    });
    expect(await become(memberId, organizationId)).toMatchObject({ ok: true });
    expect(await readMentor(memberId)).toMatchObject({
      organizationId,
      ...rules,
      confirmation: 'manual',
      approvedAt: now,
    });
    // What they offered before the setting stays theirs, and nothing is added to it.
    await db
      .update(mentors)
      .set({ formats: ['phone'] })
      .where(eq(mentors.userId, memberId));
    expect(await become(memberId, publicSlug, ['phone', 'video'])).toMatchObject({ ok: true });
    expect(await become(memberId, publicSlug, ['in_person'])).toMatchObject({ ok: false });
    expect(await readMentor(memberId)).toMatchObject({ organizationId });
  });

  it('takes no approval, organization or rule from a form', async () => {
    const { organizationId, memberId } = await makeSchool({ mentoring: 'reviewed' });
    const posted = savedProfileForm.parse({
      ...sent,
      organization: organizationId,
      approvedAt: '2026-01-01T00:00:00Z',
      publishedAt: '2026-01-01T00:00:00Z',
      organizationId: publicOrganizationId,
      reviewNote: 'Fine',
    });
    const { organization, ...profile } = posted;
    await saveProfile({ userId: memberId, organization, profile, now });
    expect(await readMentor(memberId)).toMatchObject({
      organizationId,
      approvedAt: null,
      publishedAt: null,
      reviewNote: '',
    });
  });
});

describe('a mentor who has to be approved', () => {
  it('waits unseen, is approved once, and is then seen; the admins and they hear of it', async () => {
    const { mentorId, adminId, memberId } = await makeWaiting();
    const published = await publishMentor({ userId: mentorId, now });
    expect(published).toMatchObject({ ok: true, value: { isWaiting: true } });
    await publishMentor({ userId: mentorId, now });
    expect(await isListed(mentorId)).toBe(false);
    const [first, ...others] = await heard(adminId);
    expect([first?.kind, others]).toEqual(['mentor_waiting', []]);
    expect(first?.data).toMatchObject({ mentor: 'Awa', organization: 'Lycée Ker' });
    expect(await heard(memberId)).toEqual([]);

    await Promise.all([
      approveMentor({ userId: adminId, mentorId, now }),
      approveMentor({ userId: adminId, mentorId, now }),
    ]);
    expect(await isListed(mentorId)).toBe(true);
    expect(await heard(mentorId)).toEqual([
      { kind: 'mentor_approved', data: { organization: 'Lycée Ker' } },
    ]);
    expect(await trailOf(mentorId)).toEqual([
      { deed: 'mentor.approved', actorId: adminId, actedAs: 'admin', reason: null },
    ]);
  });

  it('is sent back with words, hidden until approved again, and keeps what is booked', async () => {
    const { mentorId, variantId, adminId, memberId } = await makeWaiting();
    await publishMentor({ userId: mentorId, now });
    await approveMentor({ userId: adminId, mentorId, now });
    const made = await book({ booker: user(memberId), mentorId, variantId, startsAt: ten });
    await sendMentorBack({ userId: adminId, mentorId, note: 'Say more.', now });
    expect(await isListed(mentorId)).toBe(false);
    expect(await readMentor(mentorId)).toMatchObject({
      publishedAt: null,
      reviewNote: 'Say more.',
    });
    expect((await readBooking(made.bookingId))?.status).toBe('confirmed');
    expect((await heard(mentorId)).at(-1)).toEqual({
      kind: 'mentor_sent_back',
      data: { organization: 'Lycée Ker', note: 'Say more.' },
    });
    expect((await trailOf(mentorId)).at(-1)).toMatchObject({
      deed: 'mentor.sent_back',
      reason: 'Say more.',
    });
    await publishMentor({ userId: mentorId, now });
    expect(await isListed(mentorId)).toBe(false);
    await approveMentor({ userId: adminId, mentorId, now });
    expect(await isListed(mentorId)).toBe(true);
    expect((await readMentor(mentorId))?.reviewNote).toBe('');
  });

  it('cannot approve themselves, nor be judged by anybody who may not', async () => {
    const { mentorId, memberId } = await makeWaiting();
    await publishMentor({ userId: mentorId, now });
    const other = await makeSchool();
    const answers = [];
    for (const userId of [mentorId, memberId, other.adminId, other.memberId]) {
      answers.push(await approveMentor({ userId, mentorId, now }));
      answers.push(await sendMentorBack({ userId, mentorId, note: 'No', now }));
      answers.push(await pauseMentor({ userId, mentorId, isPaused: true, now }));
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: false, reason: 'not_found' })]),
    );
    expect(await isListed(mentorId)).toBe(false);
    expect(await trailOf(mentorId)).toEqual([]);
    expect(await db.$count(notifications, and(eq(notifications.userId, mentorId)))).toBe(0);
  });

  it('is paused and resumed by an admin, which the trail says', async () => {
    const { mentorId, adminId } = await makeWaiting();
    await pauseMentor({ userId: adminId, mentorId, isPaused: true, now });
    expect((await readMentor(mentorId))?.takingBookings).toBe(false);
    await pauseMentor({ userId: adminId, mentorId, isPaused: false, now });
    expect((await readMentor(mentorId))?.takingBookings).toBe(true);
    expect((await trailOf(mentorId)).map(({ deed }) => deed)).toEqual([
      'mentor.paused',
      'mentor.resumed',
    ]);
  });
});
