import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { insertEmailToken } from '@/db/queries/email-tokens';
import { mintToken } from '@/lib/auth/tokens';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { confirmHold } from '@/lib/orders/service/confirm-hold';
import {
  checkIn,
  completeBooking,
  markNoShow,
  startSession,
} from '@/lib/bookings/service/run-session';
import type { Random } from '../random';
import type { WrittenMentor } from '../write-mentors';
import { found } from '../write-people';
import type { Step, StepKind } from './outcome';
import type { Booker } from './plan-days';
import { pickText } from './texts';

/** A booking and its two sides. */
export interface Parties {
  bookingId: string;
  mentor: WrittenMentor;
  booker: Booker;
}

/**
 * Does what `step` says through the service, at the step's own time.
 * @throws Error where the service refuses: then the history has gone wrong.
 */
export async function perform(step: Step, parties: Parties, random: Random): Promise<void> {
  const now = Temporal.Instant.fromEpochMilliseconds(step.at);
  const result = await act(step.kind, parties, { now, random });
  // A group starts once, for everybody: with whichever of its bookings came first.
  const hasStarted = step.kind === 'start' && !result.ok && result.reason === 'not_allowed';
  if (!result.ok && !hasStarted) {
    const { mentor, booker } = parties;
    const who = `${booker.person.name} with ${mentor.demo.name}`;
    throw new Error(`${step.kind} at ${now.toString()}, ${who}: ${result.reason}`);
  }
}

async function act(
  kind: StepKind,
  { bookingId, mentor, booker }: Parties,
  { now, random }: { now: Temporal.Instant; random: Random },
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const asMentor = { userId: mentor.id, bookingId, now };
  const asMentee = () => ({ userId: found(booker.id ?? undefined, 'the mentee'), bookingId, now });
  const reasonOf = (whose: 'menteeReasons' | 'mentorReasons', locale: 'en' | 'fr') =>
    pickText(random, locale, whose);
  switch (kind) {
    case 'open_link':
      return openLink(bookingId, { email: booker.person.email, now });
    case 'confirm':
      return confirmBooking(asMentor);
    case 'decline':
    case 'cancel_as_mentor':
      return cancelBookings({ ...asMentor, reason: reasonOf('mentorReasons', mentor.demo.locale) });
    case 'cancel_as_mentee':
      return cancelBookings({
        ...asMentee(),
        reason: reasonOf('menteeReasons', booker.person.locale),
      });
    case 'check_in':
      return checkIn(asMentee());
    case 'start':
      return startSession(asMentor);
    case 'complete':
      return completeBooking(asMentor);
    case 'mentee_absent':
      return markNoShow({ ...asMentor, accused: 'mentee' });
    case 'mentor_absent':
      return markNoShow({ ...asMentee(), accused: 'mentor' });
  }
}

/** The button behind the link in the mail about a hold; the link itself is made when a mail is sent. */
async function openLink(
  bookingId: string,
  { email, now }: { email: string; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const { token, tokenHash } = mintToken();
  await insertEmailToken(db, {
    tokenHash,
    email,
    bookingId,
    purpose: 'hold',
    expiresAt: now.add({ hours: 24 }),
    createdAt: now,
  });
  return confirmHold({ token, now });
}
