import { type Column, sql } from 'drizzle-orm';
import { mentors } from '../schema/mentors';

/** Whether others see the mentor that is joined in. @param blockedAt of the user who is the mentor */
export function isShown(blockedAt: Column) {
  return sql<boolean>`(${mentors.publishedAt} is not null and ${blockedAt} is null)`;
}

/** Whether the mentor's page has times to choose from: nothing leads there for any while it has none. */
export function takesBookings(blockedAt: Column) {
  return sql<boolean>`(${isShown(blockedAt)} and ${mentors.takingBookings})`;
}
