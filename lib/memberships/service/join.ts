import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import {
  findInvitation,
  getInvitation,
  lockInvitation,
  spendInvitation,
} from '@/db/queries/invitations';
import {
  getMember,
  getRole,
  holdOrganization,
  insertMembership,
  lockOrganization,
  type LockedOrganization,
  updateRole,
} from '@/db/queries/memberships';
import { lockPeople, type Person } from '@/db/queries/people';
import { ensureUser, getUserByEmail, markEmailVerified, setUserName } from '@/db/queries/users';
import { inTransaction, StartAgain } from '@/db/transaction';
import { higherRole, type MemberRole } from '@/domain/organizations';
import { isDisposable } from '@/kernel/disposable';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { type AuthSession, createAuthSession } from '@/lib/auth/service';
import { hashToken } from '@/lib/auth/tokens';
import { enqueueNotifications } from '@/lib/notifications/service';
import { enqueueDeliveries } from '@/lib/outbox/service';
import { factsOf, isStillGiven, refusalOfInvitation } from '../rules/invitations';
import type { JoinRefusal } from '../schema';

/** The secret of a link, or, of who is signed in, the id of an invitation to their own address. */
export type InvitationProof = { token: string } | { invitationId: string };

export interface Joined {
  /** The organization's. */
  slug: string;
  userId: string;
  hasName: boolean;
  /** Null where the one who joins was signed in already. */
  session: AuthSession | null;
}

/**
 * Makes somebody a member by an invitation, or raises their role to the invitation's; who is as much
 * already stays what they are. A link lets in who is signed in; the secret of a mail proves its address,
 * so it signs in whoever has it, once. Of any number of calls at the last use, one gets in.
 * @param locale what a new user gets, from the page they are on; likewise `timeZone`
 */
export async function joinByInvitation({
  proof,
  viewer,
  locale,
  timeZone,
  now,
}: {
  proof: InvitationProof;
  viewer: { id: string; email: string } | null;
  locale: 'en' | 'fr';
  timeZone: string | null;
  now: Temporal.Instant;
}): Promise<Result<Joined, JoinRefusal>> {
  return inTransaction<Result<Joined, JoinRefusal>>(async (tx) => {
    const id = await findByProof(tx, { proof, viewer });
    const seen = id === null ? null : await getInvitation(tx, { id });
    if (!seen) return refused('unknown');
    const at = { now: now.epochMilliseconds };
    const reason = refusalOfInvitation(factsOf(seen), at);
    if (reason !== null) return refused(reason);

    const { email } = seen;
    const known = email === null ? null : await getUserByEmail(tx, { email });
    if (email === null && !viewer) return refused('not_signed_in');
    if (known && known.blockedAt !== null) return refused('blocked');
    const made = email === null ? null : await ensureUser(tx, { email, locale, timeZone, now });
    const userId = made?.id ?? viewer?.id ?? '';
    const [person] = await lockPeople(tx, { ids: [userId] });
    if (!person || person.blockedAt !== null) return refused('blocked');

    const { organizationId } = seen;
    const before = await getRole(tx, { organizationId, userId });
    const organization =
      before === null
        ? await holdOrganization(tx, { id: organizationId })
        : await lockOrganization(tx, { id: organizationId });
    const invitation = await lockInvitation(tx, { id: seen.id });
    if (!organization || !invitation) return refused('unknown');
    const late = refusalOfInvitation(factsOf({ ...invitation, organization }), at);
    if (late !== null) return refused(late);
    const inviterRole = await getRole(tx, { organizationId, userId: invitation.invitedBy });
    if (!isStillGiven(invitation, inviterRole)) return refused('revoked');
    // Whoever was invited by name was looked at then.
    const isNewcomer = invitation.kind === 'link' && before === null;
    if (isNewcomer && organization.refusesDisposable && isDisposable(person.email)) {
      return refused('disposable');
    }

    // What a mail's secret proves; who is signed in has proved it before.
    if ('token' in proof && email !== null) await markEmailVerified(tx, { userId, now });
    const hasName = await nameNewcomer(tx, { person, name: made?.isNew ? invitation.name : '' });
    const isNew = await take(tx, { organization, userId, role: invitation.role, before, now });
    // A link counts whom it lets in; a mail's is good once, also for who is a member already.
    if (isNew || invitation.kind === 'mail')
      await spendInvitation(tx, { id: invitation.id, userId, now });
    if (isNew) await tellInviter(tx, { organization, invitation, person, now });
    const session = viewer?.id === userId ? null : await createAuthSession(tx, { userId, now });
    return ok({ slug: organization.slug, userId, hasName, session });
  });
}

async function findByProof(
  tx: Transaction,
  { proof, viewer }: { proof: InvitationProof; viewer: { email: string } | null },
): Promise<string | null> {
  if ('token' in proof) return findInvitation(tx, { tokenHash: hashToken(proof.token) });
  return viewer && findInvitation(tx, { id: proof.invitationId, email: viewer.email });
}

/** @returns whether they have a name then */
async function nameNewcomer(
  tx: Transaction,
  { person, name }: { person: Person; name: string },
): Promise<boolean> {
  if (person.name !== null) return true;
  if (name === '') return false;
  await setUserName(tx, { userId: person.id, name });
  return true;
}

/** @returns whether they are more than they were */
async function take(
  tx: Transaction,
  {
    organization: { id: organizationId },
    userId,
    role,
    before,
    now,
  }: {
    organization: LockedOrganization;
    userId: string;
    role: MemberRole;
    before: MemberRole | null;
    now: Temporal.Instant;
  },
): Promise<boolean> {
  const own = {
    subjectId: userId,
    organizationId,
    actorId: userId,
    actedAs: 'member',
    now,
  } as const;
  if (before === null) {
    // Somebody made them a member since, and the organization's lock, which roles need, is not held.
    if (!(await insertMembership(tx, { organizationId, userId, role, createdAt: now }))) {
      throw new StartAgain();
    }
    await recordDeeds(tx, [{ ...own, deed: 'membership.begun', after: { role } }]);
    return true;
  }
  const present = await getRole(tx, { organizationId, userId });
  if (present === null) throw new StartAgain();
  const higher = higherRole(present, role);
  if (higher === present) return false;
  await updateRole(tx, { organizationId, userId, role: higher });
  const change = { before: { role: present }, after: { role: higher } };
  await recordDeeds(tx, [{ ...own, deed: 'membership.changed', ...change }]);
  return true;
}

/** In the app; by mail too where somebody may do more than a member: of a whole school it would be a flood. */
async function tellInviter(
  tx: Transaction,
  {
    organization: { id: organizationId, name, slug },
    invitation: { invitedBy, role },
    person,
    now,
  }: {
    organization: LockedOrganization;
    invitation: { invitedBy: string; role: MemberRole };
    person: Person;
    now: Temporal.Instant;
  },
): Promise<void> {
  const inviter = await getMember(tx, { organizationId, userId: invitedBy });
  if (!inviter || inviter.userId === person.id) return;
  const who = person.name ?? person.email;
  await enqueueNotifications(tx, [
    {
      userId: inviter.userId,
      bookingId: null,
      content: { kind: 'joined', data: { organization: name, slug, person: who } },
      now,
    },
  ]);
  if (role === 'member') return;
  await enqueueDeliveries(tx, [
    {
      kind: 'joined',
      recipientId: inviter.userId,
      recipientEmail: inviter.email,
      locale: inviter.locale,
      organizationId,
      membership: { person: who, role },
      now,
    },
  ]);
}
