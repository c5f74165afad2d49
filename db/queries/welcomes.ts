import { and, eq, gt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { publicSlug } from '@/domain/organizations';
import { env } from '@/kernel/env';
import { mailboxHashes } from '@/kernel/mailbox';
import { networkHash } from '@/kernel/network';
import { isAnyOf } from '../conditions';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { welcomes } from '../schema/ledger';
import { organizations } from '../schema/organizations';
import { users } from '../schema/users';

type Which = { organizationId: string } | { slug: string };

/** The welcome that awaits somebody in an organization: none where their mailbox has had it. */
export interface AwaitedWelcome {
  credits: number;
  /** It is not given yet: so many people of their network have been welcomed within a day. */
  isLater: boolean;
}

export async function getWelcomeFor(
  executor: Executor,
  {
    userId,
    network,
    now,
    ...which
  }: { userId: string; network: string | null; now: Temporal.Instant } & Which,
): Promise<AwaitedWelcome> {
  const credits = await getWelcomeCredits(executor, which);
  if (credits === 0) return { credits, isLater: false };
  const [person] = await listMailboxes(executor, { userIds: [userId] });
  const [had] = await executor
    .select({ userId: welcomes.userId })
    .from(welcomes)
    .innerJoin(organizations, eq(organizations.id, welcomes.organizationId))
    .where(and(isOf(which), isAnyOf(welcomes.mailboxHash, person?.hashes ?? [])))
    .limit(1);
  if (had) return { credits: 0, isLater: false };
  const left = await countWelcomesLeft(executor, { ...which, network, now });
  return { credits, isLater: left < 1 };
}

/**
 * How many more people of a network an organization welcomes now: so many within 24 hours, so that nobody
 * lives on addresses that they make up, and a class may come at once.
 * @param network null: nobody knows which, as where others give somebody credits; then there is no end to it
 */
export async function countWelcomesLeft(
  executor: Executor,
  { network, now, ...which }: { network: string | null; now: Temporal.Instant } & Which,
): Promise<number> {
  if (network === null) return Number.POSITIVE_INFINITY;
  const [row] = await executor
    .select({ count: sql<number>`count(*)::int` })
    .from(welcomes)
    .innerJoin(organizations, eq(organizations.id, welcomes.organizationId))
    .where(
      and(
        isOf(which),
        eq(welcomes.networkHash, networkHash(network)),
        gt(welcomes.createdAt, now.subtract({ hours: 24 })),
      ),
    );
  return Math.max(0, env.WELCOMES_PER_DAY_PER_ADDRESS - (row?.count ?? 0));
}

/** By what these people's mailboxes are known, those of them who exist. */
export async function listMailboxes(executor: Executor, { userIds }: { userIds: string[] }) {
  const rows = await executor
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(isAnyOf(users.id, userIds));
  return rows.map(({ userId, email }) => ({ userId, hashes: mailboxHashes(email) }));
}

/** Which of these mailboxes an organization has welcomed. */
export async function listWelcomed(
  executor: Executor,
  { organizationId, hashes }: { organizationId: string; hashes: string[] },
): Promise<Set<string>> {
  const rows = await executor
    .select({ mailboxHash: welcomes.mailboxHash })
    .from(welcomes)
    .where(and(eq(welcomes.organizationId, organizationId), isAnyOf(welcomes.mailboxHash, hashes)));
  return new Set(rows.map(({ mailboxHash }) => mailboxHash));
}

export async function insertWelcomes(
  tx: Executor,
  rows: {
    organizationId: string;
    mailboxHash: string;
    userId: string;
    /** Null: nobody knows. */
    network: string | null;
    createdAt: Temporal.Instant;
  }[],
): Promise<void> {
  const values = rows.map(({ network, ...row }) => ({
    ...row,
    networkHash: network === null ? null : networkHash(network),
  }));
  if (values.length > 0) await insertRows(tx, welcomes, values);
}

/**
 * What an organization gives to whoever is new: what its settings say, else nothing, but for the public
 * one, of which the installation has the say then.
 */
export async function getWelcomeCredits(executor: Executor, which: Which): Promise<number> {
  const [organization] = await executor
    .select({ slug: organizations.slug, welcomeCredits: organizations.welcomeCredits })
    .from(organizations)
    .where(isOf(which))
    .limit(1);
  const usual = organization?.slug === publicSlug ? env.WELCOME_CREDITS : 0;
  return organization?.welcomeCredits ?? usual;
}

function isOf(which: Which) {
  return 'slug' in which
    ? eq(organizations.slug, which.slug)
    : eq(organizations.id, which.organizationId);
}
