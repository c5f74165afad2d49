import { db } from '@/db/client';
import { getBooking } from '@/db/queries/bookings';
import { listAllLapsed, listUnclosed } from '@/db/queries/due-bookings';
import { inTransaction } from '@/db/transaction';
import { isOver } from '@/kernel/turn';
import type { JobOutcome, Turn } from '@/kernel/turn';
import { log } from '@/kernel/log';
import { factsOf, refusalOfTransition } from '../rules/booking';
import { lockPeopleAndSweep, sweepPeople } from './locks';
import { complete } from './transitions';

/** Bookings that one run looks at; what is left waits a minute. */
const mostAtOnce = 500;
/** Hours after its end at which a session that nobody closed counts as having taken place. */
const unclosedHours = 24;

/** Expires holds and requests past their deadline whose people nobody has locked since. */
export async function expireLapsedBookings(turn: Turn): Promise<JobOutcome> {
  const due = await listAllLapsed(db, { now: turn.clock(), limit: mostAtOnce });
  return oneByOne(turn, due, 'expired', async ({ mentorId, menteeId }, now) => {
    const personIds = menteeId === null ? [mentorId] : [mentorId, menteeId];
    return inTransaction((tx) => sweepPeople(tx, { personIds, now }));
  });
}

/** Completes bookings that neither side has closed a day after their end. */
export async function completeUnclosedBookings(turn: Turn): Promise<JobOutcome> {
  const endedBefore = turn.clock().subtract({ hours: unclosedHours });
  const due = await listUnclosed(db, { endedBefore, limit: mostAtOnce });
  return oneByOne(turn, due, 'completed', async ({ id, mentorId, menteeId, sessionId }, now) =>
    inTransaction(async (tx) => {
      const personIds = menteeId === null ? [mentorId] : [mentorId, menteeId];
      await lockPeopleAndSweep(tx, { personIds, sessionIds: [sessionId], now });
      const booking = await getBooking(tx, { id });
      if (!booking) return 0;
      const attempt = { to: 'completed', by: 'system', now: now.epochMilliseconds } as const;
      // Closed or moved while nobody held the locks.
      if (refusalOfTransition(factsOf(booking), attempt) !== null) return 0;
      await complete(tx, booking, { actor: { id: null, role: 'system' }, now });
      return 1;
    }),
  );
}

/** One booking a transaction, so that nobody waits long for anybody's lock. */
async function oneByOne<Due extends { id: string }>(
  turn: Turn,
  due: readonly Due[],
  name: 'expired' | 'completed',
  change: (booking: Due, now: ReturnType<Turn['clock']>) => Promise<number>,
): Promise<JobOutcome> {
  const counts = { [name]: 0, broken: 0 };
  for (const booking of due) {
    if (isOver(turn)) return { counts, hasMore: true };
    try {
      counts[name] = (counts[name] ?? 0) + (await change(booking, turn.clock()));
    } catch (error) {
      // One that cannot be changed must not keep the others waiting.
      log.error({ bookingId: booking.id, err: error }, `a booking could not be ${name}`);
      counts.broken = (counts.broken ?? 0) + 1;
    }
  }
  return { counts, hasMore: due.length === mostAtOnce };
}
