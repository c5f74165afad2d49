import { and, asc, count, eq, gt, isNull, max, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { bookings } from '../schema/bookings';
import { services, variants } from '../schema/services';
import { sessions } from '../schema/sessions';
import { isLive } from './schedules';

/*
 * Services as their mentor edits them. Each names the mentor, so that nobody reaches another's. There
 * is no way to change the length of a variant: sessions point at it.
 */

const columns = {
  id: services.id,
  title: services.title,
  description: services.description,
  writtenIn: services.writtenIn,
  sessionType: services.sessionType,
  capacity: services.capacity,
  bufferBeforeMinutes: services.bufferBeforeMinutes,
  bufferAfterMinutes: services.bufferAfterMinutes,
  formats: services.formats,
  linkToken: services.linkToken,
  archivedAt: services.archivedAt,
};

/** All of a mentor's services, in their order; archived ones too. */
export async function listOwnServices(executor: Executor, { mentorId }: { mentorId: string }) {
  return executor
    .select(columns)
    .from(services)
    .where(eq(services.mentorId, mentorId))
    .orderBy(asc(services.position), asc(services.id));
}

export async function getOwnService(
  executor: Executor,
  { mentorId, serviceId }: { mentorId: string; serviceId: string },
) {
  const [service] = await executor
    .select(columns)
    .from(services)
    .where(and(eq(services.id, serviceId), eq(services.mentorId, mentorId)))
    .limit(1);
  return service ?? null;
}

/** What these services can be booked for, short before long. */
export async function listOwnVariants(
  executor: Executor,
  { mentorId, serviceIds }: { mentorId: string; serviceIds: string[] },
) {
  if (serviceIds.length === 0) return [];
  return executor
    .select({
      id: variants.id,
      serviceId: variants.serviceId,
      durationMinutes: variants.durationMinutes,
      priceCredits: variants.priceCredits,
    })
    .from(variants)
    .innerJoin(services, eq(services.id, variants.serviceId))
    .where(
      and(
        eq(services.mentorId, mentorId),
        isAnyOf(services.id, serviceIds),
        isNull(variants.archivedAt),
      ),
    )
    .orderBy(asc(variants.durationMinutes), asc(variants.id));
}

/** How many services a mentor has on offer, and the place behind the last of all. */
export async function getServicePlaces(executor: Executor, { mentorId }: { mentorId: string }) {
  const [[last], [offered]] = await Promise.all([
    executor
      .select({ position: max(services.position) })
      .from(services)
      .where(eq(services.mentorId, mentorId)),
    executor
      .select({ count: count() })
      .from(services)
      .where(and(eq(services.mentorId, mentorId), isNull(services.archivedAt))),
  ]);
  return { nextPosition: (last?.position ?? -1) + 1, offered: offered?.count ?? 0 };
}

/** How many bookings of each of a mentor's services are still to come, by service. */
export async function countBookingsAhead(
  executor: Executor,
  { mentorId, now }: { mentorId: string; now: Temporal.Instant },
): Promise<Map<string, number>> {
  const rows = await executor
    .select({ serviceId: sessions.serviceId, count: count() })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        eq(bookings.mentorId, mentorId),
        gt(sql`upper(${bookings.period})`, sql.param(now, services.createdAt)),
        isLive(now),
      ),
    )
    .groupBy(sessions.serviceId);
  return new Map(rows.map((row) => [row.serviceId, row.count]));
}

export async function insertService(executor: Executor, values: typeof services.$inferInsert) {
  await executor.insert(services).values(values);
}

type ServiceChange = Partial<
  Omit<typeof services.$inferInsert, 'id' | 'mentorId' | 'createdAt' | 'archivedAt'>
> & { archivedAt?: Temporal.Instant | null };

/** False: not the mentor's. */
export async function updateService(
  executor: Executor,
  { mentorId, serviceId, set }: { mentorId: string; serviceId: string; set: ServiceChange },
): Promise<boolean> {
  const rows = await executor
    .update(services)
    .set(set)
    .where(and(eq(services.id, serviceId), eq(services.mentorId, mentorId)))
    .returning({ id: services.id });
  return rows.length > 0;
}

export async function insertVariant(executor: Executor, values: typeof variants.$inferInsert) {
  await executor.insert(variants).values(values);
}

/** Changes a variant that is on offer. False: it is not, or not the mentor's. */
export async function updateVariant(
  executor: Executor,
  {
    mentorId,
    serviceId,
    variantId,
    set,
  }: {
    mentorId: string;
    serviceId: string;
    variantId: string;
    set: { priceCredits?: number; archivedAt?: Temporal.Instant };
  },
): Promise<boolean> {
  const rows = await executor
    .update(variants)
    .set(set)
    .from(services)
    .where(
      and(
        eq(variants.id, variantId),
        eq(variants.serviceId, serviceId),
        isNull(variants.archivedAt),
        eq(services.id, variants.serviceId),
        eq(services.mentorId, mentorId),
      ),
    )
    .returning({ id: variants.id });
  return rows.length > 0;
}
