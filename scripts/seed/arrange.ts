import { inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { BookingStatus } from '@/domain/bookings';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { ask, type Booked, type Wish } from './ask';
import { type Cast, mentorOf } from './cast';
import { planSteps, type Step } from './steps';
import type { Timeline } from './timeline';

const day = 86_400_000;

/** Something that the demo shows in any case, so that no page is empty for the people it signs in as. */
export interface Arrangement extends Omit<Wish, 'mentor' | 'from' | 'to'> {
  what: string;
  mentor: string;
  /** When it is asked for, and the first and last moment that it may start at, in days from now. */
  asked: number;
  within: readonly [number, number];
  steps?: (booked: Booked) => Step[];
  /** What it has become by now, and how many bookings it is. */
  becomes: BookingStatus;
  count?: number;
}

/**
 * Plans what the pages need.
 * @returns what names, once the timeline has run, all that is not as it was arranged.
 */
export function planArrangements(
  arrangements: readonly Arrangement[],
  { timeline, cast, now }: { timeline: Timeline; cast: Cast; now: Temporal.Instant },
): () => Promise<string[]> {
  const daysFromNow = (days: number) => Math.round(now.epochMilliseconds + days * day);
  const made = arrangements.map((arrangement) => {
    const ids: string[] = [];
    timeline.add(daysFromNow(arrangement.asked), async (at) => {
      const [first, last] = arrangement.within;
      const mentor = mentorOf(cast.mentors, arrangement.mentor);
      // A stretch ends before its last moment.
      const stretch = { from: daysFromNow(first), to: daysFromNow(last) + 1 };
      const booked = await ask({ ...arrangement, mentor, ...stretch }, cast, at);
      if (!booked) return;
      ids.push(...booked.bookingIds);
      const steps = arrangement.steps?.(booked) ?? [];
      planSteps(steps, booked, { timeline, random: cast.random });
    });
    return { ...arrangement, ids };
  });
  return async () => {
    const rows = await db
      .select({ id: bookings.id, status: bookings.status })
      .from(bookings)
      .where(
        inArray(
          bookings.id,
          made.flatMap(({ ids }) => ids),
        ),
      );
    const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
    return made.flatMap(({ what, mentor, ids, becomes, count = 1 }) => {
      const statuses = ids.map((id) => statusOf.get(id));
      const isThere = statuses.length === count && statuses.every((status) => status === becomes);
      return isThere ? [] : [`${what}, with ${mentor}: ${statuses.join(', ') || 'not booked'}`];
    });
  };
}
