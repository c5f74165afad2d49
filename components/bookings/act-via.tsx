/**
 * How forms and pages about one booking reach it: as the viewer's own, or by the link of a mail,
 * which works signed out as well.
 */
export type ActVia = { bookingId: string } | { token: string };

/** The page of the booking, without its language. */
export function pageVia(via: ActVia): string {
  return 'token' in via ? `/manage/${via.token}` : `/bookings/${via.bookingId}`;
}

/** What a form posts of it. */
export function ActViaField({ via }: { via: ActVia }) {
  return 'token' in via ? (
    <input type="hidden" name="token" value={via.token} />
  ) : (
    <input type="hidden" name="bookingId" value={via.bookingId} />
  );
}
