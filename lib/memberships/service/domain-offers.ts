import type { Temporal } from 'temporal-polyfill';
import {
  answerOffer,
  getOffer,
  insertOffers,
  isAtDomainOf,
  listToBeAsked,
} from '@/db/queries/domain-offers';
import { getRole, holdOrganization, insertMembership } from '@/db/queries/memberships';
import { lockPeople } from '@/db/queries/people';
import { inTransaction, StartAgain } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import type { JobOutcome, Turn } from '@/kernel/turn';
import { recordDeeds } from '@/lib/audit/service';
import { enqueueNotifications } from '@/lib/notifications/service';
import type { OfferAnswer, OfferRefusal } from '../schema/domains';

/** People whom one run asks. */
const mostAsked = 500;

/** Days in which a run sees who is new; whoever signs in is asked then whatever has passed. */
const newDays = 2;

/** Organizations that ask one person at once: each has proved the same domain, or had, before another did. */
const mostAsking = 10;

/**
 * Asks somebody, because of the address that they have proved, whether they join the organizations whose
 * domain it is at: each once, and whoever was a member never. Nobody is moved.
 */
export async function askByDomain({
  userId,
  now,
}: {
  userId: string;
  now: Temporal.Instant;
}): Promise<void> {
  await ask({ whom: { userId, limit: mostAsking }, now });
}

/**
 * The same for all who have come by another way than a sign-in link, such as Google, and for those who
 * were there before their domain was proved.
 */
export async function askAllByDomain({ clock }: Turn): Promise<JobOutcome> {
  const now = clock();
  const since = now.subtract({ hours: 24 * newDays });
  const { found, asked } = await ask({ whom: { since, limit: mostAsked }, now });
  return { counts: { asked }, hasMore: found === mostAsked };
}

async function ask({
  whom,
  now,
}: {
  whom: Parameters<typeof listToBeAsked>[1];
  now: Temporal.Instant;
}): Promise<{ found: number; asked: number }> {
  return inTransaction(async (tx) => {
    const found = await listToBeAsked(tx, whom);
    const pairs = found.map(({ userId, organizationId }) => ({ userId, organizationId }));
    const asked = await insertOffers(tx, pairs, { now });
    const nameOf = new Map(found.map((row) => [row.organizationId, row]));
    await enqueueNotifications(
      tx,
      asked.flatMap(({ userId, organizationId }) => {
        const about = nameOf.get(organizationId);
        if (!about) return [];
        const data = { organization: about.name, slug: about.slug };
        return [{ userId, bookingId: null, content: { kind: 'domain_offer' as const, data }, now }];
      }),
    );
    return { found: found.length, asked: asked.length };
  });
}

/**
 * Takes the answer of somebody who was asked: a member they are at once, or never asked again. Said
 * twice it counts once. A domain that was withdrawn in between, or an address that is at it no more, lets
 * nobody in.
 */
export async function answerDomainOffer({
  userId,
  organizationId,
  answer,
  now,
}: {
  userId: string;
  organizationId: string;
  answer: OfferAnswer;
  now: Temporal.Instant;
}): Promise<Result<{ slug: string }, OfferRefusal>> {
  return inTransaction<Result<{ slug: string }, OfferRefusal>>(async (tx) => {
    const [person] = await lockPeople(tx, { ids: [userId] });
    const which = { userId, organizationId };
    const offer = await getOffer(tx, which);
    if (!person || person.blockedAt !== null || !offer) return refused('not_found');
    const organization = await holdOrganization(tx, { id: organizationId });
    if (!organization) return refused('not_found');
    const { slug } = organization;
    const role = await getRole(tx, which);
    if (answer === 'declined') {
      if (offer.answer === 'joined') return refused('not_found');
      await answerOffer(tx, { ...which, answer });
      return ok({ slug });
    }
    if (role === null) {
      if (offer.answer !== null) return refused('not_found');
      if (organization.closedAt !== null) return refused('closed');
      if (!(await isAtDomainOf(tx, which))) return refused('withdrawn');
      const member = { ...which, role: 'member' as const };
      // Somebody made them a member since, by the organization's lock, which this does not hold.
      if (!(await insertMembership(tx, { ...member, createdAt: now }))) throw new StartAgain();
      await recordDeeds(tx, [
        {
          deed: 'membership.begun',
          subjectId: userId,
          organizationId,
          actorId: userId,
          actedAs: 'member',
          after: { role: 'member' },
          now,
        },
      ]);
    }
    await answerOffer(tx, { ...which, answer });
    return ok({ slug });
  });
}
