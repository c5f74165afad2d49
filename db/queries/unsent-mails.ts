import { and, asc, count, desc, eq, gte, max, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { DeliveryKind, UnsentState } from '@/domain/mails';
import { rolesThatMay } from '@/domain/organizations';
import type { Executor } from '../client';
import { arrayOf, isAnyOf } from '../conditions';
import { bookings } from '../schema/bookings';
import { memberships, organizations } from '../schema/organizations';
import { deliveries, mailPauses } from '../schema/outbox';
import { users } from '../schema/users';
import { isViewer } from '../viewer';
import { isPermittedIn } from './organizations';

/** Of several, which are all of one organization. */
const firstBookingId = sql`${deliveries.bookingIds}[1]`;

interface Wanted {
  organizationId: string;
  /** Who sees its mails, if they may. */
  adminId: string;
  state: UnsentState;
  /** None from before then. */
  since: Temporal.Instant;
}

/**
 * Condition: the mail is of the organization, and `adminId` oversees those. A mail about a booking is of
 * the booking's; one without, a link to sign in, of those that its reader is a member of, and else of
 * the public one, which owns what is nobody else's.
 */
function isOverseen(
  executor: Executor,
  { adminId, organizationId }: Pick<Wanted, 'adminId' | 'organizationId'>,
) {
  if (isViewer(executor)) {
    // Whose member the reader of a mail is elsewhere, and their address, no page reads.
    return sql`${isPermittedIn(sql`${organizationId}::uuid`, { userId: adminId, permission: 'oversee_mails' })}
      and exists (select from shown.overseen_mails as mail
        where mail.id = ${deliveries.id} and mail.organization_id = ${organizationId})`;
  }
  const memberOf = sql`select belonging.organization_id from ${memberships} as belonging
    join ${users} on ${users.id} = belonging.user_id
    where ${users.email} = ${deliveries.recipientEmail}`;
  return sql`exists (select 1 from ${memberships} as overseer
    where overseer.user_id = ${adminId} and overseer.organization_id = ${organizationId}
      and overseer.role = any(${arrayOf(memberships.role, rolesThatMay('oversee_mails'))}) and case
      when cardinality(${deliveries.bookingIds}) > 0 then overseer.organization_id = (
        select ${bookings.organizationId} from ${bookings} where ${bookings.id} = ${firstBookingId})
      when ${deliveries.organizationId} is not null
        then overseer.organization_id = ${deliveries.organizationId}
      when exists (${memberOf}) then overseer.organization_id in (${memberOf})
      else overseer.organization_id = (
        select ${organizations.id} from ${organizations} where ${organizations.slug} = 'public')
    end)`;
}

function matches(executor: Executor, { state, since, ...whose }: Wanted) {
  return and(
    // Both as in the index: a parameter would not be seen to be the same.
    sql`${deliveries.status} <> 'sent'`,
    sql`${deliveries.status} = ${sql.raw(`'${state}'`)}`,
    gte(deliveries.createdAt, since),
    isOverseen(executor, whose),
  );
}

/** One page of the mails that have not left and are the admin's to see, the latest first. */
export async function listUnsentMails(
  executor: Executor,
  { limit, offset, ...wanted }: Wanted & { limit: number; offset: number },
) {
  return executor
    .select({
      id: deliveries.id,
      kind: deliveries.kind,
      recipientEmail: deliveries.recipientEmail,
      recipientName: users.name,
      bookingId: bookings.id,
      bookingReference: bookings.reference,
      attempts: deliveries.attempts,
      lastError: deliveries.lastError,
      createdAt: deliveries.createdAt,
      nextAttemptAt: deliveries.nextAttemptAt,
    })
    .from(deliveries)
    .leftJoin(bookings, eq(bookings.id, firstBookingId))
    .leftJoin(users, eq(users.id, deliveries.recipientId))
    .where(matches(executor, wanted))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit)
    .offset(offset);
}

/** How many there are of them, up to `most`. */
export async function countUnsentMails(
  executor: Executor,
  { most, ...wanted }: Wanted & { most: number },
): Promise<number> {
  const some = executor
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(matches(executor, wanted))
    .limit(most)
    .as('some');
  const [row] = await executor.select({ total: count() }).from(some);
  return row?.total ?? 0;
}

interface Retriable {
  organizationId: string;
  adminId: string;
  kinds: readonly DeliveryKind[];
  since: Temporal.Instant;
}

function areRetriable(executor: Executor, { kinds, ...whose }: Retriable) {
  return and(matches(executor, { ...whose, state: 'failed' }), isAnyOf(deliveries.kind, kinds));
}

/** How many failed mails the admin may have sent again, up to `most`. */
export async function countRetriableMails(
  executor: Executor,
  { most, ...retriable }: Retriable & { most: number },
): Promise<number> {
  const some = executor
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(areRetriable(executor, retriable))
    .limit(most)
    .as('some');
  const [row] = await executor.select({ total: count() }).from(some);
  return row?.total ?? 0;
}

/**
 * Puts failed mails that the admin oversees back into the outbox, the oldest first: `only` that one,
 * or up to `limit`. What they say is decided anew, from what is true now.
 * @returns their ids
 */
export async function retryFailedMails(
  executor: Executor,
  {
    only,
    limit,
    now,
    ...retriable
  }: Retriable & { only: string | null; limit: number; now: Temporal.Instant },
): Promise<string[]> {
  const chosen = executor
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(areRetriable(executor, retriable), only === null ? undefined : eq(deliveries.id, only)),
    )
    .orderBy(asc(deliveries.createdAt))
    .limit(limit)
    // Another admin's push takes what is being taken here.
    .for('update', { of: deliveries, skipLocked: true });
  const rows = await executor
    .update(deliveries)
    .set({
      status: 'pending',
      attempts: 0,
      rendered: null,
      leasedUntil: null,
      nextAttemptAt: now,
    })
    .where(sql`${deliveries.id} = any(array(${chosen}))`)
    .returning({ id: deliveries.id });
  return rows.map(({ id }) => id);
}

/** Until when the mail provider wants no mail; null when it takes them. */
export async function getPauseEnd(
  executor: Executor,
  { now }: { now: Temporal.Instant },
): Promise<Temporal.Instant | null> {
  const [row] = await executor
    .select({ resumesAt: max(mailPauses.resumesAt) })
    .from(mailPauses)
    .where(gte(mailPauses.resumesAt, now));
  return row?.resumesAt ?? null;
}
