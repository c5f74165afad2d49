// Fills an empty database with the demo: people, mentors, and a history of bookings. With
// --if-empty it does nothing where there are mentors already. Needs DATABASE_URL.
import { Temporal } from 'temporal-polyfill';
import { db, pool } from '@/db/client';
import { mentors } from '@/db/schema/mentors';
import { demoMentors } from './seed/mentors/all';
import { admins, blockedMentee, mentees } from './seed/people';
import { writeMentors } from './seed/write-mentors';
import { writeMemberships, writeOrganizations, writePeople } from './seed/write-people';

async function seed(): Promise<void> {
  const isEmpty = (await db.select({ id: mentors.userId }).from(mentors).limit(1)).length === 0;
  if (!isEmpty) {
    if (process.argv.includes('--if-empty')) return;
    throw new Error('This database has mentors already. npm run db:reset starts over.');
  }

  const startedAt = performance.now();
  const now = Temporal.Now.instant();
  const written = await db.transaction(async (tx) => {
    const organizationIds = await writeOrganizations(tx);
    const people = [...admins, ...mentees, blockedMentee];
    await writePeople(tx, people, now);
    await writeMemberships(tx, people, organizationIds);
    return writeMentors(tx, demoMentors, { now, organizationIds });
  });

  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`Demo: ${written.length} mentors, ${mentees.length} mentees (${seconds} s)`);
}

try {
  await seed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause) console.error(error.cause);
  process.exitCode = 1;
} finally {
  await pool.end();
}
