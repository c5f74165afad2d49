import type { BookingStatus } from '@/domain/bookings';

/** Whether a booking came to nothing: what it had stays readable, and nothing is added to it. */
export function isClosed({ status }: { status: BookingStatus }): boolean {
  return status === 'cancelled' || status === 'expired';
}
