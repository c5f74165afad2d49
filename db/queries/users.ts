import { and, asc, eq, isNotNull, isNull, not, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { mentors } from '../schema/mentors';
import { memberships } from '../schema/organizations';
import { portraits } from '../schema/portraits';
import { users } from '../schema/users';
import { mentorHandle } from './mentor-handle';

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  timeZone: users.timeZone,
  blockedAt: users.blockedAt,
};

/** Condition: the user administers an organization, whichever. */
const administers = sql<boolean>`exists (select 1 from ${memberships}
  where ${memberships.userId} = ${users.id} and ${memberships.role} <> 'member')`;

export async function getUserByEmail(executor: Executor, { email }: { email: string }) {
  const [row] = await executor.select(columns).from(users).where(eq(users.email, email)).limit(1);
  return row ?? null;
}

/**
 * Who is looking: a user who is not blocked, whether they mentor, and which organizations they belong to
 * and administer, which row-level security asks (decision 32).
 */
export async function getViewerRow(executor: Executor, { userId }: { userId: string }) {
  const [row] = await executor
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      locale: users.locale,
      timeZone: users.timeZone,
      mentorHandle,
      portraitId: portraits.id,
      memberOf: sql<string[]>`array(select ${memberships.organizationId} from ${memberships}
        where ${memberships.userId} = ${users.id})`,
      adminOf: sql<string[]>`array(select ${memberships.organizationId} from ${memberships}
        where ${memberships.userId} = ${users.id} and ${memberships.role} <> 'member')`,
    })
    .from(users)
    .leftJoin(mentors, eq(mentors.userId, users.id))
    .leftJoin(portraits, eq(portraits.mentorId, users.id))
    .where(and(eq(users.id, userId), isNull(users.blockedAt)))
    .limit(1);
  return row ?? null;
}

export type NewUser = {
  email: string;
  name?: string | null;
  locale: 'en' | 'fr';
  timeZone: string | null;
  now: Temporal.Instant;
};

/**
 * The user who has this address, made when there is none. Safe for any number at once: the unique
 * address lets one insert win, and the others find its row.
 */
export async function ensureUser(
  executor: Executor,
  { email, name, locale, timeZone, now }: NewUser,
) {
  const [made] = await executor
    .insert(users)
    .values({ email, name: name ?? null, locale, timeZone, createdAt: now })
    .onConflictDoNothing({ target: users.email })
    .returning(columns);
  if (made) return { ...made, isNew: true };
  const found = await getUserByEmail(executor, { email });
  if (!found) throw new Error('a user vanished between two statements');
  return { ...found, isNew: false };
}

/** Notes when the address was first proved; a later proof changes nothing. */
export async function markEmailVerified(
  executor: Executor,
  { userId, now }: { userId: string; now: Temporal.Instant },
) {
  await executor
    .update(users)
    .set({ emailVerified: new Date(now.epochMilliseconds) })
    .where(and(eq(users.id, userId), isNull(users.emailVerified)));
}

export async function setUserName(
  executor: Executor,
  { userId, name }: { userId: string; name: string },
) {
  await executor.update(users).set({ name }).where(eq(users.id, userId));
}

/** In which zone a user reads times, and is written to. */
export async function setUserTimeZone(
  executor: Executor,
  { userId, timeZone }: { userId: string; timeZone: string },
) {
  await executor.update(users).set({ timeZone }).where(eq(users.id, userId));
}

/** Notes what the browser says of a user whose zone nobody knows yet; a zone that is known stays. */
export async function learnTimeZone(
  executor: Executor,
  { userId, timeZone }: { userId: string; timeZone: string },
) {
  await executor
    .update(users)
    .set({ timeZone })
    .where(and(eq(users.id, userId), isNull(users.timeZone)));
}

/** The language and the zone in which a user is written to. */
export async function setUserPlace(
  executor: Executor,
  { userId, locale, timeZone }: { userId: string; locale: 'en' | 'fr'; timeZone: string },
) {
  await executor.update(users).set({ locale, timeZone }).where(eq(users.id, userId));
}

export async function getAllowsReplies(executor: Executor, { userId }: { userId: string }) {
  const [row] = await executor
    .select({ allowsReplies: users.allowsReplies })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  return row?.allowsReplies ?? false;
}

export async function setAllowsReplies(
  executor: Executor,
  { userId, allowsReplies }: { userId: string; allowsReplies: boolean },
): Promise<void> {
  await executor.update(users).set({ allowsReplies }).where(eq(users.id, userId));
}

/** A few people of the demo to sign in as, in development, oldest first; mentees are the others. */
export async function listDemoPeople(
  executor: Executor,
  { who, limit }: { who: 'mentee' | 'mentor' | 'admin'; limit: number },
) {
  return executor
    .select({ id: users.id, email: users.email, name: users.name })
    .from(users)
    .leftJoin(mentors, eq(mentors.userId, users.id))
    .where(
      and(
        who === 'mentor' ? isNotNull(mentors.publishedAt) : isNull(mentors.userId),
        who === 'admin' ? administers : not(administers),
        isNotNull(users.name),
        isNull(users.blockedAt),
      ),
    )
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(limit);
}
