import type { Temporal } from 'temporal-polyfill';
import type { BookingRules } from '@/domain/availability';
import { updateBookingRules } from '@/db/queries/availability';
import { ok, refused, type Result } from '@/kernel/result';
import { bookingRules } from '../schema/availability';
import { changeAvailability } from './change-availability';

/**
 * Sets the rules by which the mentor is booked. With another zone, weekly windows and single dates
 * mean the same wall times there; time off stays the instants that it was.
 */
export async function saveBookingRules({
  userId,
  rules,
  now,
}: {
  userId: string;
  rules: BookingRules;
  now: Temporal.Instant;
}) {
  return changeAvailability(
    { userId, now },
    async (tx, { mentorId }): Promise<Result<object, 'invalid_rules'>> => {
      const parsed = bookingRules.safeParse(rules);
      if (!parsed.success) return refused('invalid_rules');
      await updateBookingRules(tx, { mentorId, rules: parsed.data });
      return ok({});
    },
  );
}
