import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PersonalKind } from '@/domain/credits';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { bookings } from '../schema/bookings';
import { ledgerAccounts, ledgerEntries, ledgerTransfers } from '../schema/ledger';
import { organizations } from '../schema/organizations';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { topUps } from '../schema/top-ups';
import { users } from '../schema/users';

/** A person's accounts of one kind, the public organization's first and the others by its name. */
export async function listPersonalAccounts(
  executor: Executor,
  { userId, kind }: { userId: string; kind: PersonalKind },
) {
  return executor
    .select({
      id: ledgerAccounts.id,
      slug: organizations.slug,
      name: organizations.name,
      balance: ledgerAccounts.balance,
      lines: sql<number>`(${executor
        .select({ lines: sql`count(*)::int` })
        .from(ledgerEntries)
        .where(eq(ledgerEntries.accountId, ledgerAccounts.id))})`,
    })
    .from(ledgerAccounts)
    .innerJoin(organizations, eq(organizations.id, ledgerAccounts.organizationId))
    .where(and(eq(ledgerAccounts.userId, userId), eq(ledgerAccounts.kind, kind)))
    .orderBy(desc(sql`${organizations.slug} = 'public'`), asc(organizations.name))
    .limit(100);
}

/** Lines of one account, the newest first, each with the booking or the purchase it is about. */
export async function listStatementLines(
  executor: Executor,
  { accountId, limit, offset }: { accountId: string; limit: number; offset: number },
) {
  const mentor = alias(users, 'mentor');
  const mentee = alias(users, 'mentee');
  return executor
    .select({
      number: ledgerEntries.number,
      amount: ledgerEntries.amount,
      balanceAfter: ledgerEntries.balanceAfter,
      kind: ledgerTransfers.kind,
      reason: ledgerTransfers.reason,
      createdAt: ledgerTransfers.createdAt,
      bookingId: bookings.id,
      reference: bookings.reference,
      status: bookings.status,
      serviceTitle: services.title,
      mentorName: mentor.name,
      paidAmount: topUps.amount,
      paidCurrency: topUps.currency,
      menteeName: sql<string | null>`coalesce(${mentee.name}, ${bookings.guestName})`,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransfers, eq(ledgerTransfers.id, ledgerEntries.transferId))
    .leftJoin(bookings, eq(bookings.id, ledgerTransfers.bookingId))
    .leftJoin(topUps, eq(topUps.transferId, ledgerTransfers.id))
    .leftJoin(sessions, eq(sessions.id, bookings.sessionId))
    .leftJoin(services, eq(services.id, sessions.serviceId))
    .leftJoin(mentor, eq(mentor.id, bookings.mentorId))
    .leftJoin(mentee, eq(mentee.id, bookings.menteeId))
    .where(eq(ledgerEntries.accountId, accountId))
    .orderBy(desc(ledgerEntries.number))
    .limit(limit)
    .offset(offset);
}

export type StatementRow = Awaited<ReturnType<typeof listStatementLines>>[number];

/** What became of the prices of bookings that are over, in credits; those that charged nothing are missing. */
export async function listSettlements(
  executor: Executor,
  { bookingIds }: { bookingIds: string[] },
): Promise<{ bookingId: string; keptCredits: number; refundedCredits: number }[]> {
  if (bookingIds.length === 0) return [];
  return executor
    .select({
      bookingId: sql<string>`${ledgerTransfers.bookingId}`,
      keptCredits: paidTo('earnings'),
      refundedCredits: paidTo('user'),
    })
    .from(ledgerTransfers)
    .innerJoin(ledgerEntries, eq(ledgerEntries.transferId, ledgerTransfers.id))
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerEntries.accountId))
    .where(
      and(isAnyOf(ledgerTransfers.bookingId, bookingIds), eq(ledgerTransfers.kind, 'settlement')),
    )
    .groupBy(ledgerTransfers.bookingId);
}

function paidTo(kind: PersonalKind) {
  return sql<number>`coalesce(sum(${ledgerEntries.amount}) filter (where ${ledgerAccounts.kind} = ${kind}), 0)::int`;
}
