import type { MailRequest } from './render-mail';
import type { MailedBooking } from './mailed-booking';

const longestName = 60;

/**
 * A name as it may stand in a mail to somebody who has not said that the address is theirs: without what
 * mail programs make links and telephone numbers of (dots inside a word, @, slashes, digits), without
 * signs that turn the text around, and short. Empty when nothing is left.
 */
export function nameForStrangers(name: string): string {
  return name
    .replaceAll(/[^\p{L}\p{M}'’.\- ]/gu, ' ')
    .replaceAll(/\.(?=\S)/g, '. ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
    .trim();
}

/**
 * A mail as it may be sent to an address that nobody has proved: of what a visitor has typed it has the
 * name alone. Anybody can type any address, and what they write beside it would reach that mailbox
 * under our name.
 */
export function forUnprovedAddress(request: MailRequest): MailRequest {
  if ('booking' in request && isToUnproved(request.kind, request.booking)) {
    return { ...request, booking: withoutVisitorsWords(request.booking) };
  }
  if ('sessions' in request && request.sessions.some((one) => isToUnproved(request.kind, one))) {
    // The same list, each of the same kind as before.
    const sessions = request.sessions.map(withoutVisitorsWords) as never;
    return { ...request, sessions };
  }
  return request;
}

/** A hold has no mentee, only a guest, until the link in its mail is used. */
function isToUnproved(kind: string, { menteeName, guestName }: MailedBooking): boolean {
  return !kind.endsWith('_mentor') && menteeName === null && guestName !== null;
}

function withoutVisitorsWords<Booking extends MailedBooking>(booking: Booking): Booking {
  const named = { ...booking, guestName: nameForStrangers(booking.guestName ?? '') || null };
  // Of a proposal a mentor has written the rest, whom we know.
  if (booking.isProposal) return named;
  return {
    ...named,
    subject: '',
    notes: '',
    answers: [],
    phone: '',
    place: '',
    menteeAddress: null,
  };
}
