import { gt } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { planArrangements } from '@/scripts/seed/arrange';
import { listArrangements } from '@/scripts/seed/arrangements';
import { Timeline } from '@/scripts/seed/timeline';
import { writeCast, writeDemo } from '@/scripts/seed/write-demo';
import { raw } from './raw';

/** Filled by migrations; all else is the demo's. */
const filledAtOnce = ['organizations', 'skills', 'skill_terms'];

/** Back to how the migrations leave it, past the triggers that let nobody delete. */
async function empty(): Promise<void> {
  await raw.begin(async (tx) => {
    const tables = await tx<{ tablename: string }[]>`
      select tablename from pg_tables
      where schemaname = 'public' and not tablename = any(${filledAtOnce})`;
    await tx`set local session_replication_role = replica`;
    for (const { tablename } of tables) await tx`delete from ${tx(tablename)}`;
    await tx`delete from organizations where slug <> 'public'`;
  });
}

describe('the demo', () => {
  beforeEach(empty);

  // It throws where anything lacks that the pages need.
  it.each([
    ['a Monday', '2026-12-07T12:00:00Z'],
    ['a Tuesday, in the first minute of a month', '2026-12-01T00:00:30Z'],
    ['a Wednesday, before dawn', '2027-01-13T03:10:00Z'],
    ['a Thursday, in the last minute of a year', '2026-12-31T23:59:30Z'],
    ['a Friday, in the first minute of a year', '2027-01-01T00:00:10Z'],
    ['a Saturday evening', '2027-06-12T18:45:00Z'],
    ['a Sunday morning', '2027-05-02T08:20:00Z'],
    ['the hour that the clocks of Paris skip', '2027-03-28T01:30:00Z'],
    ['the hour that they repeat', '2027-10-31T00:30:00Z'],
    ['the start of the Moroccan Ramadan', '2027-02-07T02:15:00Z'],
    ['its end', '2027-03-14T02:15:00Z'],
    ['29 February', '2028-02-29T14:05:00Z'],
    ['the last minute of a February', '2027-02-28T23:59:59Z'],
    ['today', Temporal.Now.instant().toString()],
  ])(
    'is whole on %s',
    async (_, at) => {
      const now = Temporal.Instant.from(at);
      await writeDemo(now);
      const after = await db.$count(bookings, gt(bookings.createdAt, now));
      expect(after, 'made later than it was written').toBe(0);
    },
    60_000,
  );

  it('says what is not as it was arranged', async () => {
    const now = Temporal.Instant.from('2026-12-07T12:00:00Z');
    const cast = await writeCast(now);
    const timeline = new Timeline();
    const [running] = listArrangements(cast, now);
    if (!running) throw new Error('nothing is arranged');
    // Nobody can ask for an hour that is over.
    const late = { ...running, asked: 0, within: [-2, -1] } as const;
    const undone = { ...running, steps: () => [] };
    const listMissing = planArrangements([late, undone], { timeline, cast, now });
    await timeline.runUntil(now.epochMilliseconds);
    expect(await listMissing()).toEqual([
      'a running session, with Chidinma Okafor: not booked',
      'a running session, with Chidinma Okafor: confirmed',
    ]);
  });
});
