import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/db/client';
import { isBusy } from '@/db/errors';
import { getBookingRequest, insertBookingRequest } from '@/db/queries/booking-requests';
import { countHoldsFrom, countOpenHolds } from '@/db/queries/booking-caps';
import type { BookableOffer } from '@/db/queries/offers';
import { lockAddress, type Person } from '@/db/queries/people';
import { learnTimeZone } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { networkHash } from '@/kernel/network';
import { ok, refused, type Result } from '@/kernel/result';
import { lockPeopleAndRead } from '@/lib/bookings/service/locks';
import { isOfTime, refusalOfOrder } from '../rules/refusals';
import type { WrongAnswer } from '../schema/answers';
import {
  openHoldsPerAddress,
  openHoldsPerNetwork,
  type Ordered,
  type OrderFailure,
  type OrderPolicy,
  type OrderRefusal,
  type RefusedOrder,
} from '../schema/order';
import { isGoneFromCrowd, listNearTimes } from './crowd';
import { findEarlierOrder } from './earlier-order';
import {
  checkOffer,
  placeSeats,
  type RefusedSlot,
  type SeatsPlaced,
  type Wanted,
} from './place-seats';
import { creditsFor, openingsFor, type OrderReading, readOrder } from './read-order';
import { concludeSeats, type SeatOwner } from './write-seats';

/**
 * A visitor proves the address later; until then they have a hold, and no user is touched. The zone is
 * as the browser says it, if it does; of a user it fills in what is not known yet. The network is that
 * which they ask from; null: nobody knows.
 */
export type Booker =
  | { kind: 'user'; userId: string; timeZone?: string | null; network: string | null }
  | {
      kind: 'visitor';
      name: string;
      email: string;
      locale: 'en' | 'fr';
      timeZone: string | null;
      network: string | null;
    };

export interface Order extends Wanted {
  /** Several slots need one who is signed in. */
  booker: Booker;
  /** All slots or none, or those that are to be had; of no matter to one slot. */
  policy: OrderPolicy;
  /** One a form: sending the form twice books once. A UUID. */
  requestId: string;
  now: Temporal.Instant;
}

/** What came of it inside the transaction: alternatives are looked for when it is over. */
export interface Made extends Omit<Ordered<Temporal.Instant>, 'failures'> {
  failures: RefusedSlot[];
  /** Null where it was made when the form came before. */
  offer: BookableOffer | null;
}

interface RefusedInside {
  failures?: RefusedSlot[];
  wrongAnswers?: WrongAnswer[];
  offer?: BookableOffer;
}

type Inside = Result<Made, OrderRefusal, RefusedInside>;

/**
 * Books slots of one offer: at once for a user, as a 20-minute hold for a visitor, who may have one.
 *
 * All checks run inside one transaction under the locks of the people whose time it is, in the order
 * of docs/architecture.md, "How a booking is made". A refusal changes nothing (but for marking
 * what had lapsed anyway). Whoever wants all or nothing gets nothing when one slot is refused; who
 * takes what fits, all the others. Either way every refused slot is named with its place in the order,
 * the reason, and up to three free slots near it; so is the one that too many others wait for.
 */
export async function orderSlots(
  order: Order,
): Promise<Result<Ordered<Temporal.Instant>, OrderRefusal, RefusedOrder<Temporal.Instant>>> {
  const isGone = await isGoneFromCrowd(order.starts, {
    ...askedBy(order),
    request: requestOf(order),
  });
  const outcome = isGone
    ? goneOrBusy('slot_taken', order)
    : await inTransaction((tx) => orderInside(tx, order), { waitFor: order.mentorId }).catch(
        (error: unknown) => {
          if (isBusy(error)) return goneOrBusy('busy', order);
          throw error;
        },
      );
  if (!outcome.ok) {
    const { reason, wrongAnswers = [], failures = [], offer = null } = outcome;
    return refused(reason, {
      failures: await withAlternatives(failures, { order, offer }),
      wrongAnswers,
    });
  }
  const { offer, failures, ...made } = outcome.value;
  return ok({ ...made, failures: await withAlternatives(failures, { order, offer }) });
}

/** The one slot that others crowd for is as good as taken: the times near it are worth a look. */
function goneOrBusy(
  reason: 'slot_taken' | 'busy',
  { starts: [startsAt, ...others] }: Order,
): Inside {
  const isAlone = startsAt !== undefined && others.length === 0;
  const failures = isAlone ? [{ index: 0, startsAt, reason: 'slot_taken' as const }] : [];
  return refused(reason, { failures });
}

/** What an order asks for that others may ask for too. */
function askedBy({ mentorId, variantId, link, booker, now }: Order) {
  const viewerId = booker.kind === 'user' ? booker.userId : null;
  return { mentorId, variantId, link, viewerId, now };
}

/** What makes a form the same when it is sent again. */
function requestOf({ requestId, booker }: Order) {
  return booker.kind === 'user'
    ? { requestId, userId: booker.userId }
    : { requestId, email: addressOf(booker) };
}

function orderInside(tx: Transaction, order: Order): Promise<Inside> {
  const { booker } = order;
  return booker.kind === 'user'
    ? orderAsUser(tx, order, booker)
    : holdForVisitor(tx, order, { ...booker, email: addressOf(booker) });
}

function addressOf({ email }: { email: string }): string {
  return email.trim().toLowerCase();
}

async function orderAsUser(
  tx: Transaction,
  order: Order,
  { userId, timeZone = null, network }: Extract<Booker, { kind: 'user' }>,
): Promise<Inside> {
  const { mentorId, requestId, now } = order;
  const { people, read } = await lockPeopleAndRead(tx, { personIds: [mentorId, userId], now }, () =>
    Promise.all([getBookingRequest(tx, { requestId, userId }), readOrder(tx, order, userId)]),
  );
  const [request, reading] = read;
  const mentee = people.get(userId);
  if (!mentee) return refused('not_signed_in');
  const earlier = request && (await findEarlierOrder(tx, request));
  if (earlier) return ok(earlier);

  if (mentee.blockedAt !== null) return refused('blocked');
  const offer = checkOffer(reading.offer, order, userId);
  if (!offer.ok) return offer;
  const mentor = people.get(mentorId);
  if (mentee.timeZone === null && timeZone !== null) await learnTimeZone(tx, { userId, timeZone });
  return fill(tx, order, { reading, offer: offer.value, mentor, owner: { mentee, network } });
}

async function holdForVisitor(
  tx: Transaction,
  order: Order,
  { email, name, locale, timeZone, network }: Extract<Booker, { kind: 'visitor' }>,
): Promise<Inside> {
  const { mentorId, requestId, starts, now } = order;
  if (starts.length > 1) return refused('not_signed_in');
  await lockAddress(tx, { email });
  const heldFrom = network === null ? null : networkHash(network);
  const { people, read } = await lockPeopleAndRead(tx, { personIds: [mentorId], now }, () =>
    Promise.all([
      getBookingRequest(tx, { requestId, email }),
      countOpenHolds(tx, { email, now }),
      heldFrom === null ? 0 : countHoldsFrom(tx, { mentorId, heldFrom, now }),
      readOrder(tx, order, null),
    ]),
  );
  const [request, openHolds, holdsFromHere, reading] = read;
  const earlier = request && (await findEarlierOrder(tx, request));
  if (earlier) return ok(earlier);

  // Whose address it is, a mentor's own or that of somebody who is blocked, is not a stranger's to learn:
  // whoever opens the mailed link is told.
  const offer = checkOffer(reading.offer, order, null);
  if (!offer.ok) return offer;
  if (openHolds >= openHoldsPerAddress) return refused('too_many_holds');
  // Under the mentor's lock, so that no two of them count each other out.
  if (holdsFromHere >= openHoldsPerNetwork) return refused('too_many_from_here');
  const owner = {
    guestName: name,
    guestEmail: email,
    guestLocale: locale,
    guestTimeZone: timeZone,
    heldFrom,
    isProposal: false,
  };
  const mentor = people.get(mentorId);
  return fill(tx, order, { reading, offer: offer.value, mentor, owner });
}

/** Places the seats, and concludes what is placed when it is enough for the booker. */
async function fill(
  tx: Transaction,
  order: Order,
  {
    reading,
    offer,
    mentor,
    owner,
  }: {
    reading: OrderReading;
    /** Of the reading, as it was found to be bookable. */
    offer: BookableOffer;
    mentor: Person | undefined;
    owner: SeatOwner;
  },
): Promise<Inside> {
  const { starts, requestId, now } = order;
  if (!mentor) return refused('not_found');
  const batchId = starts.length > 1 ? uuidv7() : null;
  const placing = { offer, owner, batchId, now };
  const [credits, openings] = await Promise.all([
    creditsFor(tx, reading, placing),
    openingsFor(tx, placing),
  ]);
  const placed = await unlessIncomplete(tx, order, (on) =>
    placeSeats(on, { wanted: order, reading, credits, openings, ...placing }),
  );
  if (!placed.ok) return { ...placed, offer };
  const { seats, failures } = placed.value;
  const [first, ...others] = seats.map(bookingOf);
  if (!first) throw new Error('no slot was asked for');

  await Promise.all([
    concludeSeats(tx, { seats, mentor, accountId: reading.account?.id ?? null, ...placing }),
    insertBookingRequest(tx, {
      requestId,
      ...('mentee' in owner ? { userId: owner.mentee.id } : { email: owner.guestEmail }),
      bookingIds: seats.map(({ id }) => id),
      failures: failures.map((failure) => ({ ...failure, startsAt: failure.startsAt.toString() })),
      createdAt: now,
    }),
  ]);
  return ok({ batchId, bookings: [first, ...others], failures, offer });
}

function bookingOf({
  index,
  id: bookingId,
  reference,
  status,
  startsAt,
  expiresAt,
}: SeatsPlaced['seats'][number]) {
  return { index, bookingId, reference, status, startsAt, expiresAt };
}

/** Thrown to undo what was placed, where not all was. */
class Incomplete extends Error {
  override name = 'Incomplete';
  constructor(readonly failures: RefusedSlot[]) {
    super('not all slots were placed');
  }
}

/** What is enough for the booker, or the refusal of all. One slot, or what fits, needs no undoing. */
async function unlessIncomplete(
  tx: Transaction,
  { starts, policy }: Order,
  work: (on: Transaction) => ReturnType<typeof placeSeats>,
): Promise<Result<SeatsPlaced, OrderRefusal, RefusedInside>> {
  const slotCount = starts.length;
  const refusedFor = (failures: RefusedSlot[]) => {
    const reasons = failures.map(({ reason }) => reason);
    return refused(refusalOfOrder(reasons, { slotCount, policy }), { failures });
  };
  if (policy === 'fits' || slotCount === 1) {
    const placed = await work(tx);
    return placed.ok && placed.value.seats.length === 0
      ? refusedFor(placed.value.failures)
      : placed;
  }
  try {
    return await tx.transaction(async (savepoint) => {
      const placed = await work(savepoint);
      if (placed.ok && placed.value.failures.length > 0) {
        throw new Incomplete(placed.value.failures);
      }
      return placed;
    });
  } catch (error) {
    if (!(error instanceof Incomplete)) throw error;
    return refusedFor(error.failures);
  }
}

/** With up to three free slots near each whose time is not to be had. */
async function withAlternatives(
  failures: RefusedSlot[],
  { order, offer }: { order: Order; offer: BookableOffer | null },
): Promise<OrderFailure<Temporal.Instant>[]> {
  const ofTime = failures.filter(({ reason }) => isOfTime(reason));
  const starts = ofTime.map(({ startsAt }) => startsAt);
  const refusedAt = new Set(failures.map(({ index }) => index));
  const wanted = order.starts.filter((_, index) => !refusedAt.has(index));
  const found = await listNearTimes({ ...askedBy(order), starts, wanted, offer });
  const alternativesOf = new Map(ofTime.map(({ index }, place) => [index, found[place] ?? []]));
  return failures.map(({ index, startsAt, reason }) => ({
    index,
    slot: startsAt,
    reason,
    alternatives: (alternativesOf.get(index) ?? []).map(({ start }) =>
      Temporal.Instant.fromEpochMilliseconds(start),
    ),
  }));
}
