import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { authSessions } from '@/db/schema/auth';
import { invitations } from '@/db/schema/invitations';
import { notifications } from '@/db/schema/notifications';
import { memberships, organizations } from '@/db/schema/organizations';
import { deliveries } from '@/db/schema/outbox';
import { users } from '@/db/schema/users';
import { hashToken, mintToken } from '@/lib/auth/tokens';
import { invite, makeMemberOf, makeSchool, roleOf } from '@/testing/memberships';
import { makeUser, monday } from '@/testing/people';
import { changeRole } from './change-role';
import { makeInvitationLink, revokeInvitation } from './invite';
import { type InvitationProof, joinByInvitation } from './join';
import { leaveOrganization } from './leave';

const later = monday.add({ hours: 1 });

async function makeLink(options: { mostUses?: number | null; days?: number } = {}) {
  const school = await makeSchool();
  const { organizationId, admin } = school;
  const asked = { userId: admin.id, organizationId, days: 7, mostUses: null, now: monday };
  const made = await makeInvitationLink({ ...asked, ...options });
  if (!made.ok) throw new Error(made.reason);
  return { ...school, ...made.value };
}

function join(
  proof: InvitationProof | string,
  viewer: { id: string; email: string } | null = null,
  now = later,
) {
  return joinByInvitation({
    proof: typeof proof === 'string' ? { token: proof } : proof,
    viewer,
    locale: 'fr',
    timeZone: 'Africa/Dakar',
    now,
  });
}

async function usesOf(id: string) {
  const [row] = await db.select().from(invitations).where(eq(invitations.id, id));
  return row?.uses;
}

describe('a link', () => {
  it('makes a member of who is signed in, and whoever invited hears of it', async () => {
    const { organizationId, admin, token, invitationId } = await makeLink();
    const user = await makeUser();
    expect(await join(token, user)).toMatchObject({ ok: true, value: { session: null } });
    expect(await roleOf(organizationId, user.id)).toBe('member');
    expect(await usesOf(invitationId)).toBe(1);
    const heard = await db.select().from(notifications).where(eq(notifications.userId, admin.id));
    expect(heard).toMatchObject([{ kind: 'joined', data: { person: user.name } }]);
  });

  it('asks who is not signed in to do that, and tells nobody', async () => {
    const { token, invitationId } = await makeLink();
    expect(await join(token)).toEqual({ ok: false, reason: 'not_signed_in' });
    expect(await usesOf(invitationId)).toBe(0);
  });

  it('changes nothing the second time, and counts once', async () => {
    const { organizationId, token, invitationId } = await makeLink({ mostUses: 2 });
    const user = await makeUser();
    await join(token, user);
    expect(await join(token, user)).toMatchObject({ ok: true });
    expect(await usesOf(invitationId)).toBe(1);
    expect(await roleOf(organizationId, user.id)).toBe('member');
  });

  it('lowers nobody’s role', async () => {
    const { organizationId, owner, token } = await makeLink();
    expect(await join(token, owner)).toMatchObject({ ok: true });
    expect(await roleOf(organizationId, owner.id)).toBe('owner');
  });

  it('lets one in of many at its last use', async () => {
    const { organizationId, token, invitationId } = await makeLink({ mostUses: 3 });
    const people = await Promise.all(Array.from({ length: 8 }, () => makeUser()));
    const results = await Promise.all(people.map((person) => join(token, person)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.reason]));
    expect(new Set(refusals)).toEqual(new Set(['used']));
    expect(await usesOf(invitationId)).toBe(3);
    const members = await db.$count(memberships, eq(memberships.organizationId, organizationId));
    expect(members).toBe(5);
  });

  it('lets nobody in once it has expired, was taken back, or the organization is closed', async () => {
    const user = await makeUser();
    const expired = await makeLink({ days: 1 });
    const nextWeek = monday.add({ hours: 24 * 7 });
    expect(await join(expired.token, user, nextWeek)).toMatchObject({ reason: 'expired' });
    const { organizationId, admin, token, invitationId } = await makeLink();
    const asked = { userId: admin.id, organizationId, invitationId, now: monday };
    expect(await revokeInvitation(asked)).toMatchObject({ ok: true });
    expect(await join(token, user)).toMatchObject({ reason: 'revoked' });
    const closed = await makeLink();
    await db
      .update(organizations)
      .set({ closedAt: monday })
      .where(eq(organizations.id, closed.organizationId));
    expect(await join(closed.token, user)).toMatchObject({ reason: 'closed' });
  });

  it('is nothing to guess, and does not work for the blocked', async () => {
    const user = await makeUser();
    expect(await join(mintToken().token, user)).toMatchObject({ reason: 'unknown' });
    const { token, organizationId } = await makeLink();
    const blocked = await makeUser({ blockedAt: monday });
    expect(await join(token, blocked)).toMatchObject({ reason: 'blocked' });
    expect(await roleOf(organizationId, blocked.id)).toBeNull();
  });
});

describe('the link of a mail', () => {
  it('proves its address: it signs in and joins somebody new, once', async () => {
    const { organizationId, owner } = await makeSchool();
    const email = `new-${organizationId}@example.test`;
    const name = 'x'.repeat(80);
    const { token, invitationId } = await invite({
      userId: owner.id,
      organizationId,
      email,
      role: 'admin',
      name,
    });
    const result = await join(token);
    expect(result).toMatchObject({ ok: true, value: { hasName: true } });
    const [user] = await db.select().from(users).where(eq(users.email, email));
    expect(user).toMatchObject({ name, locale: 'fr', timeZone: 'Africa/Dakar' });
    expect(user?.emailVerified).not.toBeNull();
    expect(await roleOf(organizationId, user?.id ?? '')).toBe('admin');
    const session = result.ok ? result.value.session : null;
    const kept = and(
      eq(authSessions.sessionToken, hashToken(session?.sessionToken ?? '')),
      eq(authSessions.userId, user?.id ?? ''),
    );
    expect(await db.$count(authSessions, kept)).toBe(1);
    // Whoever finds the mail later is let in nowhere.
    expect(await join(token)).toMatchObject({ reason: 'used' });
    expect(await usesOf(invitationId)).toBe(1);
    const told = and(eq(deliveries.recipientId, owner.id), eq(deliveries.kind, 'joined'));
    expect(await db.$count(deliveries, told)).toBe(1);
  });

  it('is used by one of two who press at once', async () => {
    const { organizationId, owner } = await makeSchool();
    const email = `twice-${organizationId}@example.test`;
    const { token } = await invite({ userId: owner.id, organizationId, email });
    const results = await Promise.all([join(token), join(token), join(token)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('raises a member, and opens no second session for who is signed in', async () => {
    const { organizationId, owner } = await makeSchool();
    const user = await makeMemberOf(organizationId);
    const asked = { userId: owner.id, organizationId, email: user.email, role: 'admin' as const };
    const { token } = await invite(asked);
    expect(await join(token, user)).toMatchObject({ ok: true, value: { session: null } });
    expect(await roleOf(organizationId, user.id)).toBe('admin');
  });

  it('is for its address: the one it is for opens it by its id, nobody else', async () => {
    const { organizationId, owner } = await makeSchool();
    const [user, other] = [await makeUser(), await makeUser()];
    const { invitationId } = await invite({ userId: owner.id, organizationId, email: user.email });
    expect(await join({ invitationId }, other)).toMatchObject({ reason: 'unknown' });
    expect(await join({ invitationId }, null)).toMatchObject({ reason: 'unknown' });
    expect(await join({ invitationId }, user)).toMatchObject({ ok: true });
    expect(await roleOf(organizationId, other.id)).toBeNull();
  });

  it('makes nobody an admin whose inviter is one no more; a member they stay', async () => {
    const { organizationId, owner, admin } = await makeSchool();
    const [one, other] = [await makeUser(), await makeUser()];
    const asked = { userId: admin.id, organizationId };
    const high = await invite({ ...asked, email: one.email, role: 'admin' });
    const low = await invite({ ...asked, email: other.email });
    const demoted = { actorId: owner.id, userId: admin.id, organizationId, now: monday };
    expect(await changeRole({ ...demoted, role: 'member' })).toMatchObject({ ok: true });
    expect(await join(high.token, one)).toMatchObject({ reason: 'revoked' });
    expect(await roleOf(organizationId, one.id)).toBeNull();
    expect(await join(low.token, other)).toMatchObject({ ok: true });
  });

  it('lets nobody in by a link of who has left', async () => {
    const { organizationId, owner, admin } = await makeSchool();
    const newcomer = await makeUser();
    const link = async (userId: string) => {
      const asked = { userId, organizationId, days: 7, mostUses: null, now: monday };
      const made = await makeInvitationLink(asked);
      return made.ok ? made.value.token : '';
    };
    const [ofAdmin, ofOwner] = [await link(admin.id), await link(owner.id)];
    const gone = { actorId: owner.id, userId: admin.id, organizationId };
    expect(await leaveOrganization({ ...gone, locale: 'en', now: monday })).toMatchObject({
      ok: true,
    });
    expect(await join(ofAdmin, admin)).toMatchObject({ reason: 'revoked' });
    expect(await join(ofOwner, newcomer)).toMatchObject({ ok: true });
  });

  it('nor by one that was made while its maker left, which nobody took back', async () => {
    const { token, organizationId, admin } = await makeLink();
    const whose = and(
      eq(memberships.organizationId, organizationId),
      eq(memberships.userId, admin.id),
    );
    await db.delete(memberships).where(whose);
    expect(await join(token, await makeUser())).toMatchObject({ reason: 'revoked' });
  });

  it('makes no user of an address whose invitation is over', async () => {
    const { organizationId, owner } = await makeSchool();
    const email = `late-${organizationId}@example.test`;
    const { token } = await invite({ userId: owner.id, organizationId, email });
    const inThreeWeeks = monday.add({ hours: 24 * 21 });
    expect(await join(token, null, inThreeWeeks)).toMatchObject({ reason: 'expired' });
    expect(await db.$count(users, eq(users.email, email))).toBe(0);
  });
});
