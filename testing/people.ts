/** Rows for tests on a real database: people, what they offer and when. Nothing here is a stand-in. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { overrides, timeOff, weeklyWindows } from '@/db/schema/availability';
import { mentors } from '@/db/schema/mentors';
import { memberships, organizations } from '@/db/schema/organizations';
import { questions, services, variants } from '@/db/schema/services';
import { users } from '@/db/schema/users';

/** A Monday, at noon in UTC. Tests say what time it is; they never look at the clock. */
export const monday = Temporal.Instant.from('2026-11-23T12:00:00Z');

/** The instant of a wall time in UTC, on a date of the week after {@link monday}. */
export function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(`${text}:00Z`);
}

/** Ten o'clock in UTC on the day after {@link monday}. */
export const ten = at('2026-11-24T10:00');

export const publicOrganizationId = '01900000-0000-7000-8000-000000000001';

let count = 0;

export async function makeUser(values: Partial<typeof users.$inferInsert> = {}) {
  count += 1;
  const [user] = await db
    .insert(users)
    .values({ name: `Person ${count}`, email: `person-${uuidv7()}@example.test`, ...values })
    .returning();
  if (!user) throw new Error('no user was made');
  return user;
}

export async function makeOrganization(values: Partial<typeof organizations.$inferInsert> = {}) {
  const id = uuidv7();
  await db.insert(organizations).values({ id, slug: id, name: 'A school', ...values });
  return id;
}

export async function makeMember(values: typeof memberships.$inferInsert) {
  await db.insert(memberships).values(values);
}

export interface MentorSettings {
  user?: Partial<typeof users.$inferInsert>;
  mentor?: Partial<typeof mentors.$inferInsert>;
  service?: Partial<typeof services.$inferInsert>;
  durations?: number[];
  /** What the service asks: a line that need not be written, unless said otherwise. */
  questions?: Partial<typeof questions.$inferInsert>[];
  priceCredits?: number;
  windows?: Partial<typeof weeklyWindows.$inferInsert>[];
  closedOn?: string[];
  timeOff?: { start: Temporal.Instant; end: Temporal.Instant }[];
}

/**
 * A published mentor in UTC with one service, open every day from 9 to 17 unless `windows` says
 * otherwise, without notice.
 */
export async function makeMentor(settings: MentorSettings = {}) {
  const user = await makeUser(settings.user);
  const mentorId = user.id;
  await db.insert(mentors).values({
    userId: mentorId,
    organizationId: publicOrganizationId,
    slug: `mentor-${mentorId}`,
    headline: 'Tests things',
    timeZone: 'UTC',
    minimumNoticeMinutes: 0,
    publishedAt: monday,
    formats: ['video', 'phone', 'in_person'],
    ...settings.mentor,
  });
  const windows = settings.windows ?? [{}];
  if (windows.length > 0) {
    await db.insert(weeklyWindows).values(
      windows.map((window) => ({
        mentorId,
        days: [1, 2, 3, 4, 5, 6, 7],
        startTime: '09:00',
        endTime: '17:00',
        ...window,
      })),
    );
  }
  if (settings.closedOn) {
    const rows = settings.closedOn.map((appliesOn) => ({ mentorId, appliesOn, ranges: [] }));
    await db.insert(overrides).values(rows);
  }
  if (settings.timeOff) {
    await db.insert(timeOff).values(settings.timeOff.map((period) => ({ mentorId, period })));
  }
  const serviceId = uuidv7();
  await db
    .insert(services)
    .values({ id: serviceId, mentorId, title: 'Mock interview', ...settings.service });
  const asked = (settings.questions ?? []).map((question, position) => ({
    id: uuidv7(),
    serviceId,
    position,
    text: `Question ${position}`,
    kind: 'short' as const,
    isRequired: false,
    options: null,
    ...question,
  }));
  if (asked.length > 0) await db.insert(questions).values(asked);
  const made = await db
    .insert(variants)
    .values(
      (settings.durations ?? [60]).map((durationMinutes) => ({
        serviceId,
        durationMinutes,
        priceCredits: settings.priceCredits ?? 0,
      })),
    )
    .returning();
  const [variant] = made;
  if (!variant) throw new Error('no variant was made');
  return { ...user, mentorId, serviceId, variantId: variant.id, variants: made, questions: asked };
}
