import type { Temporal } from 'temporal-polyfill';
import type { Interval, Schedule } from '@/domain/schedules';
import { longestSessionMinutes } from '@/domain/services';
import type { Transaction } from '@/db/client';
import { countOpenings } from '@/db/queries/booking-caps';
import { listOwnTime } from '@/db/queries/bookings';
import { getPayingAccount, getSpendable } from '@/db/queries/ledger';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import { listAskedQuestions } from '@/db/queries/questions';
import { reachableStarts, readSchedule } from '@/lib/slots/service/check-slot';
import type { Placing } from './write-seats';
import { firstStatus } from '@/lib/bookings/rules/booking';
import type { Question } from '@/lib/services/schema';

/** What an order is judged by, as it stands under the locks of the people whose time it is. */
export interface OrderReading {
  /** Null where there is none that the booker may see. */
  offer: BookableOffer | null;
  questions: Question[];
  /** The mentor's; null when no slot is within anybody's reach. */
  schedule: Schedule | null;
  /** The mentee's; of a visitor nothing is known, before they have proved their address. */
  ownTime: Interval[];
  /** The mentee's with the mentor's organization; null where they have none yet, and for a visitor. */
  account: { id: string; balance: number } | null;
}

/**
 * Reads all of it without waiting in between. How long the slots are is not known before the offer is,
 * so the booker's own time is read for the longest that a session may be.
 * @param bookerId null for a visitor
 */
export async function readOrder(
  tx: Transaction,
  {
    mentorId,
    variantId,
    link,
    isKnown,
    starts,
    now,
  }: Pick<Parameters<typeof getOffer>[1], 'mentorId' | 'variantId' | 'link' | 'isKnown'> & {
    starts: Temporal.Instant[];
    now: Temporal.Instant;
  },
  bookerId: string | null,
): Promise<OrderReading> {
  const reachable = reachableStarts(starts, now);
  const [offer, questions, schedule, ownTime, account] = await Promise.all([
    getOffer(tx, { mentorId, variantId, viewerId: bookerId, link, isKnown }),
    listAskedQuestions(tx, { variantId }),
    readSchedule(tx, { mentorId, starts: reachable, now }),
    bookerId === null || reachable.length === 0
      ? []
      : // The constraint guards the mentee against another booking as mentee. That they are no mentor
        // to somebody else then is guarded here alone, and by the lock that both transactions take.
        listOwnTime(tx, { personId: bookerId, periods: reachable.map(longestFrom), now }),
    bookerId === null ? null : getPayingAccount(tx, { userId: bookerId, mentorId }),
  ]);
  return { offer, questions, schedule, ownTime, account };
}

/** What the mentee can spend on an offer: of a visitor that is asked when they have proved their address. */
export async function creditsFor(
  tx: Transaction,
  { account }: OrderReading,
  { offer, owner, now }: Pick<Placing, 'offer' | 'owner' | 'now'>,
): Promise<number> {
  if (!('mentee' in owner)) return Number.POSITIVE_INFINITY;
  if (offer.priceCredits === 0) return 0;
  if (account) return account.balance;
  const { organizationId } = offer;
  const { mentee, network } = owner;
  return (await getSpendable(tx, { userId: mentee.id, organizationId, network, now })).credits;
}

/** How many bookings the mentee may still make: of a visitor that is asked when they have proved their address. */
export async function openingsFor(
  tx: Transaction,
  { offer, owner, now }: Pick<Placing, 'offer' | 'owner' | 'now'>,
): Promise<number> {
  if (!('mentee' in owner)) return Number.POSITIVE_INFINITY;
  const { mentorId } = offer;
  const isRequest = firstStatus(offer) === 'pending';
  return countOpenings(tx, { menteeId: owner.mentee.id, mentorId, isRequest, now });
}

function longestFrom(start: Temporal.Instant) {
  return { start, end: start.add({ minutes: longestSessionMinutes }) };
}
