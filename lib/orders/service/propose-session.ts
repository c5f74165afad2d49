import type { Temporal } from 'temporal-polyfill';
import type { MeetingFormat } from '@/domain/bookings';
import type { Transaction } from '@/db/client';
import { getBookingRequest, insertBookingRequest } from '@/db/queries/booking-requests';
import { getOffer } from '@/db/queries/offers';
import { lockAddress } from '@/db/queries/people';
import { countProposalsOf, countWaitingFor, getMenteeToMail } from '@/db/queries/proposals';
import { getUserByEmail } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { lockPeopleAndRead } from '@/lib/bookings/service/locks';
import { reachableStarts, readSchedule } from '@/lib/slots/service/check-slot';
import { proposalsPerAddress, proposalsPerDay, type ProposeRefusal } from '../schema/proposal';
import { findEarlierOrder } from './earlier-order';
import { checkOffer, placeSeats } from './place-seats';
import { concludeSeats } from './write-seats';

/** Of somebody whose language is not known, `locale` is that of the mail to them. */
export type Recipient =
  | { menteeId: string; locale: 'en' | 'fr' }
  | { email: string; locale: 'en' | 'fr' };

export interface Proposal {
  mentorId: string;
  to: Recipient;
  /** As the mail and the mentor's calendar call them. */
  name: string;
  /** The mentor's, in the mail; empty: none. */
  word: string;
  variantId: string;
  startsAt: Temporal.Instant;
  format: MeetingFormat;
  place: string;
  /** One a form: sending the form twice proposes once. A UUID. */
  requestId: string;
  now: Temporal.Instant;
}

/**
 * Keeps a free slot of a mentor's for an address that they name, for 48 hours, and mails it a link to
 * accept or decline. What it is made of is a visitor's hold (decision 29): the same checks under the same
 * locks, but for those that its owner's acceptance makes. Whether the address has a user, and what they
 * have on then, the mentor is not told.
 */
export async function proposeSession(
  proposal: Proposal,
): Promise<Result<{ bookingId: string }, ProposeRefusal>> {
  const { mentorId, to, name, word, variantId, startsAt, format, place, requestId, now } = proposal;
  return inTransaction<Result<{ bookingId: string }, ProposeRefusal>>(async (tx) => {
    const recipient = await recipientOf(tx, { mentorId, to });
    if (!recipient) return refused('unknown_mentee');
    const { email } = recipient;
    await lockAddress(tx, { email });
    const since = now.subtract({ hours: 24 });
    const starts = reachableStarts([startsAt], now);
    const { people, read } = await lockPeopleAndRead(tx, { personIds: [mentorId], now }, () =>
      Promise.all([
        getBookingRequest(tx, { requestId, userId: mentorId }),
        countProposalsOf(tx, { mentorId, since }),
        countWaitingFor(tx, { email, since, now }),
        getOffer(tx, { mentorId, variantId, viewerId: mentorId, link: null, isKnown: true }),
        readSchedule(tx, { mentorId, starts, now }),
      ]),
    );
    const [request, proposedToday, waiting, found, schedule] = read;
    const mentor = people.get(mentorId);
    if (!mentor) return refused('not_found');
    const earlier = request && (await findEarlierOrder(tx, request));
    if (earlier) return ok({ bookingId: earlier.bookings[0].bookingId });

    const wanted = {
      mentorId,
      variantId,
      link: null,
      starts: [startsAt],
      details: { format, place, phone: '', subject: '', notes: '' },
      answers: [],
      priceCredits: Number.MAX_SAFE_INTEGER,
    };
    const bookerId = email === mentor.email ? mentorId : null;
    const offer = checkOffer(found, { ...wanted, now }, bookerId);
    if (!offer.ok) return offer;
    if (proposedToday >= proposalsPerDay) return refused('too_many_today');
    if (waiting >= proposalsPerAddress) return refused('too_many_for_address');

    const placing = {
      offer: offer.value,
      owner: {
        guestName: name,
        guestEmail: email,
        guestLocale: recipient.locale,
        guestTimeZone: recipient.timeZone,
        heldFrom: null,
        isProposal: true,
      },
      batchId: null,
      now,
    };
    // The mentor knows what their service asks: no questions. What the mentee can pay, and what they
    // have on, is asked as they accept.
    const reading = { offer: found, questions: [], schedule, ownTime: [], account: null };
    const credits = Number.POSITIVE_INFINITY;
    const openings = Number.POSITIVE_INFINITY;
    const placed = await placeSeats(tx, { wanted, reading, credits, openings, ...placing });
    if (!placed.ok) throw new Error('answers were asked for');
    const { seats, failures } = placed.value;
    if (failures[0]) return refused(failures[0].reason);
    const bookingIds = seats.map(({ id }) => id);
    const [bookingId] = bookingIds;
    if (bookingId === undefined) throw new Error('neither placed nor refused');
    await Promise.all([
      concludeSeats(tx, { seats, mentor, accountId: null, word, ...placing }),
      insertBookingRequest(tx, {
        requestId,
        userId: mentorId,
        bookingIds,
        failures: [],
        createdAt: now,
      }),
    ]);
    return ok({ bookingId });
  });
}

/** Whose language and zone are known is written to in those. */
async function recipientOf(tx: Transaction, { mentorId, to }: Pick<Proposal, 'mentorId' | 'to'>) {
  if ('menteeId' in to) return getMenteeToMail(tx, { mentorId, menteeId: to.menteeId });
  const email = to.email.trim().toLowerCase();
  const known = await getUserByEmail(tx, { email });
  return { email, locale: known?.locale ?? to.locale, timeZone: known?.timeZone ?? null };
}
