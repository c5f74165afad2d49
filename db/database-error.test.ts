/**
 * A query of each kind that breaks, with a secret among its values: whoever logs the error, and however,
 * writes nothing of it.
 */
import { inspect } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { databaseKeepsTime } from '@/testing/database-time';
import { makeUser, monday } from '@/testing/people';
import { db } from './client';
import { DatabaseError } from './database-error';
import { arrayOf } from './conditions';
import { insertRows } from './insert-rows';
import { prepared } from './prepared';
import { authSessions } from './schema/auth';
import { users } from './schema/users';
import { asViewer } from './viewer';

const secret = 'sk-7f3a@secret.test';
const blocker = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
let userId = '';

beforeAll(async () => {
  await makeUser({ email: secret });
  ({ id: userId } = await makeUser({ name: secret }));
});
afterAll(() => blocker.end());

const bySecret = prepared((on) =>
  on
    .select({ id: users.id })
    .from(users)
    .where(
      sql`${users.name} = ${sql.placeholder('name')} and 1 / (length(${users.name}) - 19) = 0`,
    ),
);

const broken: Record<string, () => Promise<unknown>> = {
  'a value that is none of its type': async () =>
    db.select().from(users).where(eq(users.id, secret)),
  'a number that is none': async () => db.execute(sql`select ${secret}::int`),
  'a day that there is not': async () => db.execute(sql`select (${secret} || ' 2026-02-30')::date`),
  'a row that is there already': async () => db.insert(users).values({ email: secret, name: 'A' }),
  'a row that points to nothing': async () =>
    db.insert(authSessions).values({
      sessionToken: 'a'.repeat(64),
      device: secret,
      userId: '00000000-0000-7000-8000-000000000000',
      expires: new Date(),
    }),
  'a value that a check refuses': async () =>
    db.update(users).set({ email: secret.toUpperCase() }).where(eq(users.id, userId)),
  'a text that is no statement': async () => db.execute(sql`select ${secret} frmo users`),
  'a column that is not there': async () =>
    db.execute(sql`select nothing from users where ${secret} = ''`),
  'a prepared one': async () => bySecret(db, { name: secret }),
  'an array': async () =>
    db.execute(sql`select * from users where id = any(${arrayOf(users.name, [secret])}::uuid[])`),
  'rows at once': async () =>
    insertRows(db, users, [{ email: secret, name: 'A', createdAt: monday }]),
  'one in a transaction': async () =>
    db.transaction(async (tx) => tx.execute(sql`select ${secret}::uuid`)),
  'one in a savepoint': async () =>
    db.transaction(async (tx) =>
      tx.transaction(async (inner) => inner.insert(users).values({ email: secret, name: 'A' })),
    ),
  'one of a reading': async () => asViewer(null, (on) => on.execute(sql`select ${secret}::uuid`)),
  'a lock that is not to be had': async () =>
    blocker.begin(async (holding) => {
      await holding`select 1 from users where id = ${userId} for update`;
      await db.transaction(async (tx) => {
        await tx.execute(sql`set local lock_timeout = '50ms'`);
        await tx.update(users).set({ name: secret }).where(eq(users.id, userId));
      });
    }),
  'one that takes too long': async () =>
    db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = '50ms'`);
      await tx.execute(sql`select pg_sleep(1), ${secret}::text`);
    }),
};

const needTime = ['a lock that is not to be had', 'one that takes too long'];
const keepsTime = await databaseKeepsTime();
const tried = Object.entries(broken).filter(([kind]) => keepsTime || !needTime.includes(kind));

it.each(tried)('%s', async (_kind, breakIt) => {
  const error: unknown = await breakIt().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({ code: expect.stringMatching(/^\w{5}$/) });
  expectNoSecret(error);
});

it('a database that is not there', async () => {
  vi.stubEnv('DATABASE_URL', `postgres://${secret.slice(0, 5)}:pw@127.0.0.1:1/none`);
  vi.resetModules();
  Reflect.deleteProperty(globalThis, 'baobabPool');
  const { db: elsewhere } = await import('./client');
  const error: unknown = await elsewhere
    .execute(sql`select ${secret}`)
    .catch((thrown: unknown) => thrown);
  vi.unstubAllEnvs();
  expect(error).toMatchObject({ name: 'DatabaseError' });
  expectNoSecret(error);
});

/** In all that a logger could make of it: its text, its fields, hidden ones too, and its causes. */
function expectNoSecret(error: unknown): void {
  const shown = [
    String(error),
    error instanceof Error ? error.stack : '',
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error),
    JSON.stringify(pino.stdSerializers.err(error as Error)),
  ];
  for (const text of shown) expect(text?.toLowerCase()).not.toContain('secret.test');
}
