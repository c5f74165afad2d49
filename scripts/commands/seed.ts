// Fills an empty database with the demo: people, mentors, and a fortnight of bookings. With --if-empty
// it does nothing where there are mentors already; --at 2027-03-28T01:30:00Z writes it as of that
// instant. Needs DATABASE_URL.
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { db, pool } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { mentors } from '@/db/schema/mentors';
import { writeDemo } from '../seed/write-demo';
import { sentence } from '../shared/run';

const { values: options } = parseArgs({
  options: { 'if-empty': { type: 'boolean' }, at: { type: 'string' } },
});

async function seed(): Promise<void> {
  const count = await db.$count(mentors);
  if (count > 0) {
    if (options['if-empty']) return;
    throw new Error('This database has mentors already. npm run db:reset starts over.');
  }
  const now = options.at === undefined ? Temporal.Now.instant() : Temporal.Instant.from(options.at);
  const startedAt = performance.now();
  console.log('Writing the demo: people, mentors, and a fortnight of bookings …');
  await writeDemo(now);
  const byStatus = await db
    .select({ status: bookings.status, count: sql<number>`count(*)::int` })
    .from(bookings)
    .groupBy(bookings.status)
    .orderBy(bookings.status);
  const counts = byStatus.map(({ status, count: many }) => `${many} ${status}`).join(', ');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`As of ${now.toString()}; bookings: ${counts} (${seconds} s)`);
}

try {
  await seed();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
} finally {
  await pool.end();
}
