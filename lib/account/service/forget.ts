import { db } from '@/db/client';
import {
  forgetAsMentor,
  forgetInBookings,
  forgetInMails,
  forgetInOrganizations,
  forgetThemselves,
} from '@/db/queries/forgetting';
import { listActiveBookings, listLeaving } from '@/db/queries/leaving';
import { lockPeople } from '@/db/queries/people';
import { inTransaction } from '@/db/transaction';
import { log } from '@/kernel/log';
import { ok } from '@/kernel/result';
import { isOver, type JobOutcome, type Turn } from '@/kernel/turn';
import { type ActRefusal, actOnBooking, refusalFor } from '@/lib/bookings/service/act-on-booking';
import { cancelSession } from '@/lib/bookings/service/cancel-bookings';
import { cancel } from '@/lib/bookings/service/transitions';
import { aliasOf } from '../rules';

interface Leaver {
  userId: string;
  email: string;
}

/** People and bookings that one run looks at; what is left waits a minute. */
const mostPeople = 50;
const mostBookings = 200;

/**
 * Forgets whoever has left: calls off what they have planned, then removes what is known of them. Each
 * step may break off anywhere and is begun again by the next run; a session that is going on is waited
 * for.
 */
export async function forgetWhoLeft(turn: Turn): Promise<JobOutcome> {
  const counts = { forgotten: 0, waiting: 0, broken: 0 };
  for (const leaver of await listLeaving(db, { limit: mostPeople })) {
    if (isOver(turn)) return { counts, hasMore: true };
    try {
      const isFree = await callOff(leaver, turn);
      if (isFree) await forget(leaver, turn);
      counts[isFree ? 'forgotten' : 'waiting'] += 1;
    } catch (error) {
      // One who cannot be forgotten must not keep the others waiting.
      log.error({ userId: leaver.userId, err: error }, 'somebody could not be forgotten');
      counts.broken += 1;
    }
  }
  return { counts, hasMore: false };
}

/** Cancels all that they have planned, at no cost to anybody. @returns whether nothing is left of it */
async function callOff({ userId, email }: Leaver, turn: Turn): Promise<boolean> {
  const active = await listActiveBookings(db, { userId, email, limit: mostBookings });
  for (const { id: bookingId, mentorId } of active) {
    if (isOver(turn)) return false;
    const act = { userId, bookingId, now: turn.clock() };
    // Of a session of theirs as a mentor all seats are called off by the first of them.
    if (mentorId === userId) await cancelSession({ ...act, reason: '' });
    else await cancelForFree(act);
  }
  return (await listActiveBookings(db, { userId, email, limit: 1 })).length === 0;
}

async function cancelForFree(input: Parameters<typeof actOnBooking>[0]): Promise<void> {
  await actOnBooking<undefined, ActRefusal>(input, async (tx, act) => {
    const { now } = input;
    const refusal = refusalFor(act, { to: 'cancelled', now });
    if (refusal) return refusal;
    await cancel(tx, [{ ...act.booking, keptCredits: 0 }], { actor: act.actor, reason: '', now });
    return ok(undefined);
  });
}

async function forget({ userId, email }: Leaver, turn: Turn): Promise<void> {
  const person = { userId, email, alias: aliasOf(userId), now: turn.clock() };
  await inTransaction(async (tx) => {
    await lockPeople(tx, { ids: [userId] });
    await forgetInBookings(tx, person);
    await forgetInMails(tx, person);
    await forgetInOrganizations(tx, person);
    await forgetAsMentor(tx, person);
    await forgetThemselves(tx, person);
  });
}
