import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Executor } from '../client';
import { mentors } from '../schema/mentors';
import { users } from '../schema/users';

/** Who is looking: a user who is not blocked, and whether they mentor. */
export async function getViewerRow(executor: Executor, { userId }: { userId: string }) {
  const [row] = await executor
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      locale: users.locale,
      timeZone: users.timeZone,
      mentorSlug: mentors.slug,
    })
    .from(users)
    .leftJoin(mentors, eq(mentors.userId, users.id))
    .where(and(eq(users.id, userId), isNull(users.blockedAt)))
    .limit(1);
  return row ?? null;
}

export async function setUserName(executor: Executor, { userId, name }: { userId: string; name: string }) {
  await executor.update(users).set({ name }).where(eq(users.id, userId));
}

/** A few people of the demo to sign in as, in development: mentors or mentees, oldest first. */
export async function listDemoPeople(
  executor: Executor,
  { areMentors, limit }: { areMentors: boolean; limit: number },
) {
  return executor
    .select({ id: users.id, email: users.email, name: users.name, timeZone: users.timeZone })
    .from(users)
    .leftJoin(mentors, eq(mentors.userId, users.id))
    .where(
      and(
        areMentors ? isNotNull(mentors.publishedAt) : isNull(mentors.userId),
        isNotNull(users.name),
        isNull(users.blockedAt),
      ),
    )
    .orderBy(asc(users.createdAt))
    .limit(limit);
}
