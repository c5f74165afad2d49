import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { invitations } from '@/db/schema/invitations';
import { mailboxMessages, deliveries } from '@/db/schema/outbox';
import { notifications } from '@/db/schema/notifications';
import { changeSettings } from '@/lib/organizations/service/change-settings';
import { sendMails } from '@/lib/mails/service';
import { invite, makeMemberOf, makeSchool, roleOf } from '@/testing/memberships';
import { makeUser, monday, publicOrganizationId } from '@/testing/people';
import { inviteByMail, makeInvitationLink, revokeInvitation, sendInvitationAgain } from './invite';
import { joinByInvitation } from './join';

const link = { days: 7, mostUses: null, now: monday };
const mail = { name: '', role: 'member' as const, now: monday };

beforeEach(async () => {
  await db.update(deliveries).set({ status: 'skipped' }).where(eq(deliveries.status, 'pending'));
});

describe('inviting', () => {
  it('is for who looks after the organization’s people: no stranger, member or admin of another', async () => {
    const { organizationId } = await makeSchool();
    const { admin: elsewhere } = await makeSchool();
    const member = await makeMemberOf(organizationId);
    for (const { id: userId } of [await makeUser(), member, elsewhere]) {
      expect(await makeInvitationLink({ ...link, userId, organizationId })).toMatchObject({
        reason: 'not_found',
      });
      const asked = { ...mail, userId, organizationId, email: 'a@example.test' };
      expect(await inviteByMail(asked)).toMatchObject({ reason: 'not_found' });
    }
    expect(await db.$count(invitations, eq(invitations.organizationId, organizationId))).toBe(0);
  });

  it('gives no role above one’s own: an admin makes no owner', async () => {
    const { organizationId, admin, owner } = await makeSchool();
    const asked = { ...mail, organizationId, email: 'o@example.test', role: 'owner' as const };
    expect(await inviteByMail({ ...asked, userId: admin.id })).toMatchObject({
      reason: 'high_role',
    });
    const made = await inviteByMail({ ...asked, userId: owner.id });
    expect(made).toMatchObject({ ok: true });
    // Nor is the owner's invitation an admin's to take back, or to send again.
    const { invitationId = '' } = made.ok ? made.value : {};
    const change = { userId: admin.id, organizationId, invitationId, now: monday };
    expect(await revokeInvitation(change)).toMatchObject({ reason: 'high_role' });
    expect(await sendInvitationAgain(change)).toMatchObject({ reason: 'high_role' });
  });

  it('and lets nobody in by an address to be thrown away, where the organization refuses those', async () => {
    const { organizationId, owner } = await makeSchool();
    const asked = { ...mail, userId: owner.id, organizationId };
    const email = `a-${organizationId}@eu.yopmail.com`;
    const [before, newcomer] = [await makeUser({ email }), await makeUser({ email: `b-${email}` })];
    const made = await makeInvitationLink({ ...link, userId: owner.id, organizationId });
    const token = made.ok ? made.value.token : '';
    const join = (viewer: typeof before) =>
      joinByInvitation({ proof: { token }, viewer, locale: 'en', timeZone: null, now: monday });
    expect(await join(before)).toMatchObject({ ok: true });

    const set = { refusesDisposable: true };
    const change = { userId: owner.id, organization: organizationId, set, now: monday };
    expect(await changeSettings(change)).toMatchObject({ ok: true });
    expect(await join(newcomer)).toMatchObject({ ok: false, reason: 'disposable' });
    expect(await roleOf(organizationId, newcomer.id)).toBeNull();
    expect(await roleOf(organizationId, before.id)).toBe('member');
    expect(await inviteByMail({ ...asked, email: `c-${email}` })).toMatchObject({
      reason: 'disposable',
    });
    const lasting = `d-${organizationId}@lycee.example`;
    expect(await inviteByMail({ ...asked, email: lasting })).toMatchObject({ ok: true });
  });

  it('writes to nobody twice, nor to who is a member', async () => {
    const { organizationId, admin } = await makeSchool();
    const member = await makeMemberOf(organizationId);
    const asked = { ...mail, userId: admin.id, organizationId };
    expect(await inviteByMail({ ...asked, email: member.email })).toMatchObject({
      reason: 'already_member',
    });
    const email = `once-${organizationId}@example.test`;
    const all = await Promise.all([1, 2, 3].map(() => inviteByMail({ ...asked, email })));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.flatMap((one) => (one.ok ? [] : [one.reason]))).toEqual([
      'already_invited',
      'already_invited',
    ]);
    // Once it has expired, it gives way to another.
    const inAMonth = monday.add({ hours: 24 * 30 });
    expect(await inviteByMail({ ...asked, email, now: inAMonth })).toMatchObject({ ok: true });
  });

  it('asks nobody to be a member of the public organization, but admins they may be', async () => {
    const owner = await makeMemberOf(publicOrganizationId, 'owner');
    const asked = { userId: owner.id, organizationId: publicOrganizationId };
    expect(await makeInvitationLink({ ...link, ...asked })).toMatchObject({
      reason: 'for_everybody',
    });
    const email = `public-${owner.id}@example.test`;
    expect(await inviteByMail({ ...mail, ...asked, email })).toMatchObject({
      reason: 'for_everybody',
    });
    expect(await inviteByMail({ ...mail, ...asked, email, role: 'admin' })).toMatchObject({
      ok: true,
    });
  });

  it('writes 200 a day while no operator knows the organization, also to the same ones', async () => {
    const { organizationId, admin } = await makeSchool({ approvedAt: null });
    const asked = { userId: admin.id, organizationId };
    const first = await invite({ ...asked, email: `p-${organizationId}@example.test` });
    await db.insert(deliveries).values(
      Array.from({ length: 198 }, () => ({
        kind: 'invitation' as const,
        status: 'sent' as const,
        recipientEmail: 'p@example.test',
        locale: 'en' as const,
        bookingIds: [],
        organizationId,
        invitationId: first.invitationId,
        nextAttemptAt: monday,
        createdAt: monday,
      })),
    );
    const emails = [1, 2, 3].map((place) => `p${place}-${organizationId}@example.test`);
    const results = await Promise.all(
      emails.map((email) => inviteByMail({ ...mail, ...asked, email })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const again = { ...asked, invitationId: first.invitationId };
    expect(await sendInvitationAgain({ ...again, now: monday })).toMatchObject({
      reason: 'over_cap',
    });
    const tomorrow = monday.add({ hours: 25 });
    expect(await sendInvitationAgain({ ...again, now: tomorrow })).toMatchObject({ ok: true });
  });
});

/** What was mailed to an address, the last first. */
async function mailsTo(email: string) {
  const mails = await db
    .select()
    .from(mailboxMessages)
    .where(eq(mailboxMessages.recipientEmail, email));
  return mails.toReversed();
}

describe('the mail', () => {
  it('carries a link that lets in, in the organization’s language, and is kept as a hash alone', async () => {
    const { organizationId, admin } = await makeSchool({ name: 'Lycée X', defaultLocale: 'fr' });
    const email = `mailed-${organizationId}@example.test`;
    const asked = { ...mail, userId: admin.id, organizationId, email, name: 'Awa' };
    await inviteByMail(asked);
    await sendMails({ now: monday });
    const [sent] = await mailsTo(email);
    expect(sent?.subject).toBe('Lycée X vous invite sur Baobab');
    const token = /\/fr\/invitations\/([\w-]{43})/.exec(sent?.text ?? '')?.[1] ?? '';
    const joined = await joinByInvitation({
      proof: { token },
      viewer: null,
      locale: 'fr',
      timeZone: null,
      now: monday,
    });
    expect(joined).toMatchObject({ ok: true });
    const userId = joined.ok ? joined.value.userId : '';
    expect(await roleOf(organizationId, userId)).toBe('member');
  });

  it('goes out in a known person’s own language, who reads of it in the app too', async () => {
    const { organizationId, admin } = await makeSchool({ defaultLocale: 'fr' });
    const user = await makeUser({ locale: 'en' });
    const { invitationId } = await invite({ userId: admin.id, organizationId, email: user.email });
    await sendMails({ now: monday });
    const [sent] = await mailsTo(user.email);
    expect(sent?.subject).toContain('invites you');
    const seen = await db.select().from(notifications).where(eq(notifications.userId, user.id));
    expect(seen).toMatchObject([{ kind: 'invited', data: { invitationId } }]);
  });

  it('is not sent once it is taken back', async () => {
    const { organizationId, admin } = await makeSchool();
    const email = `back-${organizationId}@example.test`;
    const { invitationId } = await invite({ userId: admin.id, organizationId, email });
    const asked = { userId: admin.id, organizationId, invitationId, now: monday };
    expect(await revokeInvitation(asked)).toMatchObject({ ok: true });
    expect(await revokeInvitation(asked)).toMatchObject({ reason: 'over' });
    await sendMails({ now: monday });
    expect(await mailsTo(email)).toHaveLength(0);
    const unsent = and(eq(deliveries.invitationId, invitationId), eq(deliveries.status, 'skipped'));
    expect(await db.$count(deliveries, unsent)).toBe(1);
  });
});
