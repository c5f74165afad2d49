import { type Column, sql } from 'drizzle-orm';
import { mentors } from '../schema/mentors';

/** Whether others see the mentor that is joined in. @param blockedAt of the user who is the mentor */
export function isShown(blockedAt: Column) {
  return sql<boolean>`(${mentors.publishedAt} is not null and ${blockedAt} is null)`;
}

/**
 * Whether the mentor's page has times to choose from: nothing leads there for any while it has none. A
 * pause that is over by its day is none, as in `lib/slots/rules/pause.ts`.
 */
export function takesBookings(blockedAt: Column) {
  const isOver = sql`${mentors.resumesOn} <= (now() at time zone ${mentors.timeZone})::date`;
  return sql<boolean>`(${isShown(blockedAt)}
    and (${mentors.takingBookings} or coalesce(${isOver}, false)))`;
}
