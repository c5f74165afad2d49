/** A database that is stopped, and people who wait for each other: nothing hangs, and others go on. */
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import { joinServer } from '../scripts/database/server';
import { checkHealth } from '@/lib/health/service';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { order, user } from '@/testing/bookings';
import { databaseKeepsTime } from '@/testing/database-time';
import { makeMentor, makeUser, monday, ten } from '@/testing/people';
import { raw } from '@/testing/raw';
import { Busy, isBusy, isOutage } from './errors';
import { asViewer } from './viewer';

// As in production, where it is not set.
vi.hoisted(() => Reflect.deleteProperty(process.env, 'DATABASE_WAIT_SECONDS'));
afterEach(() => vi.unstubAllEnvs());

/** What came of it, and after how many milliseconds. */
async function timed<Value>(work: Promise<Value>) {
  const began = performance.now();
  const outcome = await work.catch((error: unknown) => error);
  return { outcome, ms: performance.now() - began };
}

const keepsTime = await databaseKeepsTime();

it.runIf(keepsTime)(
  'those who wait for one mentor give up in seconds, and all others go on',
  async () => {
    const [hot, other] = [await makeMentor(), await makeMentor()];
    const people = await Promise.all(Array.from({ length: 41 }, () => makeUser()));
    const [first, ...crowd] = people;
    const bookAs = (id: string, { mentorId, variantId }: typeof hot) =>
      orderSlots(order({ booker: user(id), mentorId, variantId, startsAt: ten }));
    const holder = await raw.reserve();
    await holder`begin`;
    await holder`select 1 from users where id = ${hot.mentorId} for update`;
    const waiting = crowd.map(({ id }) => timed(bookAs(id, hot)));
    await setTimeout(300);

    const [health, page, booked] = await Promise.all([
      timed(checkHealth({ now: monday })),
      timed(asViewer(null, (tx) => tx.execute(sql`select 1 as one`))),
      timed(bookAs(first?.id ?? '', other)),
    ]);
    expect(health.outcome).toMatchObject({ database: 'up' });
    expect(page.outcome).toEqual([{ one: 1 }]);
    expect(booked.outcome).toMatchObject({ ok: true });
    expect(Math.max(health.ms, page.ms, booked.ms)).toBeLessThan(2000);

    const refused = await Promise.all(waiting);
    // What was typed is kept with the form, and the times near it are one tap away.
    const someTimes: unknown = expect.arrayContaining([expect.anything()]);
    const near = [expect.objectContaining({ index: 0, alternatives: someTimes })];
    for (const { outcome } of refused) {
      expect(outcome).toMatchObject({ ok: false, reason: 'busy', failures: near });
    }
    expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(8000);
    await holder`rollback`;
    holder.release();
    expect(await bookAs(crowd[0]?.id ?? '', hot)).toMatchObject({ ok: true });
  },
);

it('whoever comes late for a time that is gone hears it at once, crowd or not', async () => {
  const hot = await makeMentor();
  const people = await Promise.all(Array.from({ length: 20 }, () => makeUser()));
  const [first, late, ...crowd] = people;
  const form = (id: string, hour: number) =>
    order({ booker: user(id), ...hot, startsAt: ten.add({ hours: hour }) });
  const taken = form(first?.id ?? '', 0);
  expect(await orderSlots(taken)).toMatchObject({ ok: true });
  const holder = await raw.reserve();
  await holder`begin`;
  await holder`select 1 from users where id = ${hot.mentorId} for update`;
  const waiting = crowd.map(({ id }) => orderSlots(form(id, 2)));
  await setTimeout(300);

  const { outcome, ms } = await timed(orderSlots(form(late?.id ?? '', 0)));
  expect(outcome).toMatchObject({ ok: false, reason: 'slot_taken', failures: [{ index: 0 }] });
  expect(ms).toBeLessThan(1000);
  // The same form again is no crowd at its own time: it waits for its answer.
  const again = orderSlots(taken);
  await setTimeout(300);
  await holder`rollback`;
  holder.release();
  expect(await again).toMatchObject({ ok: true });
  const outcomes = await Promise.all(waiting);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

it('what one bundle of the server throws another knows', async () => {
  vi.resetModules();
  const [errors, { DatabaseError }] = await Promise.all([
    import('./errors'),
    import('./database-error'),
  ]);
  expect(errors.Busy).not.toBe(Busy);
  expect(isBusy(new errors.Busy('of another'))).toBe(true);
  expect(isOutage(new DatabaseError('of another', { code: 'ECONNREFUSED' }))).toBe(true);
  expect(isBusy(new Error('something else'))).toBe(false);
});

it('a database that is stopped is said to be, and is back at once when it is', async () => {
  let server = await start();
  try {
    vi.stubEnv('DATABASE_URL', server.url());
    vi.stubEnv('DATABASE_POOL_MAX', '5');
    vi.resetModules();
    Reflect.deleteProperty(globalThis, 'baobabPool');
    const { db, pool } = await import('./client');
    const errors = await import('./errors');
    const ask = () => db.execute(sql`select 1 as one`);
    const many = () => Promise.all(Array.from({ length: 20 }, () => timed(ask())));
    // Nothing is open, so nothing is known: whoever comes first asks before a page begins.
    expect(pool.isInDoubt).toBe(true);
    for (const { outcome } of await many()) expect(outcome).toEqual([{ one: 1 }]);
    expect(pool.isInDoubt).toBe(false);

    const inside = timed(
      db.transaction(async (tx) => {
        await tx.execute(sql`select pg_sleep(10)`).catch(() => {});
        // Not on the next connection, where it would be no part of the transaction.
        await tx.execute(sql`create table stray ()`);
      }),
    );
    await setTimeout(200);
    await server.release();
    expect(errors.isOutage((await inside).outcome)).toBe(true);
    for (const { outcome, ms } of await many()) {
      expect(errors.isOutage(outcome)).toBe(true);
      expect(ms).toBeLessThan(5000);
    }
    expect(pool.isInDoubt).toBe(true);

    server = await start(server.port);
    const back = await timed(ask());
    expect(back.outcome).toEqual([{ one: 1 }]);
    expect(back.ms).toBeLessThan(2000);
    expect(pool.isInDoubt).toBe(false);
    for (const { outcome } of await many()) expect(outcome).toEqual([{ one: 1 }]);
    const [stray] = await db.execute(sql`select to_regclass('stray') as name`);
    expect(stray).toEqual({ name: null });
    await pool.end();
  } finally {
    await server.release();
  }
}, 60_000);

it('knows an outage from what is wrong with a query', async () => {
  const wrong = await timed(asViewer(null, (tx) => tx.execute(sql`select nothing`)));
  expect(isOutage(wrong.outcome)).toBe(false);
});

function start(preferredPort?: number) {
  const settings = { fsync: 'off' };
  return joinServer({
    name: 'outage',
    settings,
    ...(preferredPort !== undefined && { preferredPort }),
  });
}
