/**
 * How forms and pages about bookings reach them: one as the viewer's own, all that were booked
 * together, or one by the link of a mail, which works signed out as well. Forms post it as it is.
 */
export type ActVia = { bookingId: string } | { batchId: string } | { token: string };

/** The page of the booking or the bookings, without its language. */
export function pageVia(via: ActVia): string {
  if ('token' in via) return `/manage/${via.token}`;
  return 'batchId' in via ? `/bookings/batches/${via.batchId}` : `/bookings/${via.bookingId}`;
}
