import type { Temporal } from 'temporal-polyfill';
import { validate as isUuid } from 'uuid';
import type { Transaction } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import { closeOffer } from '@/db/queries/domain-offers';
import { revokeInvitations } from '@/db/queries/invitations';
import {
  countOwners,
  deleteMembership,
  getMember,
  getMentorPage,
  getPublicMentoring,
  getRole,
  listAhead,
  listToBeHeld,
  lockOrganization,
  type LockedOrganization,
  moveMentorPage,
} from '@/db/queries/memberships';
import { getPermitting } from '@/db/queries/organizations';
import { listSlugsFrom } from '@/db/queries/own-mentor';
import { inTransaction, StartAgain } from '@/db/transaction';
import { type MemberRole, rolesUpTo } from '@/domain/organizations';
import { mailTranslator, type MailTranslator } from '@/i18n/outgoing';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { cancel } from '@/lib/bookings/service/transitions';
import { freeSlug } from '@/lib/mentors/rules/slug';
import { enqueueNotifications } from '@/lib/notifications/service';
import { enqueueDeliveries } from '@/lib/outbox/service';
import type { LeaveRefusal } from '../schema';

/**
 * Takes somebody out of an organization: themselves, or somebody whom an admin removes. What they have
 * before them with its mentors whom only members see is cancelled, and costs nothing; their own page as a
 * mentor becomes a draft of the public organization, once no session is left to be held. Credits stay
 * where they are.
 *
 * Whoever books holds the same person's lock, so a booking is made before, and cancelled here, or asked
 * for after, and refused. People are locked first, then sessions, then the organization.
 */
export async function leaveOrganization({
  actorId,
  userId,
  organizationId,
  locale,
  now,
}: {
  actorId: string;
  /** Who is to be a member no more. */
  userId: string;
  organizationId: string;
  /** In which the trail says why: that of the one who acts. */
  locale: 'en' | 'fr';
  now: Temporal.Instant;
}): Promise<Result<{ cancelled: number; slug: string }, LeaveRefusal>> {
  if (!isUuid(organizationId)) return refused('not_found');
  return inTransaction<Result<{ cancelled: number; slug: string }, LeaveRefusal>>(async (tx) => {
    const whose = { organizationId, userId };
    const seen = await getMember(tx, whose);
    if (!seen) return refused('not_found');
    const ahead = () => listAhead(tx, { ...whose, email: seen.email, now });
    const before = await ahead();
    const personIds = [...new Set([userId, ...before.map(({ mentorId }) => mentorId)])];
    const sessionIds = before.map(({ sessionId }) => sessionId);
    await lockPeopleAndSweep(tx, { personIds, sessionIds, now });

    const organization = await lockOrganization(tx, { id: organizationId });
    const member = await getMember(tx, whose);
    if (!organization || !member) return refused('not_found');
    const actedAs = await roleOfActor(tx, { actorId, member, organizationId });
    if (actedAs === null) return refused('not_found');
    if (!rolesUpTo(actedAs).includes(member.role)) return refused('not_allowed');
    const isLast = member.role === 'owner' && (await countOwners(tx, { organizationId })) <= 1;
    if (isLast) return refused('last_owner');
    const page = organization.isForEverybody ? null : await getMentorPage(tx, whose);
    const held = { organizationId, mentorId: userId, limit: 1 };
    if (page && (await listToBeHeld(tx, held)).length > 0) return refused('has_sessions');

    const seats = isOpenToAll(organization) ? [] : await ahead();
    for (const { mentorId, sessionId } of seats) {
      if (!personIds.includes(mentorId) || !sessionIds.includes(sessionId)) throw new StartAgain();
    }
    await cancelAll(tx, { seats, organization, actorId, userId, locale, now });
    await deleteMembership(tx, whose);
    await closeOffer(tx, { ...whose, now });
    await revokeInvitations(tx, { organizationId, invitedBy: userId, now });
    if (page) await takePageAlong(tx, { userId, slug: page.slug, now });
    await recordDeeds(tx, [
      {
        deed: 'membership.ended',
        subjectId: userId,
        organizationId,
        actorId,
        actedAs,
        before: { role: member.role },
        now,
      },
    ]);
    if (actorId !== userId) await tell(tx, { organization, member, now });
    return ok({ cancelled: seats.length, slug: organization.slug });
  });
}

/** Whether people who are not members book its mentors too. */
function isOpenToAll({ isPublic, isForEverybody }: LockedOrganization): boolean {
  return isPublic || isForEverybody;
}

type Member = NonNullable<Awaited<ReturnType<typeof getMember>>>;

/** What the one who acts is, where the member's membership is theirs to end; under the organization's lock. */
async function roleOfActor(
  tx: Transaction,
  { actorId, member, organizationId }: { actorId: string; member: Member; organizationId: string },
): Promise<MemberRole | null> {
  if (actorId === member.userId) return member.role;
  const asked = { userId: actorId, organizationId };
  const isManager = await getPermitting(tx, { ...asked, permission: 'manage_people' });
  return isManager ? getRole(tx, asked) : null;
}

async function cancelAll(
  tx: Transaction,
  {
    seats,
    organization,
    actorId,
    userId,
    locale,
    now,
  }: {
    seats: Awaited<ReturnType<typeof listAhead>>;
    organization: LockedOrganization;
    actorId: string;
    userId: string;
    locale: 'en' | 'fr';
    now: Temporal.Instant;
  },
): Promise<void> {
  const isOwn = actorId === userId;
  const reason = reasonIn(mailTranslator(locale), { isOwn, organization: organization.name });
  const free = seats.map(({ id, sessionId, status }) => ({
    id,
    sessionId,
    status,
    keptCredits: 0,
  }));
  // What was proposed and never answered is nobody's as a mentee yet.
  const proposed = free.filter(({ status }) => status === 'held');
  const booked = free.filter(({ status }) => status !== 'held');
  const actor = { id: actorId, role: isOwn ? ('mentee' as const) : ('admin' as const) };
  if (booked.length > 0) await cancel(tx, booked, { actor, reason, now });
  const system = { id: null, role: 'system' as const };
  if (proposed.length > 0) await cancel(tx, proposed, { actor: system, reason, now });
}

function reasonIn(
  t: MailTranslator,
  { isOwn, ...words }: { isOwn: boolean; organization: string },
): string {
  return isOwn ? t('membership.leftReason', words) : t('membership.removedReason', words);
}

/** Their page becomes a draft of the public organization, at an address that nobody has there. */
async function takePageAlong(
  tx: Transaction,
  { userId, slug: wanted, now }: { userId: string; slug: string; now: Temporal.Instant },
): Promise<void> {
  const { id: organizationId, mentoring } = await getPublicMentoring(tx);
  const taken = await listSlugsFrom(tx, { organizationId, slug: wanted });
  const slug = freeSlug(wanted, taken);
  const approvedAt = mentoring === 'open' ? now : null;
  try {
    await moveMentorPage(tx, { userId, organizationId, slug, approvedAt });
  } catch (error) {
    if (violatedConstraint(error) === 'mentors_slug_key') throw new StartAgain();
    throw error;
  }
}

async function tell(
  tx: Transaction,
  {
    organization: { id: organizationId, name: organization, slug },
    member: { userId, email, locale },
    now,
  }: { organization: LockedOrganization; member: Member; now: Temporal.Instant },
): Promise<void> {
  const content = { kind: 'removed' as const, data: { organization, slug } };
  await enqueueNotifications(tx, [{ userId, bookingId: null, content, now }]);
  await enqueueDeliveries(tx, [
    { kind: 'removed', recipientId: userId, recipientEmail: email, locale, organizationId, now },
  ]);
}
