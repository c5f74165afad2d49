import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { db, type Transaction } from '@/db/client';
import { listBookingRecords } from '@/db/queries/bookings';
import {
  deleteBookingRequest,
  getBookingRequest,
  insertBookingRequest,
} from '@/db/queries/booking-requests';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { isOfTime, reasonInCommon } from '../rules/batch';
import type { WrongAnswer } from '../schema/answers';
import {
  type BatchFailure,
  type BatchPolicy,
  type BatchRefusal,
  type BookedBatch,
  type RefusedBatch,
} from '../schema/batch';
import {
  bookForMentee,
  type OfferRefusal,
  type RefusedSlot,
  type SlotsBooked,
  type Wanted,
} from './book-for-mentee';
import { listAlternatives } from '@/lib/slots/service/check-slot';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';

export interface BookBatch extends Wanted {
  menteeId: string;
  /** All slots or none, or those that are to be had. */
  policy: BatchPolicy;
  /** One a form: sending the form twice books once. A UUID. */
  requestId: string;
  now: Temporal.Instant;
}

/** What came of it inside the transaction: alternatives are looked for when it is over. */
interface Made extends Omit<BookedBatch, 'failures' | 'count' | 'failedCount'> {
  failures: RefusedSlot[];
}

type Inside = Result<
  Made,
  BatchRefusal,
  { failures?: RefusedSlot[]; wrongAnswers?: WrongAnswer[] }
>;

/**
 * Books several slots of one offer in one transaction. Whoever wants all or nothing gets nothing when
 * one slot is refused; who takes what fits, all the others. Either way every refused slot is named with
 * its place in the request, the reason, and up to three free slots near it.
 */
export async function bookBatch(
  request: BookBatch,
): Promise<Result<BookedBatch, BatchRefusal, RefusedBatch>> {
  const outcome = await inTransaction((tx) => book(tx, request));
  if (!outcome.ok) {
    const failures = await withAlternatives(outcome.failures ?? [], request);
    return refused(outcome.reason, { failures, wrongAnswers: outcome.wrongAnswers ?? [] });
  }
  const failures = await withAlternatives(outcome.value.failures, request);
  const { bookings } = outcome.value;
  return ok({
    ...outcome.value,
    failures,
    count: bookings.length,
    failedCount: failures.length,
  });
}

async function book(tx: Transaction, request: BookBatch): Promise<Inside> {
  const { menteeId, mentorId, requestId, policy, now } = request;
  const people = await lockPeopleAndSweep(tx, { personIds: [mentorId, menteeId], now });
  const mentee = people.get(menteeId);
  if (!mentee) return refused('not_signed_in');
  const earlier = await findEarlier(tx, { requestId, userId: menteeId });
  if (earlier) return ok(earlier);
  if (mentee.blockedAt !== null) return refused('blocked');

  const batchId = uuidv7();
  const mentor = people.get(mentorId);
  const outcome = await unlessIncomplete(tx, policy, (savepoint) =>
    bookForMentee(savepoint, { wanted: request, mentor, mentee, batchId, now }),
  );
  if (!outcome.ok) return outcome;
  const { booked, failures } = outcome.value;
  await insertBookingRequest(tx, {
    requestId,
    userId: menteeId,
    bookingIds: booked.map(({ id }) => id),
    failures: failures.map((failure) => ({ ...failure, startsAt: failure.startsAt.toString() })),
    createdAt: now,
  });
  const bookings = booked.map(({ index, id: bookingId, reference, status, startsAt }) => ({
    index,
    bookingId,
    reference,
    status: asBooked(status),
    startsAt: startsAt.epochMilliseconds,
  }));
  return ok({ batchId, bookings, failures });
}

/** Thrown to undo what was booked, where not all was. */
class Incomplete extends Error {
  override name = 'Incomplete';
  constructor(readonly failures: RefusedSlot[]) {
    super('not all slots were booked');
  }
}

async function unlessIncomplete(
  tx: Transaction,
  policy: BatchPolicy,
  work: (
    savepoint: Transaction,
  ) => Promise<Result<SlotsBooked, OfferRefusal, { wrongAnswers?: WrongAnswer[] }>>,
): Promise<
  Result<SlotsBooked, BatchRefusal, { failures?: RefusedSlot[]; wrongAnswers?: WrongAnswer[] }>
> {
  try {
    return await tx.transaction(async (savepoint) => {
      const outcome = await work(savepoint);
      if (!outcome.ok) return outcome;
      const { booked, failures } = outcome.value;
      const isEnough = policy === 'all' ? failures.length === 0 : booked.length > 0;
      if (!isEnough) throw new Incomplete(failures);
      return outcome;
    });
  } catch (error) {
    if (!(error instanceof Incomplete)) throw error;
    const { failures } = error;
    return refused(
      reasonInCommon(failures.map(({ reason }) => reason)) ??
        (policy === 'all' ? 'not_all' : 'none_fits'),
      {
        failures,
      },
    );
  }
}

/**
 * What the same form led to when it came before: its mails are on their way already. What has come
 * to nothing since is forgotten, and the form books anew.
 */
async function findEarlier(
  tx: Transaction,
  form: { requestId: string; userId: string },
): Promise<Made | null> {
  const request = await getBookingRequest(tx, { ...form, email: null });
  if (!request) return null;
  const records = await listBookingRecords(tx, { ids: request.bookingIds });
  const batchId = records[0]?.batchId ?? null;
  const isOver = records.every(({ status }) => status === 'expired' || status === 'cancelled');
  if (batchId === null || isOver) {
    await deleteBookingRequest(tx, { id: request.id });
    return null;
  }
  const failures = request.failures.map((failure) => ({
    ...failure,
    startsAt: Temporal.Instant.from(failure.startsAt),
  }));
  const refusedAt = new Set(failures.map(({ index }) => index));
  const bookedAt = [...Array(request.bookingIds.length + failures.length).keys()].filter(
    (index) => !refusedAt.has(index),
  );
  const recordOf = new Map(records.map((record) => [record.id, record]));
  const bookings = request.bookingIds.flatMap((bookingId, place) => {
    const record = recordOf.get(bookingId);
    // What has been called off since is no success any more.
    if (!record || record.status === 'cancelled' || record.status === 'expired') return [];
    return {
      index: bookedAt[place] ?? place,
      bookingId,
      reference: record.reference,
      status: asBooked(record.status),
      startsAt: record.period.start.epochMilliseconds,
    };
  });
  return { batchId, bookings, failures };
}

async function withAlternatives(
  failures: RefusedSlot[],
  { mentorId, variantId, starts: asked, menteeId, now }: BookBatch,
): Promise<BatchFailure[]> {
  const ofTime = failures.filter(({ reason }) => isOfTime(reason));
  const offer: BookableOffer | null =
    ofTime.length > 0 ? await getOffer(db, { mentorId, variantId, viewerId: menteeId }) : null;
  const starts = ofTime.map(({ startsAt }) => startsAt);
  const refusedAt = new Set(failures.map(({ index }) => index));
  const wanted = asked.filter((_, index) => !refusedAt.has(index));
  const found = offer ? await listAlternatives({ offer, starts, wanted, menteeId, now }) : [];
  const alternativesOf = new Map(ofTime.map(({ index }, place) => [index, found[place] ?? []]));
  return failures.map(({ index, startsAt, reason }) => ({
    index,
    slot: startsAt.epochMilliseconds,
    reason,
    alternatives: (alternativesOf.get(index) ?? []).map(({ start }) => start),
  }));
}

function asBooked(status: string): 'pending' | 'confirmed' {
  return status === 'pending' ? 'pending' : 'confirmed';
}
