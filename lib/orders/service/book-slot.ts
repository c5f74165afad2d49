import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { countOpenHolds, getBooking } from '@/db/queries/bookings';
import {
  deleteBookingRequest,
  getBookingRequest,
  insertBookingRequest,
} from '@/db/queries/booking-requests';
import type { BookableOffer } from '@/db/queries/offers';
import { lockAddress } from '@/db/queries/people';
import { listAskedQuestions } from '@/db/queries/questions';
import { getUserByEmail } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import type { SlotInstant } from '@/lib/scheduling';
import { checkAnswers } from '../rules/answers';
import { isOfTime } from '../rules/batch';
import type { WrongAnswer } from '../schema/answers';
import type { SlotRefusal } from '../schema/batch';
import { type BookRefusal, openHoldsPerAddress } from '@/lib/bookings/schema/booking';
import {
  bookForMentee,
  findOffer,
  type OfferRefusal,
  refusalOfDetails,
  type Wanted,
} from './book-for-mentee';
import { checkSlot, listAlternatives } from '@/lib/slots/service/check-slot';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { type PlacedBooking, placeBooking } from './place-booking';

/** A visitor proves the address later; until then they have a hold, and no user is touched. */
export type Booker =
  | { kind: 'user'; userId: string }
  | { kind: 'visitor'; name: string; email: string; locale: 'en' | 'fr'; timeZone: string };

export interface BookSlot extends Omit<Wanted, 'starts'> {
  booker: Booker;
  startsAt: Temporal.Instant;
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
}

/** A refusal inside the transaction, with what its words and looking for alternatives need. */
type Inside<Reason extends BookRefusal = BookRefusal> = Result<
  Booked,
  Reason,
  { offer?: BookableOffer; wrongAnswers?: WrongAnswer[] }
>;

/** What may be said against a booking of somebody who is known and not blocked. */
export type MenteeRefusal = OfferRefusal | SlotRefusal;

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
  const [alternatives = []] = offer
    ? await listAlternatives({ offer, starts: [startsAt], menteeId, now })
    : [];
  return refused(reason, { alternatives, wrongAnswers });
}

async function bookAsUser(
  tx: Transaction,
  request: BookSlot,
  { userId }: { userId: string },
): Promise<Inside> {
  const { mentorId, requestId, startsAt, now } = request;
  const people = await lockPeopleAndSweep(tx, { personIds: [mentorId, userId], now });
  const mentee = people.get(userId);
  if (!mentee) return refused('not_signed_in');
  const earlier = await findEarlier(tx, { requestId, userId, email: null });
  if (earlier) return ok(earlier);

  if (mentee.blockedAt !== null) return refused('blocked');
  const booked = await bookOneForMentee(tx, {
    wanted: { ...request, starts: [startsAt] },
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

/** The same as `bookForMentee`, where one slot is wanted and its refusal is the answer. */
export async function bookOneForMentee(
  tx: Transaction,
  asked: Omit<Parameters<typeof bookForMentee>[1], 'batchId'>,
): Promise<Inside<MenteeRefusal>> {
  const outcome = await bookForMentee(tx, asked);
  if (!outcome.ok) return outcome;
  const { offer, booked, failures } = outcome.value;
  const [made] = booked;
  if (made) {
    const { id: bookingId, reference, status, startsAt } = made;
    return ok({ bookingId, reference, status, startsAt });
  }
  const [failure] = failures;
  if (!failure) throw new Error('no slot was asked for');
  const { reason } = failure;
  return isOfTime(reason) ? refused(reason, { offer }) : refused(reason);
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
  if (offer.priceCredits > request.priceCredits) return refused('price_changed');
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
  const { id: bookingId, reference, status } = placed.value;
  await insertBookingRequest(tx, { requestId, email, bookingIds: [bookingId], createdAt: now });
  return ok({ bookingId, reference, status, startsAt });
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
  return { bookingId: id, reference, status: asBooked, startsAt: period.start };
}
