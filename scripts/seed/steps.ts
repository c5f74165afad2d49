import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { insertEmailToken } from '@/db/queries/email-tokens';
import { mintToken } from '@/lib/auth/tokens';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import {
  checkIn,
  completeBooking,
  markNoShow,
  startSession,
} from '@/lib/bookings/service/run-session';
import { confirmHold } from '@/lib/orders/service/confirm-hold';
import type { Booked } from './ask';
import type { Random } from './random';
import { pickText } from './texts';
import type { Timeline } from './timeline';
import { found } from './write-people';

/** What somebody does about a booking, and when, in epoch milliseconds. */
export interface Step {
  at: number;
  does: keyof typeof acts;
}

/** A booking and the moment of a step. */
interface Moment extends Omit<Booked, 'bookingIds'> {
  bookingId: string;
  now: Temporal.Instant;
  random: Random;
}

const acts = {
  openLink,
  confirm: (moment: Moment) => confirmBooking(asMentor(moment)),
  cancelAsMentor: (moment: Moment) => {
    const { mentor, random } = moment;
    const reason = pickText(random, mentor.demo.locale, 'mentorReasons');
    return cancelBookings({ ...asMentor(moment), reason });
  },
  cancelAsMentee: (moment: Moment) => {
    const { booker, random } = moment;
    const reason = pickText(random, booker.person.locale, 'menteeReasons');
    return cancelBookings({ ...asMentee(moment), reason });
  },
  checkIn: (moment: Moment) => checkIn(asMentee(moment)),
  start: (moment: Moment) => startSession(asMentor(moment)),
  complete: (moment: Moment) => completeBooking(asMentor(moment)),
  menteeAbsent: (moment: Moment) => markNoShow({ ...asMentor(moment), accused: 'mentee' }),
  mentorAbsent: (moment: Moment) => markNoShow({ ...asMentee(moment), accused: 'mentor' }),
};

/** Has each of `steps` done at its time. What a service refuses then did not happen. */
export function planSteps(
  steps: readonly Step[],
  booked: Booked,
  { timeline, random }: { timeline: Timeline; random: Random },
): void {
  for (const { at, does } of steps) {
    timeline.add(at, async (now) => {
      for (const bookingId of booked.bookingIds) {
        await acts[does]({ ...booked, bookingId, now, random });
      }
    });
  }
}

/** The button behind the link in the mail about a hold; the link itself is made when a mail is sent. */
async function openLink({ bookingId, booker, now }: Moment) {
  const { token, tokenHash } = mintToken();
  await insertEmailToken(db, {
    tokenHash,
    email: booker.person.email,
    bookingId,
    purpose: 'hold',
    expiresAt: now.add({ hours: 24 }),
    createdAt: now,
  });
  return confirmHold({ token, now });
}

function asMentor({ mentor, bookingId, now }: Moment) {
  return { userId: mentor.id, bookingId, now };
}

function asMentee({ booker, bookingId, now }: Moment) {
  return { userId: found(booker.id ?? undefined, 'the mentee'), bookingId, now };
}
