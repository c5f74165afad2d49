import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import {
  countOpenHolds,
  getBooking,
  getBookingRequest,
  hasOverlap,
  insertBookingRequest,
} from '@/db/queries/bookings';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import { lockAddress, type Person } from '@/db/queries/people';
import { getUserByEmail } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/lib/result';
import type { SlotInstant } from '@/lib/scheduling';
import { type BookingDetails, openHoldsPerAddress } from '../schema';
import { checkSlot, listAlternatives } from './check-slot';
import { lockPeopleAndSweep } from './locks';
import { enqueueBookingMails } from './mails';
import { type PlacedBooking, placeBooking, type SeatOwner } from './place-booking';

/** A visitor proves the address later; until then they have a hold, and no user is touched. */
export type Booker =
  | { kind: 'user'; userId: string }
  | { kind: 'visitor'; name: string; email: string; locale: 'en' | 'fr'; timeZone: string };

export interface BookSlot {
  booker: Booker;
  /** One a form: sending the form twice books once. A UUID. */
  requestId: string;
  mentorId: string;
  variantId: string;
  startsAt: Temporal.Instant;
  details: BookingDetails;
  now: Temporal.Instant;
}

export type BookRefusal =
  | 'not_signed_in'
  | 'blocked'
  | 'not_found'
  | 'not_taking_bookings'
  | 'format_unavailable'
  | 'details_missing'
  | 'own_slot'
  | 'too_many_holds'
  | 'slot_taken'
  | 'not_offered'
  | 'overlaps_yours';

export interface Booked {
  bookingId: string;
  reference: string;
  status: PlacedBooking['status'];
  /** What to send once this has returned; the outbox keeps it in any case. */
  deliveryIds: string[];
}

/** A refusal inside the transaction, with what looking for alternatives needs. */
type Inside = Result<Booked, BookRefusal, { offer?: BookableOffer }>;

/**
 * Books a slot: at once for a user, as a 20-minute hold for a visitor.
 *
 * All checks run inside one transaction under the locks of the people whose time it is, in the order
 * of docs/architecture.md, "What a booking must satisfy". A refusal changes nothing (but for marking
 * what had lapsed anyway), and where another time may help, names the three nearest.
 */
export async function bookSlot(
  request: BookSlot,
): Promise<Result<Booked, BookRefusal, { alternatives: SlotInstant[] }>> {
  const outcome = await inTransaction<Inside>(async (tx) =>
    request.booker.kind === 'user'
      ? bookAsUser(tx, request, request.booker)
      : holdForVisitor(tx, request, request.booker),
  );
  if (outcome.ok) return outcome;
  const { startsAt, now } = request;
  const { reason, offer } = outcome;
  const alternatives = offer ? await listAlternatives({ offer, startsAt, now }) : [];
  return refused(reason, { alternatives });
}

async function bookAsUser(
  tx: Transaction,
  request: BookSlot,
  { userId }: { userId: string },
): Promise<Inside> {
  const { mentorId, now } = request;
  const people = await lockPeopleAndSweep(tx, { personIds: [mentorId, userId], now });
  const mentor = people.get(mentorId);
  const mentee = people.get(userId);
  if (!mentee) return refused('not_signed_in');
  const before = await findEarlier(tx, { requestId: request.requestId, userId, email: null });
  if (before) return ok(before);

  if (mentee.blockedAt !== null) return refused('blocked');
  const offered = await findOffer(tx, request, { viewerId: userId, mentor });
  if (!offered.ok) return offered;
  const { offer } = offered.value;
  if (mentorId === userId) return refused('own_slot');
  const free = await checkSlot(tx, { offer, startsAt: request.startsAt, now });
  if (!free.ok) return { ...free, offer };
  // The constraint guards the mentee against another booking as mentee. That they are no mentor to
  // somebody else then is guarded here alone, and by the lock on them that both transactions take.
  if (await hasOverlap(tx, { personId: userId, period: periodOf(request, offer), now })) {
    return refused('overlaps_yours', { offer });
  }

  const placed = await placeBooking(tx, {
    ...request,
    offer,
    free: free.value,
    owner: { menteeId: userId },
  });
  if (!placed.ok) return { ...placed, offer };
  const bookingId = placed.value.id;
  await insertBookingRequest(tx, {
    requestId: request.requestId,
    userId,
    bookingIds: [bookingId],
    createdAt: now,
  });
  const deliveryIds = await enqueueBookingMails(tx, {
    bookingId,
    mails: [
      { kind: 'booked_mentee', to: mentee },
      { kind: 'booked_mentor', to: offered.value.mentor },
    ],
    now,
  });
  return ok({
    bookingId,
    reference: placed.value.reference,
    status: placed.value.status,
    deliveryIds,
  });
}

async function holdForVisitor(
  tx: Transaction,
  request: BookSlot,
  visitor: Extract<Booker, { kind: 'visitor' }>,
): Promise<Inside> {
  const { mentorId, now } = request;
  const { email } = visitor;
  await lockAddress(tx, { email });
  const people = await lockPeopleAndSweep(tx, { personIds: [mentorId], now });
  const before = await findEarlier(tx, { requestId: request.requestId, userId: null, email });
  if (before) return ok(before);

  const known = await getUserByEmail(tx, { email });
  if (known !== null && known.blockedAt !== null) return refused('blocked');
  const offered = await findOffer(tx, request, { viewerId: null, mentor: people.get(mentorId) });
  if (!offered.ok) return offered;
  const { offer } = offered.value;
  if (known?.id === mentorId) return refused('own_slot');
  if ((await countOpenHolds(tx, { email, now })) >= openHoldsPerAddress) {
    return refused('too_many_holds');
  }
  const free = await checkSlot(tx, { offer, startsAt: request.startsAt, now });
  if (!free.ok) return { ...free, offer };

  const owner: SeatOwner = {
    guestName: visitor.name,
    guestEmail: email,
    guestLocale: visitor.locale,
    guestTimeZone: visitor.timeZone,
  };
  const placed = await placeBooking(tx, { ...request, offer, free: free.value, owner });
  if (!placed.ok) return { ...placed, offer };
  const bookingId = placed.value.id;
  await insertBookingRequest(tx, {
    requestId: request.requestId,
    email,
    bookingIds: [bookingId],
    createdAt: now,
  });
  const deliveryIds = await enqueueBookingMails(tx, {
    bookingId,
    mails: [{ kind: 'hold', to: { id: null, email, locale: visitor.locale } }],
    now,
  });
  return ok({
    bookingId,
    reference: placed.value.reference,
    status: placed.value.status,
    deliveryIds,
  });
}

/** What the same form led to when it came before. Its mails are on their way already. */
async function findEarlier(
  tx: Transaction,
  form: { requestId: string; userId: string | null; email: string | null },
): Promise<Booked | null> {
  const request = await getBookingRequest(tx, form);
  const bookingId = request?.bookingIds[0];
  if (bookingId === undefined) return null;
  const booking = await getBooking(tx, { id: bookingId });
  if (!booking) return null;
  const { reference, status } = booking;
  const first = status === 'held' || status === 'pending' ? status : 'confirmed';
  return { bookingId, reference, status: first, deliveryIds: [] };
}

/** The offer, when it exists for the booker and can be met in the way they want. */
export async function findOffer(
  tx: Transaction,
  { mentorId, variantId, details }: Pick<BookSlot, 'mentorId' | 'variantId' | 'details'>,
  { viewerId, mentor }: { viewerId: string | null; mentor: Person | undefined },
): Promise<
  Result<
    { offer: BookableOffer; mentor: Person },
    'not_found' | 'not_taking_bookings' | 'format_unavailable' | 'details_missing'
  >
> {
  const offer = mentor && (await getOffer(tx, { mentorId, variantId, viewerId }));
  if (!offer) return refused('not_found');
  if (!offer.takingBookings) return refused('not_taking_bookings');
  if (!offer.formats.includes(details.format)) return refused('format_unavailable');
  const lacksPhone = details.format === 'phone' && details.phone === '';
  const lacksPlace = details.format === 'in_person' && offer.address === '' && details.place === '';
  if (lacksPhone || lacksPlace) return refused('details_missing');
  return ok({ offer, mentor });
}

export function periodOf({ startsAt }: { startsAt: Temporal.Instant }, offer: BookableOffer) {
  return { start: startsAt, end: startsAt.add({ minutes: offer.durationMinutes }) };
}
