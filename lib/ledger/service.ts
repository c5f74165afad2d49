/**
 * Moves credits. Everything here runs inside the transaction of what it pays for, after the people's
 * locks: accounts are locked last, in one order, so that no two bookings wait for each other. (A grant
 * to somebody who is opening their account by booking may be waited for in a circle: one of the two is
 * started again.) The database keeps the balances and has the last word on them.
 */
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/db/client';
import { StartAgain } from '@/db/transaction';
import {
  getOrganizationAccount,
  insertTransfers,
  listEscrows,
  listPeoplesAccounts,
  lockAccounts,
  type NewTransfer,
  openAccounts,
  openEscrows,
} from '@/db/queries/ledger';
import {
  countWelcomesLeft,
  getWelcomeCredits,
  insertWelcomes,
  listMailboxes,
  listWelcomed,
} from '@/db/queries/welcomes';
import { type Ending, sharesOf } from './rules';

/**
 * Puts the price of new bookings of one mentee's into their escrows. What is free never touches the
 * ledger. The caller has seen that it is covered, under the user's lock; the database insists.
 */
export async function chargeBookings(
  tx: Transaction,
  {
    userId,
    organizationId,
    accountId = null,
    bookingIds,
    creditsEach,
    network,
    now,
  }: {
    userId: string;
    /** The mentor's, whose credits pay. */
    organizationId: string;
    /** Theirs there, where it has been read; null: it is looked for, and opened where there is none. */
    accountId?: string | null;
    bookingIds: string[];
    creditsEach: number;
    /** That they ask from, of which so many are welcomed; null: nobody knows. */
    network: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  if (creditsEach === 0 || bookingIds.length === 0) return;
  const from =
    accountId ??
    (await openUserAccounts(tx, { userIds: [userId], organizationId, network, now })).get(userId);
  if (from === undefined) throw new Error(`user ${userId} has no account`);
  if (accountId === null) {
    // Somebody of the same mailbox, or many of the same network, may have had the welcome that was counted on.
    const [opened] = await lockAccounts(tx, { ids: [from] });
    if ((opened?.balance ?? 0) < creditsEach * bookingIds.length) {
      throw new StartAgain('the welcome has been given');
    }
  }
  // A booking that has one already was charged before, which its unique key refuses.
  const escrows = bookingIds.map((bookingId) => ({ id: uuidv7(), bookingId }));
  await Promise.all([
    openEscrows(tx, { escrows, now }),
    insertTransfers(
      tx,
      escrows.map(({ id, bookingId }) => ({
        id: uuidv7(),
        kind: 'charge' as const,
        bookingId,
        createdAt: now,
        entries: [
          { accountId: from, amount: -creditsEach },
          { accountId: id, amount: creditsEach },
        ],
      })),
    ),
  ]);
}

/**
 * Empties the escrow of bookings that are over. Those that were never charged settle nothing.
 * A refund goes back to the account that paid, whatever the booking's organization is now.
 * @param alsoLock people whose accounts this transaction may come to charge: locked in one order with
 *   those that are settled, which may be other people's
 */
export async function settleBookings(
  tx: Transaction,
  {
    endings,
    alsoLock = [],
    now,
  }: {
    endings: { bookingId: string; ending: Ending }[];
    alsoLock?: string[];
    now: Temporal.Instant;
  },
): Promise<void> {
  const endingOf = new Map(endings.map(({ bookingId, ending }) => [bookingId, ending]));
  const escrows = await listEscrows(tx, { bookingIds: [...endingOf.keys()] });
  if (escrows.length === 0) return;
  const owed = escrows.map((escrow) => ({
    ...escrow,
    ...sharesOf(escrow.balance, endingOf.get(escrow.bookingId) ?? { kind: 'refunded' }),
  }));

  const paid = owed.filter(({ toMentor }) => toMentor > 0);
  const earnings = await openEarnings(tx, { mentors: paid, now });
  const refunded = owed.filter(({ toMentee }) => toMentee > 0);
  const others = await listPeoplesAccounts(tx, { userIds: alsoLock, kind: 'user' });
  const ids = [
    ...earnings.values(),
    ...refunded.map(({ payingAccountId }) => payingAccountId),
    ...others.map(({ id }) => id),
    ...owed.map(({ accountId }) => accountId),
  ];
  await lockAccounts(tx, { ids });
  await insertTransfers(
    tx,
    owed.map(
      ({ bookingId, accountId, balance, payingAccountId, toMentor, toMentee, ...mentor }) => ({
        id: uuidv7(),
        kind: 'settlement' as const,
        bookingId,
        createdAt: now,
        entries: [
          { accountId, amount: -balance },
          ...entry(earnings.get(earningsKey(mentor)), toMentor),
          ...entry(payingAccountId, toMentee),
        ],
      }),
    ),
  );
}

/**
 * Gives credits to users out of what their organization issues. What is given for one reason is one
 * transfer.
 */
export async function issueCredits(
  tx: Transaction,
  {
    organizationId,
    recipients,
    actorId,
    now,
  }: {
    organizationId: string;
    /** Each once, with what they read as the reason. */
    recipients: { userId: string; credits: number; reason: string }[];
    /** The admin who gives them. */
    actorId: string;
    now: Temporal.Instant;
  },
): Promise<void> {
  const userIds = recipients.map(({ userId }) => userId);
  const accounts = await openUserAccounts(tx, { userIds, organizationId, now });
  await lockAccounts(tx, { ids: [...accounts.values()] });
  const issuance = await lockOrganization(tx, { kind: 'issuance', organizationId, now });
  const transfers = new Map<string, { total: number; entries: NewTransfer['entries'] }>();
  for (const { userId, credits, reason } of recipients) {
    const { total, entries } = transfers.get(reason) ?? { total: 0, entries: [] };
    entries.push(...entry(accounts.get(userId), credits));
    transfers.set(reason, { total: total + credits, entries });
  }
  await insertTransfers(
    tx,
    [...transfers].map(([reason, { total, entries }]) => ({
      id: uuidv7(),
      kind: 'grant' as const,
      actorId,
      reason,
      createdAt: now,
      entries: [{ accountId: issuance, amount: -total }, ...entries],
    })),
  );
}

/**
 * Credits a user with what they have paid for, against the clearing account of whoever sold it.
 * @returns the transfer's id, which says what for: nobody may be credited twice for one payment, and
 *   only the caller knows the payment
 */
export async function topUpCredits(
  tx: Transaction,
  {
    organizationId,
    userId,
    credits,
    now,
  }: { organizationId: string; userId: string; credits: number; now: Temporal.Instant },
): Promise<string> {
  const accounts = await openUserAccounts(tx, { userIds: [userId], organizationId, now });
  await lockAccounts(tx, { ids: [...accounts.values()] });
  const clearing = await lockOrganization(tx, { kind: 'clearing', organizationId, now });
  const id = uuidv7();
  const entries = [
    { accountId: clearing, amount: -credits },
    ...entry(accounts.get(userId), credits),
  ];
  await insertTransfers(tx, [{ id, kind: 'top_up', createdAt: now, entries }]);
  return id;
}

/** An entry of an account that was opened before; none for nothing. */
function entry(accountId: string | undefined, amount: number) {
  if (amount === 0) return [];
  if (accountId === undefined) throw new Error('an account is missing');
  return [{ accountId, amount }];
}

/**
 * What people spend from in an organization, by their ids; a new account starts with its welcome. An
 * organization's account is locked after people's and never before, as nearly everybody needs it.
 */
async function openUserAccounts(
  tx: Transaction,
  {
    userIds,
    organizationId,
    network = null,
    now,
  }: {
    userIds: string[];
    organizationId: string;
    /** Null: others open them, and no network is counted. */
    network?: string | null;
    now: Temporal.Instant;
  },
): Promise<Map<string, string>> {
  const listThere = async () => {
    const accounts = await listPeoplesAccounts(tx, { userIds, kind: 'user' });
    const there = accounts.filter((account) => account.organizationId === organizationId);
    return new Map(there.map(({ userId, id }) => [userId, id]));
  };
  const there = await listThere();
  const missing = [...new Set(userIds)].filter((userId) => !there.has(userId)).sort();
  if (missing.length === 0) return there;
  const owners = missing.map((userId) => ({ kind: 'user' as const, userId, organizationId }));
  const opened = await openAccounts(tx, { owners, now });
  const accounts = await listThere();
  await lockAccounts(tx, { ids: [...accounts.values()] });
  await welcome(tx, { accounts: opened, organizationId, network, now });
  return accounts;
}

/** What mentors were paid in the organizations of their sessions, by {@link earningsKey}. */
async function openEarnings(
  tx: Transaction,
  { mentors, now }: { mentors: EarningMentor[]; now: Temporal.Instant },
): Promise<Map<string, string>> {
  const byKey = new Map(mentors.map((mentor) => [earningsKey(mentor), mentor]));
  const owners = [...byKey]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { mentorId, organizationId }]) => ({
      kind: 'earnings' as const,
      userId: mentorId,
      organizationId,
    }));
  await openAccounts(tx, { owners, now });
  const userIds = owners.map(({ userId }) => userId);
  const accounts = await listPeoplesAccounts(tx, { userIds, kind: 'earnings' });
  return new Map(
    accounts.map(({ id, userId, ...account }) => [
      earningsKey({ mentorId: userId, ...account }),
      id,
    ]),
  );
}

type EarningMentor = { mentorId: string; organizationId: string };

function earningsKey({ mentorId, organizationId }: EarningMentor): string {
  return `${mentorId} ${organizationId}`;
}

async function lockOrganization(
  tx: Transaction,
  owner: { kind: 'issuance' | 'clearing'; organizationId: string; now: Temporal.Instant },
): Promise<string> {
  const { now, ...account } = owner;
  await openAccounts(tx, { owners: [account], now });
  const id = await getOrganizationAccount(tx, account);
  if (id === null) throw new Error(`organization ${owner.organizationId} has no account`);
  await lockAccounts(tx, { ids: [id] });
  return id;
}

/**
 * What an organization gives to whoever is new, once a mailbox, and to so many of a network within a day;
 * their accounts are locked. Its own account is locked before it is asked who has been welcomed, so two of
 * one mailbox are asked one by one.
 */
async function welcome(
  tx: Transaction,
  {
    accounts,
    organizationId,
    network,
    now,
  }: {
    accounts: { id: string; userId: string | null }[];
    organizationId: string;
    network: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  const credits = accounts.length > 0 ? await getWelcomeCredits(tx, { organizationId }) : 0;
  if (credits === 0) return;
  const issuance = await lockOrganization(tx, { kind: 'issuance', organizationId, now });
  const userIds = accounts.flatMap(({ userId }) => userId ?? []);
  const mailboxes = await listMailboxes(tx, { userIds });
  const hashes = mailboxes.flatMap((mailbox) => mailbox.hashes);
  const known = await listWelcomed(tx, { organizationId, hashes });
  const left = await countWelcomesLeft(tx, { organizationId, network, now });
  const isNew = new Map<string, string>();
  for (const mailbox of mailboxes) {
    if (isNew.size >= left) break;

    const [mailboxHash] = mailbox.hashes;
    if (mailbox.hashes.some((hash) => known.has(hash))) continue;
    known.add(mailboxHash);
    isNew.set(mailbox.userId, mailboxHash);
  }
  await insertWelcomes(
    tx,
    [...isNew].map(([userId, mailboxHash]) => ({
      organizationId,
      mailboxHash,
      userId,
      network,
      createdAt: now,
    })),
  );
  await insertTransfers(
    tx,
    accounts.flatMap(({ id, userId }) =>
      userId !== null && isNew.has(userId)
        ? {
            id: uuidv7(),
            kind: 'welcome' as const,
            userId,
            createdAt: now,
            entries: [{ accountId: issuance, amount: -credits }, ...entry(id, credits)],
          }
        : [],
    ),
  );
}
