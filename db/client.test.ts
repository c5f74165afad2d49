import { eq, sql } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import { isAnyOf } from './conditions';

/** Queries as Drizzle sends them, in each place that they are sent from, on one connection. */
async function preparedOnOneConnection(): Promise<string[]> {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, 'baobabPool');
  const { db, pool } = await import('./client');
  const { users } = await import('./schema/users');
  const ask = (executor: Pick<typeof db, 'select'>, word: string) =>
    executor
      .select({ id: users.id })
      .from(users)
      .where(sql`${users.name} = ${word} and ${sql.raw(`'${word}' <> ''`)}`);
  try {
    await ask(db, 'plain');
    await db.transaction(async (tx) => {
      await ask(tx, 'transaction');
      await tx.transaction(async (inner) => {
        await ask(inner, 'savepoint');
        await inner.transaction((innermost) => ask(innermost, 'second savepoint'));
      });
    });
    const rows = await db.execute<{ statement: string }>(
      sql`select statement from pg_prepared_statements`,
    );
    return rows.map((row) => row.statement);
  } finally {
    await pool.end();
  }
}

afterEach(() => vi.unstubAllEnvs());

it('asks for a NUL, which no text has, without being refused', async () => {
  const { db } = await import('./client');
  const { users } = await import('./schema/users');
  const word = 'a\0b';
  expect(await db.select().from(users).where(eq(users.name, word))).toEqual([]);
  expect(
    await db
      .select()
      .from(users)
      .where(isAnyOf(users.name, [word, 'c'])),
  ).toEqual([]);
  expect(await db.execute(sql`select ${word} as word`)).toMatchObject([{ word: 'a\uFFFDb' }]);
});

it('has every query prepared, in transactions and savepoints too', async () => {
  vi.stubEnv('DATABASE_POOL_MAX', '1');
  const statements = await preparedOnOneConnection();
  for (const place of ['plain', 'transaction', 'savepoint', 'second savepoint']) {
    expect(statements).toContainEqual(expect.stringContaining(`'${place}' <> ''`));
  }
});

it('has none prepared behind a transaction pooler', async () => {
  vi.stubEnv('DATABASE_POOL_MAX', '1');
  vi.stubEnv('DATABASE_TRANSACTION_POOLER', 'true');
  expect(await preparedOnOneConnection()).toEqual([]);
});
