import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '@/db/client';
import { memberships, organizations } from '@/db/schema/organizations';
import { users } from '@/db/schema/users';
import { type DemoPerson, school } from './people';

/** When the people of the demo joined: before any of their bookings. */
export const joinedDaysAgo = 120;

export interface WrittenPerson {
  id: string;
  locale: 'en' | 'fr';
}

/** Makes the private organization, and tells the id of each organization by its slug. */
export async function writeOrganizations(executor: Executor): Promise<Map<string, string>> {
  await executor.insert(organizations).values(school);
  const rows = await executor
    .select({ id: organizations.id, slug: organizations.slug })
    .from(organizations);
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** Makes users, in the order of `people`. Their addresses count as proved. */
export async function writePeople(
  executor: Executor,
  people: Omit<DemoPerson, 'administers' | 'memberOf'>[],
  now: Temporal.Instant,
): Promise<WrittenPerson[]> {
  const joinedAt = now.subtract({ hours: joinedDaysAgo * 24 });
  const rows = await executor
    .insert(users)
    .values(
      people.map(({ name, email, locale, timeZone, blocked }) => ({
        name,
        email,
        locale,
        timeZone,
        emailVerified: new Date(joinedAt.epochMilliseconds),
        blockedAt: blocked ? now.subtract({ hours: 24 }) : null,
        createdAt: joinedAt,
      })),
    )
    .returning({ id: users.id, email: users.email, locale: users.locale });
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  return people.map(({ email }) => found(byEmail.get(email), email));
}

/** Makes the members and administrators of organizations. */
export async function writeMemberships(
  executor: Executor,
  people: DemoPerson[],
  organizationIds: Map<string, string>,
): Promise<void> {
  for (const { email, administers = [], memberOf = [] } of people) {
    const roles = [
      ...administers.map((slug) => ({ slug, role: 'owner' as const })),
      ...memberOf.map((slug) => ({ slug, role: 'member' as const })),
    ];
    if (roles.length === 0) continue;
    const [user] = await executor
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, email));
    await executor.insert(memberships).values(
      roles.map(({ slug, role }) => ({
        organizationId: found(organizationIds.get(slug), slug),
        userId: found(user, email).id,
        role,
      })),
    );
  }
}

/** What must be there in a demo that fits together. */
export function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The demo lacks ${name}`);
  return value;
}
