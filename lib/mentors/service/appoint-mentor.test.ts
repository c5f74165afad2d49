import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listOrganizationMentors } from '@/db/queries/organization-mentors';
import { auditEvents } from '@/db/schema/audit';
import { mentors } from '@/db/schema/mentors';
import { notifications } from '@/db/schema/notifications';
import { users } from '@/db/schema/users';
import { asViewer } from '@/db/viewer';
import { makeMember, makeMentor, makeOrganization, makeUser, monday } from '@/testing/people';
import { appointMentor } from './appoint-mentor';

const now = monday;
const appointed = { name: 'Ada Kone', headline: 'Teaches maths' };

async function makeSchool(values: Parameters<typeof makeOrganization>[0] = {}) {
  const organizationId = await makeOrganization({ mentoring: 'appointed', ...values });
  const [admin, member] = [await makeUser(), await makeUser({ name: null, timeZone: null })];
  await makeMember({ organizationId, userId: admin.id, role: 'admin' });
  await makeMember({ organizationId, userId: member.id });
  return { organizationId, organization: organizationId, adminId: admin.id, member };
}

describe('appointMentor', () => {
  it('prepares a profile that nobody sees and that needs no approval; they hear of it', async () => {
    const { organization, organizationId, adminId, member } = await makeSchool({
      timeZone: 'Africa/Dakar',
      minimumNoticeMinutes: 600,
      allowedFormats: ['phone'],
    });
    const asked = { userId: adminId, organization, now };
    const result = await appointMentor({
      ...asked,
      appointed: { ...appointed, email: member.email },
    });
    expect(result).toEqual({ ok: true, value: { slug: 'ada-kone' } });
    const [mentor] = await db.select().from(mentors).where(eq(mentors.userId, member.id));
    expect(mentor).toMatchObject({
      organizationId,
      publishedAt: null,
      approvedAt: now,
      timeZone: 'Africa/Dakar',
      minimumNoticeMinutes: 600,
      formats: ['phone'],
    });
    const [person] = await db.select().from(users).where(eq(users.id, member.id));
    expect(person?.name).toBe('Ada Kone');
    expect(await db.$count(notifications, eq(notifications.userId, member.id))).toBe(1);
    const trail = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, member.id));
    expect(trail).toMatchObject([{ deed: 'mentor.appointed', actorId: adminId }]);
    const again = { ...asked, appointed: { ...appointed, email: member.email } };
    expect(await appointMentor(again)).toEqual({ ok: false, reason: 'already_mentor' });
  });

  it('is for those who look after the mentors of this organization, and for its members', async () => {
    const { organization, adminId, member } = await makeSchool();
    const other = await makeSchool();
    const email = { ...appointed, email: member.email };
    for (const userId of [member.id, other.adminId]) {
      expect(await appointMentor({ userId, organization, appointed: email, now })).toEqual({
        ok: false,
        reason: 'not_found',
      });
    }
    const elsewhere = { ...appointed, email: other.member.email };
    const asked = { userId: adminId, organization, now };
    expect(await appointMentor({ ...asked, appointed: elsewhere })).toEqual({
      ok: false,
      reason: 'no_such_member',
    });
    // Nor does it tell what somebody is elsewhere.
    const teacher = await makeMentor();
    const theirs = await db.select().from(users).where(eq(users.id, teacher.mentorId));
    await makeMember({ organizationId: organization, userId: teacher.mentorId });
    const busy = { ...appointed, email: theirs[0]?.email ?? '' };
    expect(await appointMentor({ ...asked, appointed: busy })).toEqual({
      ok: false,
      reason: 'not_now',
    });
    expect(await appointMentor({ ...asked, appointed: { ...email, name: '' } })).toEqual({
      ok: false,
      reason: 'name_missing',
    });
  });
});

it('lists the mentors of one organization by name, page by page and by state', async () => {
  const { organizationId, adminId } = await makeSchool();
  await makeMentor();
  const make = (name: string, values: Partial<typeof mentors.$inferInsert> = {}) =>
    makeMentor({ user: { name }, mentor: { organizationId, ...values } });
  await make('Awa', { approvedAt: null });
  await make('Binta 100%');
  await make('Chloé', { takingBookings: false });
  await make('Chloé', { publishedAt: null });
  const asked = { organizationId, standing: null, words: '', after: null, limit: 3 };
  const first = await listOrganizationMentors(db, asked);
  expect(first.rows.map(({ name, standing }) => [name, standing]).slice(0, 2)).toEqual([
    ['Awa', 'waiting'],
    ['Binta 100%', 'shown'],
  ]);
  expect(first.hasMore).toBe(true);
  const rest = await listOrganizationMentors(db, { ...asked, after: first.rows[2]?.id ?? null });
  expect([rest.rows.length, rest.hasMore]).toEqual([1, false]);
  const both = new Set([first.rows[2]?.standing, rest.rows[0]?.standing]);
  expect(both).toEqual(new Set(['hidden', 'paused']));
  const named = await listOrganizationMentors(db, { ...asked, words: '0%' });
  expect(named.rows.map(({ name }) => name)).toEqual(['Binta 100%']);
  // As their page reads them: those whom nobody else sees too.
  const viewing = { id: adminId, memberOf: [organizationId], adminOf: [organizationId] };
  const [waiting, hidden] = await asViewer(viewing, async (executor) => [
    await listOrganizationMentors(executor, { ...asked, standing: 'waiting' }),
    await listOrganizationMentors(executor, { ...asked, standing: 'hidden' }),
  ]);
  expect(waiting?.rows.map(({ name }) => name)).toEqual(['Awa']);
  expect(hidden?.rows.map(({ name }) => name)).toEqual(['Chloé']);
});
