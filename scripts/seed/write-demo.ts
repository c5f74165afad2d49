import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { deliveries } from '@/db/schema/outbox';
import { completeUnclosedBookings, expireLapsedBookings } from '@/lib/bookings/service/sweep';
import { planArrangements } from './arrange';
import { listArrangements } from './arrangements';
import { ask, listChoices } from './ask';
import { assembleCast, type Cast, mentorOf } from './cast';
import { planEverydays } from './everyday';
import { demoMentors } from './mentors/all';
import { admins, blockedMentee, mentees } from './people';
import { createRandom } from './random';
import { openNow } from './running-hour';
import { settleMessages } from './settle-messages';
import { Timeline } from './timeline';
import { writeCredits } from './write-credits';
import { writeMentors } from './write-mentors';
import { found, writeMemberships, writeOrganizations, writePeople } from './write-people';

/** All of its slots are taken. */
const fullMentor = 'Serge Konan';

/**
 * Fills an empty database with the demo as of `now`: people, mentors, a fortnight of bookings and those
 * that they leave for the coming weeks, all through the services.
 * @throws Error that names what the pages need and is not there.
 */
export async function writeDemo(now: Temporal.Instant): Promise<void> {
  const cast = await writeCast(now);
  const timeline = new Timeline();
  const arrangements = listArrangements(cast, now);
  const listMissing = planArrangements(arrangements, { timeline, cast, now });
  planEverydays(timeline, cast, now);
  await timeline.runUntil(now.epochMilliseconds);
  const isFull = await isFilled(cast, now);
  await closeWhatLapsed(now);
  await settleMessages(now);

  const missing = await listMissing();
  if (!isFull) missing.push(`a full mentor: ${fullMentor}`);
  if ((await db.$count(deliveries, eq(deliveries.status, 'failed'))) === 0) {
    missing.push('a mail that failed');
  }
  if (missing.length > 0) throw new Error(`The demo lacks:\n${missing.join('\n')}`);
}

/** Everybody, and what the mentors offer: all of it or nothing; and the credits of those who book. */
export async function writeCast(now: Temporal.Instant): Promise<Cast> {
  const { cast, ...grantor } = await db.transaction(async (tx) => {
    const organizationIds = await writeOrganizations(tx);
    const written = await writePeople(tx, [...mentees, ...admins, blockedMentee], now);
    await writeMemberships(tx, [...mentees, ...admins], organizationIds);
    const adminId = found(written[mentees.length], 'the admin').id;
    const demos = demoMentors.map((demo) => openNow(demo, now));
    const mentors = await writeMentors(tx, demos, { now, organizationIds });
    return { cast: assembleCast(mentors, written, createRandom(2026)), adminId, organizationIds };
  });
  const people = cast.bookers.map(({ person }) => person);
  await writeCredits(people, { ...grantor, now });
  return cast;
}

/** Books what is free at the mentor who is to be full. @returns whether nothing is left. */
async function isFilled(cast: Cast, now: Temporal.Instant): Promise<boolean> {
  const stretch = {
    mentor: mentorOf(cast.mentors, fullMentor),
    from: now.epochMilliseconds,
    to: now.add({ hours: 60 * 24 }).epochMilliseconds,
  };
  for (const booker of cast.bookers) await ask({ ...stretch, booker }, cast, now);
  return (await listChoices(stretch, cast.random, now)).length === 0;
}

/** What the jobs of the hour would have done by now. */
async function closeWhatLapsed(now: Temporal.Instant): Promise<void> {
  const turn = { clock: () => now, endsAt: now.add({ hours: 1 }) };
  await expireLapsedBookings(turn);
  await completeUnclosedBookings(turn);
}
