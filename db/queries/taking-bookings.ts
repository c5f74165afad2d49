import { sql } from 'drizzle-orm';
import { bookings } from '../schema/bookings';
import { mentorListings } from '../schema/mentor-listings';
import { mentors } from '../schema/mentors';
import { isListedFor } from './listed';

/** Whether the mentee of the booking that is joined in finds its mentor, who is joined in too. */
export const isShown = sql<boolean>`exists (select from ${mentorListings}
  where ${mentorListings.mentorId} = ${mentors.userId} and ${isListedFor(bookings.menteeId)})`;

/**
 * Whether the mentor's page has times to choose from: nothing leads there for any while it has none. A
 * pause that is over by its day is none, as in `lib/slots/rules/pause.ts`.
 */
export const takesBookings = sql<boolean>`(${isShown} and (${mentors.takingBookings}
  or coalesce(${mentors.resumesOn} <= (now() at time zone ${mentors.timeZone})::date, false)))`;
