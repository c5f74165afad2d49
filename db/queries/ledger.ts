import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type AccountKind, issuingKinds, type TransferKind } from '@/domain/credits';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { prepared } from '../prepared';
import { isAnyOf } from '../conditions';
import { bookings } from '../schema/bookings';
import { ledgerAccounts, ledgerEntries, ledgerTransfers } from '../schema/ledger';
import { mentors } from '../schema/mentors';
import { getWelcomeFor } from './welcomes';

/** Whose an account is: the kind says which of the ids it goes by. A person has one in each organization. */
export type AccountOwner =
  | { kind: 'user' | 'earnings'; userId: string; organizationId: string }
  | { kind: 'escrow'; bookingId: string }
  | { kind: 'issuance' | 'clearing'; organizationId: string };

/** A movement to be written: its entries name accounts that exist and sum to zero. */
export interface NewTransfer {
  id: string;
  kind: TransferKind;
  bookingId?: string;
  userId?: string;
  actorId?: string;
  reason?: string;
  createdAt: Temporal.Instant;
  entries: { accountId: string; amount: number }[];
}

/**
 * Opens those of the accounts that are not there yet, empty. Several owners come in id order: whoever
 * opens one of them at once is waited for. @returns those that are new.
 */
export async function openAccounts(
  tx: Executor,
  { owners, now }: { owners: AccountOwner[]; now: Temporal.Instant },
) {
  if (owners.length === 0) return [];
  return tx
    .insert(ledgerAccounts)
    .values(owners.map((owner) => ({ ...owner, createdAt: now })))
    .onConflictDoNothing()
    .returning({
      id: ledgerAccounts.id,
      userId: ledgerAccounts.userId,
      bookingId: sql<string>`${ledgerAccounts.bookingId}`,
    });
}

/** Opens the escrows of bookings that have none yet, empty. */
export async function openEscrows(
  tx: Executor,
  { escrows, now }: { escrows: { id: string; bookingId: string }[]; now: Temporal.Instant },
): Promise<void> {
  const rows = escrows.map((escrow) => ({ ...escrow, kind: 'escrow' as const, createdAt: now }));
  await insertRows(tx, ledgerAccounts, rows);
}

/** These people's accounts of one kind, those that exist, in every organization. */
export async function listPeoplesAccounts(
  executor: Executor,
  { userIds, kind }: { userIds: string[]; kind: 'user' | 'earnings' },
) {
  if (userIds.length === 0) return [];
  return executor
    .select({
      id: ledgerAccounts.id,
      userId: sql<string>`${ledgerAccounts.userId}`,
      organizationId: sql<string>`${ledgerAccounts.organizationId}`,
    })
    .from(ledgerAccounts)
    .where(and(isAnyOf(ledgerAccounts.userId, userIds), eq(ledgerAccounts.kind, kind)));
}

const findPayingAccount = prepared((db) =>
  db
    .select({ id: ledgerAccounts.id, balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(
      and(
        eq(ledgerAccounts.userId, sql.placeholder('userId')),
        eq(ledgerAccounts.kind, 'user'),
        eq(
          ledgerAccounts.organizationId,
          db
            .select({ organizationId: mentors.organizationId })
            .from(mentors)
            .where(eq(mentors.userId, sql.placeholder('mentorId'))),
        ),
      ),
    )
    .limit(1),
);

/** What a user pays this mentor from; null for whoever has no account with the mentor's organization yet. */
export async function getPayingAccount(
  executor: Executor,
  asked: { userId: string; mentorId: string },
) {
  const [account] = await findPayingAccount(executor, asked);
  return account ?? null;
}

/**
 * What a user can spend with an organization's mentors, in credits; whoever has no account there yet has
 * the welcome that it will open with; one that waits is in `welcomeLater`. Under the user's lock it can
 * only grow: nobody else charges them.
 * @param network which they ask from; null: nobody knows
 */
export async function getSpendable(
  executor: Executor,
  {
    userId,
    organizationId,
    ...asked
  }: { userId: string; organizationId: string; network: string | null; now: Temporal.Instant },
): Promise<{ credits: number; welcomeLater: number }> {
  const [account] = await executor
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(
      and(
        eq(ledgerAccounts.userId, userId),
        eq(ledgerAccounts.organizationId, organizationId),
        eq(ledgerAccounts.kind, 'user'),
      ),
    )
    .limit(1);
  if (account) return { credits: account.balance, welcomeLater: 0 };
  const welcome = await getWelcomeFor(executor, { userId, organizationId, ...asked });
  return welcome.isLater
    ? { credits: 0, welcomeLater: welcome.credits }
    : { credits: welcome.credits, welcomeLater: 0 };
}

/**
 * What bookings hold in escrow, out of which account it was paid, and between whom; those that hold
 * nothing are missing.
 */
export async function listEscrows(executor: Executor, { bookingIds }: { bookingIds: string[] }) {
  if (bookingIds.length === 0) return [];
  return executor
    .select({
      accountId: ledgerAccounts.id,
      balance: ledgerAccounts.balance,
      bookingId: bookings.id,
      organizationId: bookings.organizationId,
      mentorId: bookings.mentorId,
      payingAccountId: ledgerEntries.accountId,
    })
    .from(ledgerAccounts)
    .innerJoin(bookings, eq(bookings.id, ledgerAccounts.bookingId))
    .innerJoin(
      ledgerTransfers,
      and(eq(ledgerTransfers.bookingId, bookings.id), eq(ledgerTransfers.kind, 'charge')),
    )
    .innerJoin(
      ledgerEntries,
      and(eq(ledgerEntries.transferId, ledgerTransfers.id), lt(ledgerEntries.amount, 0)),
    )
    .where(and(isAnyOf(ledgerAccounts.bookingId, bookingIds), gt(ledgerAccounts.balance, 0)));
}

export async function getOrganizationAccount(
  executor: Executor,
  { kind, organizationId }: { kind: 'issuance' | 'clearing'; organizationId: string },
): Promise<string | null> {
  const [row] = await executor
    .select({ id: ledgerAccounts.id })
    .from(ledgerAccounts)
    .where(and(eq(ledgerAccounts.organizationId, organizationId), eq(ledgerAccounts.kind, kind)))
    .limit(1);
  return row?.id ?? null;
}

/**
 * Locks accounts until the transaction ends: people's and escrows in id order, an organization's
 * after them, since nearly everybody needs that one. @returns their balances.
 */
export async function lockAccounts(
  tx: Executor,
  { ids }: { ids: string[] },
): Promise<{ id: string; balance: number }[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ id: ledgerAccounts.id, balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(isAnyOf(ledgerAccounts.id, ids))
    .orderBy(asc(isAnyOf(ledgerAccounts.kind, [...issuingKinds])), asc(ledgerAccounts.id))
    .for('no key update');
}

/** Writes transfers with their entries, whose accounts the caller has locked. */
export async function insertTransfers(tx: Executor, transfers: NewTransfer[]): Promise<void> {
  if (transfers.length === 0) return;
  await Promise.all([
    insertRows(
      tx,
      ledgerTransfers,
      transfers.map(({ entries: _entries, ...row }) => row),
    ),
    insertRows(
      tx,
      ledgerEntries,
      transfers.flatMap(({ id, entries }) =>
        entries.map((entry) => ({ ...entry, transferId: id })),
      ),
    ),
  ]);
}

/** What is wrong with the ledger, each a sentence; empty when everything adds up. */
export async function listLedgerFaults(executor: Executor): Promise<string[]> {
  const mayOwe = sql.raw(issuingKinds.map((kind: AccountKind) => `'${kind}'`).join(', '));
  const rows = await executor.execute<{ fault: string }>(sql`
    with sums as (
      select a.id, a.kind, a.balance, coalesce(sum(e.amount), 0) as entries
      from ledger_accounts a left join ledger_entries e on e.account_id = a.id
      group by a.id
    ), running as (
      select account_id, number, balance_after,
        sum(amount) over (partition by account_id order by number) as expected
      from ledger_entries
    )
    select format('account %s (%s) has a balance of %s, its entries come to %s', id, kind, balance, entries) as fault
      from sums where balance <> entries
    union all
    select format('account %s (%s) is overdrawn: %s', id, kind, balance)
      from sums where balance < 0 and kind not in (${mayOwe})
    union all
    select format('entry %s of account %s says %s, the entries until then come to %s', number, account_id, balance_after, expected)
      from running where balance_after <> expected
    union all
    select format('transfer %s (%s) comes to %s', t.id, t.kind, coalesce(sum(e.amount)::text, 'nothing'))
      from ledger_transfers t left join ledger_entries e on e.transfer_id = t.id
      group by t.id having sum(e.amount) is distinct from 0
    union all
    select format('all accounts together come to %s', sum(balance))
      from ledger_accounts having sum(balance) <> 0
    union all
    select format('booking %s is %s and holds %s of the %s it charged', b.reference, b.status, coalesce(a.balance, 0), b.charged_credits)
      from bookings b left join ledger_accounts a on a.booking_id = b.id
      where coalesce(a.balance, 0) <> case
        when b.status in ('held', 'pending', 'confirmed', 'in_progress') then b.charged_credits else 0 end
    union all
    select format('top-up %s is %s, and brought %s of its %s credits', u.id, u.status, coalesce(e.amount::text, 'nothing'), u.credits)
      from top_ups u left join ledger_entries e on e.transfer_id = u.transfer_id and e.amount > 0
      where u.status = 'paid' and e.amount is distinct from u.credits
    union all
    select format('transfer %s (%s) has no payment behind it', t.id, t.kind)
      from ledger_transfers t left join top_ups u on u.transfer_id = t.id
      where t.kind = 'top_up' and u.id is null
    limit 100`);
  return rows.map(({ fault }) => fault);
}
