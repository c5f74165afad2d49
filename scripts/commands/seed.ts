// Fills an empty database with the demo: people, mentors, and a history of bookings. With
// --if-empty it does nothing where there are mentors already. Needs DATABASE_URL.
import { and, desc, eq, lte, ne, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { db, pool } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { mentors } from '@/db/schema/mentors';
import { notifications } from '@/db/schema/notifications';
import { deliveries } from '@/db/schema/outbox';
import { reminders } from '@/db/schema/reminders';
import { assembleCast } from '../seed/assemble-cast';
import { writeHistory } from '../seed/history/write-history';
import { demoMentors } from '../seed/mentors/all';
import { admins, blockedMentee, mentees } from '../seed/people';
import { writeCredits } from '../seed/write-credits';
import { writeMentors } from '../seed/write-mentors';
import { writeSeries } from '../seed/write-series';
import { found, writeMemberships, writeOrganizations, writePeople } from '../seed/write-people';

async function seed(): Promise<void> {
  const isEmpty = (await db.$count(mentors)) === 0;
  if (!isEmpty) {
    if (process.argv.includes('--if-empty')) return;
    throw new Error('This database has mentors already. npm run db:reset starts over.');
  }

  const startedAt = performance.now();
  const now = Temporal.Now.instant();
  console.log('Writing the demo: people, mentors, and two months of bookings …');
  const cast = await writeCast(now);
  await writeHistory(cast, { now, onProgress: showProgress });
  await writeSeries(cast, { now });
  await keepMailsIn();
  await failSomeMails();
  await settleMessages(now);

  const byStatus = await db
    .select({ status: bookings.status, count: sql<number>`count(*)::int` })
    .from(bookings)
    .groupBy(bookings.status)
    .orderBy(bookings.status);
  const counts = byStatus.map(({ status, count }) => `${count} ${status}`).join(', ');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${cast.mentors.length} mentors; bookings: ${counts} (${seconds} s)`);
}

/** Everybody, and what the mentors offer: all of it or nothing; and the credits of the mentees. */
async function writeCast(now: Temporal.Instant) {
  const { cast, ...grantor } = await db.transaction(async (tx) => {
    const organizationIds = await writeOrganizations(tx);
    const written = await writePeople(tx, [...mentees, ...admins, blockedMentee], now);
    await writeMemberships(tx, [...mentees, ...admins], organizationIds);
    const adminId = found(written[mentees.length], 'the admin').id;
    const demo = await writeMentors(tx, demoMentors, { now, organizationIds });
    return { cast: assembleCast(demo, written), adminId, organizationIds };
  });
  await writeCredits(mentees, { ...grantor, now });
  return cast;
}

/** The mails of the history are old news: they count as sent, and nobody gets them. */
async function keepMailsIn(): Promise<void> {
  await db
    .update(deliveries)
    .set({ status: 'sent', sentAt: sql`${deliveries.createdAt}` })
    .where(and(eq(deliveries.status, 'pending'), ne(deliveries.kind, 'sign_in')));
}

/** Mails that did not arrive, for an admin to see: the latest confirmations. */
async function failSomeMails(): Promise<void> {
  const failures = [
    { attempts: 8, lastError: '503 service_unavailable: try again later' },
    { attempts: 1, lastError: '422 validation_error: the domain of the address does not exist' },
  ];
  const latest = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.kind, 'booked_mentee'))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(failures.length);
  for (const [place, { id }] of latest.entries()) {
    await db
      .update(deliveries)
      .set({ status: 'failed', sentAt: null, ...failures[place] })
      .where(eq(deliveries.id, id));
  }
}

/** What people were reminded of is behind them, and they have read what is older than two days. */
async function settleMessages(now: Temporal.Instant): Promise<void> {
  await db
    .update(reminders)
    .set({ status: 'sent', decidedAt: sql`${reminders.dueAt}` })
    .where(and(eq(reminders.status, 'planned'), lte(reminders.dueAt, now)));
  await db
    .update(notifications)
    .set({ readAt: sql`${notifications.createdAt}` })
    .where(lte(notifications.createdAt, now.subtract({ hours: 48 })));
}

/** A line that rewrites itself, where somebody is watching. */
function showProgress(share: number): void {
  if (!process.stdout.isTTY) return;
  process.stdout.write(share < 1 ? `\r${Math.floor(share * 100)} % ` : '\r\u001b[K');
}

try {
  await seed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await pool.end();
}
