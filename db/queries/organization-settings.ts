import { and, asc, count, countDistinct, eq, gte, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor, Transaction } from '../client';
import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { organizationClosedDays, organizations } from '../schema/organizations';
import { sessions } from '../schema/sessions';
import { isLive } from './schedules';

/** All that an organization may set of itself. */
export async function getOrganizationSettings(
  executor: Executor,
  { organizationId }: { organizationId: string },
) {
  const [row] = await executor
    .select({
      slug: organizations.slug,
      name: organizations.name,
      description: organizations.description,
      website: organizations.website,
      accentColor: organizations.accentColor,
      defaultLocale: organizations.defaultLocale,
      timeZone: organizations.timeZone,
      isPublic: organizations.isPublic,
      mentoring: organizations.mentoring,
      welcomeCredits: organizations.welcomeCredits,
      mostOpenBookings: organizations.mostOpenBookings,
      refusesDisposable: organizations.refusesDisposable,
      allowedFormats: organizations.allowedFormats,
      allowedLengths: organizations.allowedLengths,
      minimumNoticeMinutes: organizations.minimumNoticeMinutes,
      horizonDays: organizations.horizonDays,
      stepMinutes: organizations.stepMinutes,
      bufferBeforeMinutes: organizations.bufferBeforeMinutes,
      bufferAfterMinutes: organizations.bufferAfterMinutes,
      maxSessionsPerDay: organizations.maxSessionsPerDay,
      maxSessionsPerWeek: organizations.maxSessionsPerWeek,
      mostOpenEach: organizations.mostOpenEach,
      mostRequestsEach: organizations.mostRequestsEach,
      confirmation: organizations.confirmation,
      cancelNoticeMinutes: organizations.cancelNoticeMinutes,
      moveNoticeMinutes: organizations.moveNoticeMinutes,
      lateCancelPercent: organizations.lateCancelPercent,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .limit(1);
  return row ?? null;
}

export type OrganizationSettings = NonNullable<Awaited<ReturnType<typeof getOrganizationSettings>>>;

/** Holds an organization's row until the transaction ends, so that what is read of it then stays so. */
export async function lockOrganization(
  tx: Transaction,
  { organizationId }: { organizationId: string },
): Promise<void> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for('no key update');
}

export async function updateOrganization(
  tx: Transaction,
  {
    organizationId,
    set,
  }: { organizationId: string; set: Partial<Omit<OrganizationSettings, 'slug'>> },
): Promise<void> {
  await tx.update(organizations).set(set).where(eq(organizations.id, organizationId));
}

/** Days from `from` on, on which an organization is closed. */
export async function listClosedDays(
  executor: Executor,
  { organizationId, from }: { organizationId: string; from: string },
) {
  return executor
    .select({ closedOn: organizationClosedDays.closedOn, name: organizationClosedDays.name })
    .from(organizationClosedDays)
    .where(
      and(
        eq(organizationClosedDays.organizationId, organizationId),
        gte(organizationClosedDays.closedOn, from),
      ),
    )
    .orderBy(asc(organizationClosedDays.closedOn))
    .limit(1000);
}

export async function countClosedDays(
  executor: Executor,
  { organizationId, from }: { organizationId: string; from: string },
): Promise<number> {
  const [row] = await executor
    .select({ days: count() })
    .from(organizationClosedDays)
    .where(
      and(
        eq(organizationClosedDays.organizationId, organizationId),
        gte(organizationClosedDays.closedOn, from),
      ),
    );
  return row?.days ?? 0;
}

/** Closes a day, or names one that is closed anew. */
export async function upsertClosedDay(
  tx: Transaction,
  values: typeof organizationClosedDays.$inferInsert,
): Promise<void> {
  const { organizationId, closedOn } = organizationClosedDays;
  await tx
    .insert(organizationClosedDays)
    .values(values)
    .onConflictDoUpdate({ target: [organizationId, closedOn], set: { name: values.name } });
}

export async function deleteClosedDay(
  tx: Transaction,
  { organizationId, closedOn }: { organizationId: string; closedOn: string },
): Promise<void> {
  await tx
    .delete(organizationClosedDays)
    .where(
      and(
        eq(organizationClosedDays.organizationId, organizationId),
        eq(organizationClosedDays.closedOn, closedOn),
      ),
    );
}

/** Sessions with an organization's mentors that begin on a date where their mentor is, and stay. */
export async function countSessionsOn(
  executor: Executor,
  { organizationId, date, now }: { organizationId: string; date: string; now: Temporal.Instant },
): Promise<number> {
  const [row] = await executor
    .select({ sessions: countDistinct(sessions.id) })
    .from(mentors)
    .innerJoin(sessions, eq(sessions.mentorId, mentors.userId))
    .innerJoin(bookings, eq(bookings.sessionId, sessions.id))
    .where(
      and(
        eq(mentors.organizationId, organizationId),
        // A day of any zone lies within a day of UTC and those beside it, which the index knows.
        sql`${sessions.period} && tstzrange(${date}::date - interval '1 day', ${date}::date + interval '2 days')`,
        sql`(lower(${sessions.period}) at time zone ${mentors.timeZone})::date = ${date}::date`,
        isLive(now),
      ),
    );
  return row?.sessions ?? 0;
}
