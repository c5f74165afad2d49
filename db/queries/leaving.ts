import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import { activeStatuses } from '@/domain/bookings';
import type { Executor, Transaction } from '../client';
import { isOneOf } from '../schema/checks';
import { authAccounts, authSessions } from '../schema/auth';
import { bookings } from '../schema/bookings';
import { ledgerAccounts } from '../schema/ledger';
import { mentors } from '../schema/mentors';
import { memberships, organizations } from '../schema/organizations';
import { users } from '../schema/users';

/** The organizations that would be without an owner if the user left. */
export async function listOnlyOwned(executor: Executor, { userId }: { userId: string }) {
  const others = alias(memberships, 'others');
  return executor
    .select({ slug: organizations.slug, name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.role, 'owner'),
        sql`not exists (select from ${memberships} as ${others}
          where ${others.organizationId} = ${memberships.organizationId}
            and ${others.role} = 'owner' and ${others.userId} <> ${userId})`,
      ),
    )
    .orderBy(asc(organizations.name))
    .limit(100);
}

/**
 * From now on nobody signs in as them: they are blocked, and their login sessions and memberships are
 * over. An organization that would be without an owner refuses when the transaction commits.
 */
export async function beginLeaving(
  tx: Transaction,
  { userId, now }: { userId: string; now: Temporal.Instant },
) {
  await tx
    .update(users)
    .set({ leavingSince: now, blockedAt: sql`coalesce(${users.blockedAt}, ${now.toString()})` })
    .where(eq(users.id, userId));
  await tx.delete(authSessions).where(eq(authSessions.userId, userId));
  await tx.delete(authAccounts).where(eq(authAccounts.userId, userId));
  return tx
    .delete(memberships)
    .where(eq(memberships.userId, userId))
    .returning({ organizationId: memberships.organizationId, role: memberships.role });
}

/** Who has asked to be forgotten and is not yet, those who wait longest first. */
export async function listLeaving(executor: Executor, { limit }: { limit: number }) {
  return executor
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(and(isNotNull(users.leavingSince), isNull(users.forgottenAt)))
    .orderBy(asc(users.leavingSince))
    .limit(limit);
}

/** What somebody still has to do with: active bookings, as either side or by their address. */
export async function listActiveBookings(
  executor: Executor,
  { userId, email, limit }: { userId: string; email: string; limit: number },
) {
  return executor
    .select({ id: bookings.id, mentorId: bookings.mentorId, status: bookings.status })
    .from(bookings)
    .where(
      and(
        isOneOf(bookings.status, activeStatuses),
        or(
          eq(bookings.menteeId, userId),
          eq(bookings.mentorId, userId),
          and(isNull(bookings.menteeId), eq(bookings.guestEmail, email)),
        ),
      ),
    )
    .limit(limit);
}

/** What somebody leaves behind: how much they have planned, and how many credits they have. */
export async function getLeaverByEmail(executor: Executor, { email }: { email: string }) {
  const [row] = await executor
    .select({
      userId: users.id,
      isMentor: sql<boolean>`exists (select from ${mentors} where ${mentors.userId} = ${users.id})`,
      planned: sql<number>`(select count(*)::int from ${bookings}
        where ${isOneOf(bookings.status, activeStatuses)}
          and (${bookings.menteeId} = ${users.id} or ${bookings.mentorId} = ${users.id}))`,
      credits: sql<number>`(select coalesce(sum(${ledgerAccounts.balance}), 0)::int
        from ${ledgerAccounts} where ${ledgerAccounts.userId} = ${users.id})`,
    })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.leavingSince)))
    .limit(1);
  return row ?? null;
}
