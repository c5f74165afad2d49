import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/db/client';
import {
  countInvitationMails,
  insertInvitation,
  insertInvitations,
  listKnownAddresses,
  lockInvitation,
  prolongInvitation,
  revokeInvitations,
} from '@/db/queries/invitations';
import { inTransaction } from '@/db/transaction';
import { mailInvitationDays } from '@/domain/invitations';
import { type MemberRole, rolesUpTo } from '@/domain/organizations';
import { isDisposable } from '@/kernel/disposable';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { mintToken } from '@/lib/auth/tokens';
import { enqueueNotifications } from '@/lib/notifications/service';
import { enqueueDeliveries } from '@/lib/outbox/service';
import { mailsLeft } from '../rules/invitations';
import type { InviteRefusal } from '../schema';
import { asManager, deedOf, type Manager } from './as-manager';

interface Asking {
  /** Who invites. */
  userId: string;
  organizationId: string;
  now: Temporal.Instant;
}

/**
 * Makes a link that lets in whoever has it, as a member, for some days and, if it is to, a number of
 * people. Its secret is handed out here and kept as a hash alone: nobody reads it a second time.
 */
export async function makeInvitationLink({
  userId,
  organizationId,
  days,
  mostUses,
  now,
}: Asking & { days: number; mostUses: number | null }): Promise<
  Result<{ token: string; invitationId: string }, InviteRefusal>
> {
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    if (!manager) return refused('not_found');
    const { closedAt, isForEverybody, locale } = manager.organization;
    if (closedAt !== null) return refused('closed');
    if (isForEverybody) return refused('for_everybody');
    const { token, tokenHash } = mintToken();
    const invitationId = await insertInvitation(tx, {
      organizationId,
      kind: 'link',
      role: 'member',
      tokenHash,
      locale,
      invitedBy: userId,
      createdAt: now,
      expiresAt: now.add({ hours: days * 24 }),
      mostUses,
    });
    await recordDeeds(tx, [
      {
        ...deedOf(manager, { userId, now }),
        deed: 'invitation.made',
        subjectId: invitationId,
        after: { kind: 'link', role: 'member', days, mostUses },
      },
    ]);
    return ok({ token, invitationId });
  });
}

/** Invites one address by mail, with any role up to one's own. */
export async function inviteByMail({
  userId,
  organizationId,
  email,
  name,
  role,
  now,
}: Asking & { email: string; name: string; role: MemberRole }): Promise<
  Result<{ invitationId: string }, InviteRefusal>
> {
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    if (!manager) return refused('not_found');
    const { organization } = manager;
    if (organization.closedAt !== null) return refused('closed');
    if (!rolesUpTo(manager.role).includes(role)) return refused('high_role');
    if (organization.isForEverybody && role === 'member') return refused('for_everybody');
    if (organization.refusesDisposable && isDisposable(email)) return refused('disposable');
    const known = await listKnownAddresses(tx, { organizationId, emails: [email], now });
    const person = known.people[0] ?? null;
    if (person?.role && rolesUpTo(person.role).includes(role)) return refused('already_member');
    if (known.invited.has(email)) return refused('already_invited');
    if ((await mailsLeftFor(tx, { manager, now })) < 1) return refused('over_cap');
    const [invitationId = ''] = await writeInvitations(tx, {
      manager,
      invitedBy: userId,
      wanted: [{ email, name, role, locale: null, person }],
      now,
    });
    return ok({ invitationId });
  });
}

/** Mails of invitation that the organization may still write today. Under its lock it is exact. */
export async function mailsLeftFor(
  tx: Transaction,
  { manager: { organization }, now }: { manager: Manager; now: Temporal.Instant },
): Promise<number> {
  const written = await countInvitationMails(tx, {
    organizationId: organization.id,
    since: now.subtract({ hours: 24 }),
  });
  return mailsLeft({ isApproved: organization.approvedAt !== null, written });
}

interface Wanted {
  email: string;
  name: string;
  role: MemberRole;
  /** Null: as the organization writes. */
  locale: 'en' | 'fr' | null;
  /** Who has the address, if anybody does. */
  person: { id: string; locale: 'en' | 'fr' } | null;
}

/**
 * Writes invitations with their mails, and tells those who have signed in before; an earlier one of the
 * same address, which has expired, gives way. Whoever calls has asked whether they may.
 * @returns their ids, in the order of the wanted
 */
export async function writeInvitations(
  tx: Transaction,
  {
    manager,
    invitedBy,
    wanted,
    now,
  }: { manager: Manager; invitedBy: string; wanted: readonly Wanted[]; now: Temporal.Instant },
): Promise<string[]> {
  const { organization } = manager;
  const organizationId = organization.id;
  const rows = wanted.map(({ email, name, role, locale, person }) => ({
    invitation: {
      id: uuidv7(),
      organizationId,
      kind: 'mail' as const,
      role,
      email,
      name,
      locale: person?.locale ?? locale ?? organization.locale,
      invitedBy,
      createdAt: now,
      expiresAt: mailExpiry(now),
      mostUses: 1,
    },
    person,
  }));
  await revokeInvitations(tx, { organizationId, now, emails: wanted.map(({ email }) => email) });
  await insertInvitations(
    tx,
    rows.map(({ invitation }) => invitation),
  );
  await enqueueDeliveries(
    tx,
    rows.map(({ invitation: { id, email, locale }, person }) => ({
      kind: 'invitation' as const,
      recipientId: person?.id ?? null,
      recipientEmail: email,
      locale,
      organizationId,
      invitationId: id,
      now,
    })),
  );
  await recordDeeds(
    tx,
    rows.map(({ invitation: { id, role } }) => ({
      ...deedOf(manager, { userId: invitedBy, now }),
      deed: 'invitation.made' as const,
      subjectId: id,
      after: { kind: 'mail', role },
    })),
  );
  const { name, slug } = organization;
  await enqueueNotifications(
    tx,
    rows.flatMap(({ invitation: { id, role }, person }) =>
      person
        ? [
            {
              userId: person.id,
              bookingId: null,
              content: {
                kind: 'invited' as const,
                data: { organization: name, slug, role, invitationId: id },
              },
              now,
            },
          ]
        : [],
    ),
  );
  return rows.map(({ invitation }) => invitation.id);
}

function mailExpiry(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: mailInvitationDays * 24 });
}

/** Takes an invitation back: nobody joins by it any more. */
export async function revokeInvitation({
  userId,
  organizationId,
  invitationId,
  now,
}: Asking & { invitationId: string }): Promise<
  Result<undefined, 'not_found' | 'high_role' | 'over'>
> {
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    if (!manager) return refused('not_found');
    const invitation = await lockInvitation(tx, { id: invitationId });
    if (invitation?.organizationId !== organizationId) return refused('not_found');
    if (!rolesUpTo(manager.role).includes(invitation.role)) return refused('high_role');
    const revoked = await revokeInvitations(tx, { organizationId, id: invitationId, now });
    if (revoked === 0) return refused('over');
    await recordDeeds(tx, [
      {
        ...deedOf(manager, { userId, now }),
        deed: 'invitation.revoked',
        subjectId: invitationId,
      },
    ]);
    return ok(undefined);
  });
}

/** Sends a mail of invitation again, and lets its reader in for as long as a new one. */
export async function sendInvitationAgain({
  userId,
  organizationId,
  invitationId,
  now,
}: Asking & { invitationId: string }): Promise<
  Result<undefined, 'not_found' | 'closed' | 'high_role' | 'over' | 'over_cap'>
> {
  return inTransaction(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    if (!manager) return refused('not_found');
    const invitation = await lockInvitation(tx, { id: invitationId });
    if (invitation?.organizationId !== organizationId) return refused('not_found');
    const { email, role, locale, revokedAt, uses } = invitation;
    if (email === null) return refused('not_found');
    if (manager.organization.closedAt !== null) return refused('closed');
    if (!rolesUpTo(manager.role).includes(role)) return refused('high_role');
    if (revokedAt !== null || uses > 0) return refused('over');
    if ((await mailsLeftFor(tx, { manager, now })) < 1) return refused('over_cap');
    const known = await listKnownAddresses(tx, { organizationId, emails: [email], now });
    await prolongInvitation(tx, { id: invitationId, expiresAt: mailExpiry(now) });
    await enqueueDeliveries(tx, [
      {
        kind: 'invitation',
        recipientId: known.people[0]?.id ?? null,
        recipientEmail: email,
        locale: known.people[0]?.locale ?? locale,
        organizationId,
        invitationId,
        now,
      },
    ]);
    return ok(undefined);
  });
}
