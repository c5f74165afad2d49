import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer, type ViewerExecutor } from '@/db/viewer';
import { countActiveSeats, getBookingForPerson, listSeatNames } from '@/db/queries/bookings-read';
import { getOffer } from '@/db/queries/offers';
import { getViewer } from '@/lib/auth/session';
import { getViewerByLink } from '@/lib/auth/viewing';
import { openManageLink } from '@/lib/auth/tokens';
import { takesBookings } from '@/lib/slots/rules/pause';
import { loadWeeks } from '@/lib/slots/loaders/weeks';
import type { WeeksAsked } from '@/lib/slots/schema/weeks';
import { env } from '@/kernel/env';
import type { MoveChoice } from '../schema/booking';

/** Which weeks are asked for, and the zone they will be shown in. */
interface Shown {
  asked: WeeksAsked;
  timeZone: string;
}

/** What the viewer may choose from to move a booking; null when it is not theirs. */
export async function loadMoveChoice(bookingId: string, shown: Shown): Promise<MoveChoice | null> {
  const viewer = await getViewer();
  return (
    viewer && asViewer(viewer, (tx) => moveChoice(tx, { bookingId, userId: viewer.id }, shown))
  );
}

/** The same for whom a link was sent to, whose page has found it to be good. */
export async function loadManagedMoveChoice(
  token: string,
  shown: Shown,
): Promise<MoveChoice | null> {
  const claims = openManageLink(token, env.authSecrets);
  const person = claims && (await getViewerByLink(claims));
  if (!person) return null;
  const { bookingId } = claims;
  return asViewer(person, (tx) => moveChoice(tx, { bookingId, userId: person.id }, shown));
}

/**
 * A mentee chooses from what booking the session anew would offer, with a session that they are alone
 * in out of its own way. A mentor names any time; everybody in the session moves along.
 */
async function moveChoice(
  executor: ViewerExecutor,
  { bookingId, userId }: { bookingId: string; userId: string },
  { asked, timeZone }: Shown,
): Promise<MoveChoice | null> {
  const now = Temporal.Now.instant();
  const booking = await getBookingForPerson(executor, { bookingId, userId, now });
  if (!booking) return null;
  const { mentorId, variantId, sessionId, horizonDays, period } = booking;
  if (!booking.viewerIsMentee) {
    return {
      kind: 'wall_time',
      menteeNames: await listSeatNames(executor, { sessionId, mentorId }),
    };
  }
  const [offer, seats] = await Promise.all([
    getOffer(executor, { mentorId, variantId, viewerId: userId, link: null, isKnown: true }),
    countActiveSeats(executor, { sessionId }),
  ]);
  if (!offer || !takesBookings(offer, now.epochMilliseconds)) return { kind: 'times', weeks: null };
  return {
    kind: 'times',
    weeks: await loadWeeks(executor, {
      mentorId,
      offer,
      horizonDays,
      asked,
      timeZone,
      leaving: {
        start: period.start.epochMilliseconds,
        sessionId: seats === 1 ? sessionId : null,
      },
    }),
  };
}
