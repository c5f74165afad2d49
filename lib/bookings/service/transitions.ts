/**
 * Every change of a booking's status after the first is one of these functions, and no other code
 * writes `status`. Each compares and swaps on the status it expects, sets its own columns, settles what
 * is in escrow and releases the session when its last active seat has ended, leaves one row in the
 * trail, and tells both sides.
 * They decide nothing: the caller holds the people's locks and has asked `refusalOfTransition`.
 */
import type { Temporal } from 'temporal-polyfill';
import type { BookingStatus, Side } from '@/domain/bookings';
import type { Transaction } from '@/db/client';
import { nextSequence, updateStatus } from '@/db/queries/bookings';
import { releaseEmptySessions } from '@/db/queries/sessions';
import { retireReminders } from '@/db/queries/reminders';
import { StartAgain } from '@/db/transaction';
import type { Ending } from '@/lib/ledger/rules';
import { settleBookings } from '@/lib/ledger/service';
import { type BookingEvent, type Occasion, recordEvents } from './record-events';

/** A booking in the state that was read under the locks. */
export interface Seat {
  id: string;
  sessionId: string;
  status: BookingStatus;
}

type Change = Pick<Occasion, 'actor' | 'now' | 'reason'>;

type Columns = Parameters<typeof updateStatus>[1]['set'];

/** What a hold gets from whoever has proved its address. */
interface Taken {
  menteeId: string;
  chargedCredits: number;
  phone: string;
}

/** A hold whose visitor has proved their address, or a request that the mentor accepts. */
export async function confirm(tx: Transaction, seat: Seat, change: Change & { taken?: Taken }) {
  const set = { confirmedAt: change.now, expiresAt: null, ...change.taken };
  await recordEvents(tx, await move(tx, [seat], 'confirmed', set), change);
}

/** A hold whose visitor has proved their address, with a mentor who answers by hand. */
export async function request(
  tx: Transaction,
  seat: Seat,
  change: Change & {
    taken: Taken;
    expiresAt: Temporal.Instant;
  },
) {
  const { taken, expiresAt } = change;
  const set = { ...taken, expiresAt, requestedAt: change.now };
  await recordEvents(tx, await move(tx, [seat], 'pending', set), change);
}

export async function expire(
  tx: Transaction,
  seats: Seat[],
  change: Omit<Change, 'actor'> & { alsoLock: string[] },
) {
  const { now, alsoLock } = change;
  const system = { ...change, actor: { id: null, role: 'system' as const } };
  const set = { expiredAt: now, ...nextSequence };
  const events = await move(tx, seats, 'expired', set);
  const endings = seats.map(({ id }) => ({ bookingId: id, ending: { kind: 'refunded' as const } }));
  await settleBookings(tx, { endings, alsoLock, now });
  await release(tx, seats, { calledOff: true });
  await recordEvents(tx, events, system);
}

/** Of each seat's price, its `keptCredits` stay with the mentor. */
export async function cancel(
  tx: Transaction,
  seats: (Seat & { keptCredits: number })[],
  change: Change & { reason: string },
) {
  const { now, actor, reason } = change;
  const set = {
    cancelledAt: now,
    cancelledBy: actor.role,
    cancelReason: reason,
    ...nextSequence,
  };
  const events = await move(tx, seats, 'cancelled', set);
  const endings = seats.map(({ id, keptCredits }) => ({
    bookingId: id,
    ending: { kind: 'kept' as const, keptCredits },
  }));
  await settleBookings(tx, { endings, now });
  await release(tx, seats, { calledOff: true });
  await recordEvents(tx, events, change);
}

export async function start(tx: Transaction, seats: Seat[], change: Change) {
  await recordEvents(tx, await move(tx, seats, 'in_progress', { startedAt: change.now }), change);
}

export async function complete(tx: Transaction, seat: Seat, change: Change) {
  const events = await move(tx, [seat], 'completed', { completedAt: change.now });
  await settle(tx, seat, { kind: 'completed' }, change);
  await release(tx, [seat], { calledOff: false });
  await recordEvents(tx, events, change);
}

/** `keptCredits` of the price stay with the mentor. */
export async function markAbsent(
  tx: Transaction,
  seat: Seat,
  change: Change & { accused: Side; keptCredits: number },
) {
  const set = { noShowAt: change.now, noShowBy: change.accused };
  const events = await move(tx, [seat], 'no_show', set);
  await settle(tx, seat, { kind: 'kept', keptCredits: change.keptCredits }, change);
  await release(tx, [seat], { calledOff: false });
  await recordEvents(tx, events, change);
}

/**
 * The same booking at another time. Its status stays, or goes back to a request where the mentor
 * answers by hand and the mentee has moved it.
 */
export async function reschedule(
  tx: Transaction,
  seats: Seat[],
  change: Change & {
    from: Temporal.Instant;
    to: Temporal.Instant;
    /** The deadline of a request that this makes anew. */
    askAgainUntil?: Temporal.Instant;
  },
) {
  const { from, to, askAgainUntil, now } = change;
  const again = { requestedAt: now, expiresAt: askAgainUntil ?? null };
  const kept = askAgainUntil ? [] : seats.map((seat) => seat.status);
  const events: BookingEvent[] = [];
  for (const status of new Set<BookingStatus>(askAgainUntil ? ['pending'] : kept)) {
    const those = askAgainUntil ? seats : seats.filter((seat) => seat.status === status);
    events.push(...(await move(tx, those, status, askAgainUntil ? again : {})));
  }
  await recordEvents(tx, events, { ...change, moved: { from, to } });
}

async function move(
  tx: Transaction,
  seats: Seat[],
  to: BookingStatus,
  set: Columns,
): Promise<BookingEvent[]> {
  const statuses = new Set(seats.map((seat) => seat.status));
  for (const from of statuses) {
    const ids = seats.filter((seat) => seat.status === from).map((seat) => seat.id);
    const moved = await updateStatus(tx, { ids, from, to, set });
    // Under the locks nothing else moves them; if something did, what was decided is stale.
    if (moved.length !== ids.length) throw new StartAgain();
  }
  return seats.map((seat) => ({ bookingId: seat.id, from: seat.status, to }));
}

async function settle(tx: Transaction, seat: Seat, ending: Ending, { now }: Change) {
  await settleBookings(tx, { endings: [{ bookingId: seat.id, ending }], now });
}

/** Frees the mentor's time of a session that its last mentee has left for another. */
export async function releaseIfEmpty(
  tx: Transaction,
  { sessionId, now }: { sessionId: string; now: Temporal.Instant },
) {
  await releaseEmptySessions(tx, { ids: [sessionId], calledOff: true });
  // No event is about the session that was left.
  await retireReminders(tx, { bookingIds: [], sessionIds: [sessionId], now });
}

async function release(tx: Transaction, seats: Seat[], { calledOff }: { calledOff: boolean }) {
  await releaseEmptySessions(tx, { ids: seats.map((seat) => seat.sessionId), calledOff });
}
