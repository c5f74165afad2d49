import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { countOpenHolds, getBooking, hasOverlap } from '@/db/queries/bookings';
import {
  deleteBookingRequest,
  getBookingRequest,
  insertBookingRequest,
} from '@/db/queries/booking-requests';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import { lockAddress, type Person } from '@/db/queries/people';
import { listAskedQuestions } from '@/db/queries/questions';
import { getUserByEmail } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import type { ScheduledSession } from '@/lib/availability/schema/availability';
import { coverPrice } from '@/lib/ledger/service';
import { ok, refused, type Result } from '@/lib/result';
import type { SlotInstant } from '@/lib/scheduling';
import { checkAnswers } from '../rules/answers';
import type { SentAnswer, WrongAnswer } from '../schema/answers';
import { type BookingDetails, type BookRefusal, openHoldsPerAddress } from '../schema/booking';
import { checkSlot, listAlternatives } from './check-slot';
import { lockPeopleAndSweep } from './locks';
import { type PlacedBooking, placeBooking } from './place-booking';

/** A visitor proves the address later; until then they have a hold, and no user is touched. */
export type Booker =
  | { kind: 'user'; userId: string }
  | { kind: 'visitor'; name: string; email: string; locale: 'en' | 'fr'; timeZone: string };

/** What is to be booked, and how. */
export interface Wanted {
  mentorId: string;
  variantId: string;
  startsAt: Temporal.Instant;
  details: BookingDetails;
  /** To the service's questions, in whatever words the form had them. */
  answers: SentAnswer[];
}

export interface BookSlot extends Wanted {
  booker: Booker;
  /** One a form: sending the form twice books once. A UUID. */
  requestId: string;
  now: Temporal.Instant;
}

export interface Booked {
  bookingId: string;
  reference: string;
  status: PlacedBooking['status'];
  /** Of what was booked, which a form that is sent again cannot change. */
  startsAt: Temporal.Instant;
  /** What to send once this has returned; the outbox keeps it in any case. */
  deliveryIds: string[];
}

/** A refusal inside the transaction, with what its words and looking for alternatives need. */
type Inside<Reason extends BookRefusal = BookRefusal> = Result<
  Booked,
  Reason,
  { offer?: BookableOffer; wrongAnswers?: WrongAnswer[] }
>;

/** What may be said against a booking of somebody who is known and not blocked. */
export type MenteeRefusal = Exclude<BookRefusal, 'not_signed_in' | 'blocked' | 'too_many_holds'>;

/**
 * Books a slot: at once for a user, as a 20-minute hold for a visitor.
 *
 * All checks run inside one transaction under the locks of the people whose time it is, in the order
 * of docs/architecture.md, "What a booking must satisfy". A refusal changes nothing (but for marking
 * what had lapsed anyway), and where another time may help, names the three nearest.
 */
export async function bookSlot(
  request: BookSlot,
): Promise<
  Result<Booked, BookRefusal, { alternatives: SlotInstant[]; wrongAnswers: WrongAnswer[] }>
> {
  const { booker, startsAt, now } = request;
  const outcome = await inTransaction<Inside>(async (tx) =>
    booker.kind === 'user'
      ? bookAsUser(tx, request, booker)
      : holdForVisitor(tx, request, { ...booker, email: booker.email.trim().toLowerCase() }),
  );
  if (outcome.ok) return outcome;
  const { reason, offer, wrongAnswers = [] } = outcome;
  const menteeId = booker.kind === 'user' ? booker.userId : null;
  const alternatives = offer ? await listAlternatives({ offer, startsAt, menteeId, now }) : [];
  return refused(reason, { alternatives, wrongAnswers });
}

async function bookAsUser(
  tx: Transaction,
  request: BookSlot,
  { userId }: { userId: string },
): Promise<Inside> {
  const { mentorId, requestId, now } = request;
  const people = await lockPeopleAndSweep(tx, { personIds: [mentorId, userId], now });
  const mentee = people.get(userId);
  if (!mentee) return refused('not_signed_in');
  const earlier = await findEarlier(tx, { requestId, userId, email: null });
  if (earlier) return ok(earlier);

  if (mentee.blockedAt !== null) return refused('blocked');
  const booked = await bookForMentee(tx, {
    wanted: request,
    mentor: people.get(mentorId),
    mentee,
    now,
  });
  if (booked.ok) {
    const bookingIds = [booked.value.bookingId];
    await insertBookingRequest(tx, { requestId, userId, bookingIds, createdAt: now });
  }
  return booked;
}

/**
 * Checks 3 to 8 and the booking itself, for a mentee who is known and not blocked. Both people's
 * locks are held.
 */
export async function bookForMentee(
  tx: Transaction,
  {
    wanted,
    mentor,
    mentee,
    now,
  }: { wanted: Wanted; mentor: Person | undefined; mentee: Person; now: Temporal.Instant },
): Promise<Inside<MenteeRefusal>> {
  const { startsAt, details } = wanted;
  const found = await findOffer(tx, wanted, { viewerId: mentee.id, mentor });
  if (!found.ok) return found;
  const { offer } = found.value;
  if (offer.mentorId === mentee.id) return refused('own_slot');
  const free = await checkSlot(tx, { offer, startsAt, now });
  if (!free.ok) return { ...free, offer };
  const lacking = refusalOfDetails(offer, details, free.value.joins);
  if (lacking) return refused(lacking);
  const answers = checkAnswers(await listAskedQuestions(tx, offer), wanted.answers);
  if (!answers.ok) return answers;
  // The constraint guards the mentee against another booking as mentee. That they are no mentor to
  // somebody else then is guarded here alone, and by the lock on them that both transactions take.
  const period = { start: startsAt, end: startsAt.add({ minutes: offer.durationMinutes }) };
  if (await hasOverlap(tx, { personId: mentee.id, period, now })) {
    return refused('overlaps_yours', { offer });
  }

  const covered = await coverPrice(tx, { userId: mentee.id, credits: offer.priceCredits, now });
  if (!covered.ok) return covered;

  const owner = { menteeId: mentee.id, purse: covered.value };
  const placed = await placeBooking(tx, {
    offer,
    free: free.value,
    owner,
    details,
    answers: answers.value,
    now,
  });
  if (!placed.ok) return { ...placed, offer };
  const { id: bookingId, reference, status, deliveryIds } = placed.value;
  return ok({ bookingId, reference, status, startsAt, deliveryIds });
}

async function holdForVisitor(
  tx: Transaction,
  request: BookSlot,
  visitor: Extract<Booker, { kind: 'visitor' }>,
): Promise<Inside> {
  const { mentorId, requestId, startsAt, details, now } = request;
  const { email } = visitor;
  await lockAddress(tx, { email });
  const people = await lockPeopleAndSweep(tx, { personIds: [mentorId], now });
  const earlier = await findEarlier(tx, { requestId, userId: null, email });
  if (earlier) return ok(earlier);

  const known = await getUserByEmail(tx, { email });
  if (known !== null && known.blockedAt !== null) return refused('blocked');
  const found = await findOffer(tx, request, { viewerId: null, mentor: people.get(mentorId) });
  if (!found.ok) return found;
  const { offer } = found.value;
  if (known?.id === mentorId) return refused('own_slot');
  if ((await countOpenHolds(tx, { email, now })) >= openHoldsPerAddress) {
    return refused('too_many_holds');
  }
  const free = await checkSlot(tx, { offer, startsAt, now });
  if (!free.ok) return { ...free, offer };
  const lacking = refusalOfDetails(offer, details, free.value.joins);
  if (lacking) return refused(lacking);
  const answers = checkAnswers(await listAskedQuestions(tx, offer), request.answers);
  if (!answers.ok) return answers;

  const owner = {
    guestName: visitor.name,
    guestEmail: email,
    guestLocale: visitor.locale,
    guestTimeZone: visitor.timeZone,
  };
  const placed = await placeBooking(tx, {
    offer,
    free: free.value,
    owner,
    details,
    answers: answers.value,
    now,
  });
  if (!placed.ok) return { ...placed, offer };
  const { id: bookingId, reference, status, deliveryIds } = placed.value;
  await insertBookingRequest(tx, { requestId, email, bookingIds: [bookingId], createdAt: now });
  return ok({ bookingId, reference, status, startsAt, deliveryIds });
}

/**
 * What the same form led to when it came before: its mails are on their way already. What has come
 * to nothing since is forgotten, and the form books anew.
 */
async function findEarlier(
  tx: Transaction,
  form: { requestId: string; userId: string | null; email: string | null },
): Promise<Booked | null> {
  const request = await getBookingRequest(tx, form);
  const bookingId = request?.bookingIds[0];
  const booking = bookingId === undefined ? null : await getBooking(tx, { id: bookingId });
  if (!request || !booking) return null;
  const { id, reference, status, period } = booking;
  if (status === 'expired' || status === 'cancelled') {
    await deleteBookingRequest(tx, { id: request.id });
    return null;
  }
  const asBooked = status === 'held' || status === 'pending' ? status : 'confirmed';
  return { bookingId: id, reference, status: asBooked, startsAt: period.start, deliveryIds: [] };
}

/** The offer, when it exists for the booker and its mentor takes bookings. */
async function findOffer(
  tx: Transaction,
  { mentorId, variantId }: Wanted,
  { viewerId, mentor }: { viewerId: string | null; mentor: Person | undefined },
): Promise<Result<{ offer: BookableOffer }, 'not_found' | 'not_taking_bookings'>> {
  const offer = mentor && (await getOffer(tx, { mentorId, variantId, viewerId }));
  if (!offer) return refused('not_found');
  if (!offer.takingBookings) return refused('not_taking_bookings');
  return ok({ offer });
}

/** Whoever joins a session takes it in the format that it has; a new one is in the format asked for. */
function refusalOfDetails(
  offer: BookableOffer,
  details: BookingDetails,
  joins: ScheduledSession | null,
): 'format_unavailable' | 'details_missing' | null {
  const format = joins?.format ?? details.format;
  if (!joins && !offer.formats.includes(format)) return 'format_unavailable';
  const lacksPhone = format === 'phone' && details.phone === '';
  const lacksPlace =
    !joins && format === 'in_person' && offer.address === '' && details.place === '';
  return lacksPhone || lacksPlace ? 'details_missing' : null;
}
