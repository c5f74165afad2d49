import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { type BookingRecord, getBooking, getSameBooking } from '@/db/queries/bookings';
import { getEmailToken, spendEmailToken } from '@/db/queries/email-tokens';
import type { BookableOffer } from '@/db/queries/offers';
import type { Person } from '@/db/queries/people';
import { ensureUser, learnTimeZone, markEmailVerified, setUserName } from '@/db/queries/users';
import { inTransaction, StartAgain } from '@/db/transaction';
import { type AuthSession, createAuthSession } from '@/lib/auth/service';
import { hashToken } from '@/lib/auth/tokens';
import { ok, refused, type Result } from '@/kernel/result';
import type { SlotInstant } from '@/lib/scheduling';
import { firstStatus } from '@/lib/bookings/rules/booking';
import { listAlternatives } from '@/lib/slots/service/check-slot';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import { isOfTime } from '../rules/refusals';
import type { BookingRefusal } from '../schema/order';
import { checkOffer, placeSeats } from './place-seats';
import { creditsFor, openingsFor, readOrder } from './read-order';
import { type TakenUp, takeUpHold } from './take-up-hold';
import { concludeSeats } from './write-seats';
import { cancel } from '@/lib/bookings/service/transitions';

/** `unknown`, `expired` and `used` are said of the link; the rest of the booking. */
export type ConfirmRefusal = 'unknown' | 'expired' | 'used' | 'cancelled' | BookingRefusal;

export interface RefusedConfirmation {
  /** The address is proven also when the slot is gone, so that another one is booked in one tap. */
  authSession: AuthSession | null;
  alternatives: SlotInstant[];
  menteeId: string | null;
  mentorId: string | null;
  variantId: string | null;
}

type Confirmed = TakenUp & { authSession: AuthSession };
type Inside = Result<
  Confirmed,
  ConfirmRefusal,
  Partial<RefusedConfirmation> & { offer?: BookableOffer }
>;

/**
 * Confirms the hold that an e-mailed link is about, makes the visitor a user, and signs them in: one
 * transaction. The link is spent by this and works once. A hold that lapsed is booked anew when its
 * slot is still free.
 */
export async function confirmHold({
  token,
  timeZone = null,
  network = null,
  now,
}: {
  token: string;
  /** The visitor's, as the browser knows it; null: it does not say. */
  timeZone?: string | null;
  /** That the link was opened from; null: nobody knows. */
  network?: string | null;
  now: Temporal.Instant;
}): Promise<Result<Confirmed, ConfirmRefusal, RefusedConfirmation>> {
  const tokenHash = hashToken(token);
  let startsAt = now;
  const outcome = await inTransaction<Inside>(async (tx) => {
    const link = await getEmailToken(tx, { tokenHash });
    const hold = link?.bookingId ? await getBooking(tx, { id: link.bookingId }) : null;
    // Mailed to an address that has been corrected since, a link is nobody's.
    if (!link || link.purpose !== 'hold' || hold?.guestEmail !== link.email)
      return refused('unknown');
    if (link.usedAt !== null) return refused('used');
    if (Temporal.Instant.compare(link.expiresAt, now) <= 0) return refused('expired');
    startsAt = hold.period.start;
    return confirmUnderLocks(tx, { tokenHash, email: link.email, hold, timeZone, network, now });
  });
  if (outcome.ok) return outcome;

  const { offer, reason, authSession = null } = outcome;
  const { menteeId = null, mentorId = null, variantId = null } = outcome;
  const [alternatives = []] = offer
    ? await listAlternatives({ offer, starts: [startsAt], menteeId, now })
    : [];
  return refused(reason, { authSession, alternatives, menteeId, mentorId, variantId });
}

async function confirmUnderLocks(
  tx: Transaction,
  {
    tokenHash,
    email,
    hold,
    timeZone: confirmedIn,
    network,
    now,
  }: {
    tokenHash: string;
    email: string;
    hold: BookingRecord;
    timeZone: string | null;
    network: string | null;
    now: Temporal.Instant;
  },
): Promise<Inside> {
  const timeZone = hold.guestTimeZone ?? confirmedIn;
  const user = await ensureUser(tx, {
    email,
    name: hold.guestName,
    locale: hold.guestLocale ?? 'en',
    timeZone,
    now,
  });
  const people = await lockPeopleAndSweep(tx, {
    personIds: [hold.mentorId, user.id],
    sessionIds: [hold.sessionId],
    now,
  });
  const mentor = people.get(hold.mentorId);
  const mentee = people.get(user.id);
  const booking = await getBooking(tx, { id: hold.id });
  // Gone over to another address meanwhile, it is not theirs: start again, and find the link unknown.
  if (!mentor || !mentee || booking?.guestEmail !== email) throw new StartAgain();
  // A second tap got here first: start again, and find the link used.
  if (!(await spendEmailToken(tx, { tokenHash, purpose: 'hold', now }))) throw new StartAgain();
  if (mentee.blockedAt !== null) return refuse(tx, booking, { reason: 'blocked', now });

  await markEmailVerified(tx, { userId: mentee.id, now });
  if (mentee.name === null && hold.guestName !== null) {
    await setUserName(tx, { userId: mentee.id, name: hold.guestName });
  }
  if (mentee.timeZone === null && timeZone !== null) {
    await learnTimeZone(tx, { userId: mentee.id, timeZone });
  }
  const authSession = await createAuthSession(tx, { userId: mentee.id, now });
  const settled = await settle(tx, { booking, mentor, mentee, network, now });
  return settled.ok
    ? ok({ ...settled.value, authSession })
    : {
        ...settled,
        authSession,
        menteeId: mentee.id,
        mentorId: booking.mentorId,
        variantId: booking.variantId,
      };
}

interface Parties {
  booking: BookingRecord;
  mentor: Person;
  mentee: Person;
  network: string | null;
  now: Temporal.Instant;
}

type Settled = Result<TakenUp, ConfirmRefusal, { offer?: BookableOffer }>;

async function settle(tx: Transaction, parties: Parties): Promise<Settled> {
  const { booking, mentee, network, now } = parties;
  switch (booking.status) {
    case 'held': {
      const taken = await takeUpHold(tx, {
        booking,
        mentee,
        status: firstStatus(booking),
        network,
        now,
      });
      return taken.ok ? taken : refuse(tx, booking, { reason: taken.reason, now });
    }
    case 'expired':
      return bookAnew(tx, parties);
    case 'cancelled':
      return refused('cancelled');
    default:
      // Another mail of the same hold got here first: what was wanted is done.
      return asBefore(booking);
  }
}

/** The hold lapsed before its link was used, but nobody may have come since. */
async function bookAnew(
  tx: Transaction,
  { booking, mentor, mentee, network, now }: Parties,
): Promise<Settled> {
  const { mentorId, variantId, period, format, phone, place, subject, notes, answers } = booking;
  // Another mail of the same hold may have done it.
  const same = await getSameBooking(tx, { menteeId: mentee.id, mentorId, period, now });
  if (same) return asBefore(same);
  const details = { format, phone, place, subject, notes };
  const { priceCredits } = booking;
  const starts = [period.start];
  const wanted = { mentorId, variantId, link: null, starts, details, answers, priceCredits };
  const reading = await readOrder(tx, { ...wanted, isKnown: true, now }, mentee.id);
  const checked = checkOffer(reading.offer, { ...wanted, now }, mentee.id);
  if (!checked.ok) return checked;
  const offer = checked.value;
  const placing = { offer, owner: { mentee, network }, batchId: null, now };
  const credits = await creditsFor(tx, reading, placing);
  const openings = await openingsFor(tx, placing);
  const outcome = await placeSeats(tx, { wanted, reading, credits, openings, ...placing });
  if (!outcome.ok) return outcome;
  const [seat] = outcome.value.seats;
  const [failure] = outcome.value.failures;
  if (failure) {
    return isOfTime(failure.reason) ? refused(failure.reason, { offer }) : refused(failure.reason);
  }
  if (!seat) throw new Error('neither placed nor refused');
  const accountId = reading.account?.id ?? null;
  await concludeSeats(tx, { seats: [seat], mentor, accountId, ...placing });
  return ok({ bookingId: seat.id, status: firstStatus(offer) });
}

function asBefore({ id, status }: Pick<BookingRecord, 'id' | 'status'>): Settled {
  return ok({
    bookingId: id,
    status: status === 'pending' ? 'pending' : 'confirmed',
  });
}

/** A hold that cannot be confirmed frees its seat at once. */
async function refuse<Reason extends ConfirmRefusal>(
  tx: Transaction,
  booking: BookingRecord,
  { reason, now }: { reason: Reason; now: Temporal.Instant },
) {
  if (booking.status === 'held') {
    const actor = { id: null, role: 'system' as const };
    await cancel(tx, [{ ...booking, keptCredits: 0 }], { actor, reason, now });
  }
  return refused(reason);
}
