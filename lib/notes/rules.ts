import type { Temporal } from 'temporal-polyfill';
import { effectiveStatus } from '@/lib/bookings/rules/booking';
import type { BookingStatus } from '@/lib/bookings/schema/booking';

/** Whether a booking came to nothing: what it had stays readable, and nothing is added to it. */
export function isClosed(
  { status, expiresAt }: { status: BookingStatus; expiresAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  const facts = { status, expiresAt: expiresAt?.epochMilliseconds ?? null };
  const seen = effectiveStatus(facts, now.epochMilliseconds);
  return seen === 'cancelled' || seen === 'expired';
}
