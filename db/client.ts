import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { env } from '@/kernel/env';
import { begin } from './begin';
import type { Send, Sent } from './connection';
import { Pool } from './pool';
import { currentWork } from './work';

// Kept across hot reloads in development, which would otherwise open new connections at each change.
const kept = globalThis as { baobabPool?: Pool };

/** The one pool of the process. It connects at its first query, not when imported. */
export const pool = (kept.baobabPool ??= new Pool({
  url: env.DATABASE_URL ?? 'postgres://localhost:5432/baobab',
  most: env.DATABASE_POOL_MAX,
  isPooled: env.DATABASE_TRANSACTION_POOLER,
  poolerPrepares: env.DATABASE_POOLER_PREPARES,
}));

/** One query, on whichever connection is free. As the driver's own it is sent when somebody asks for its answer. */
const send: Send = (text, parameters) => {
  let isValues = false;
  let answer: Promise<postgres.Row[]> | undefined;
  const ask = () =>
    (answer ??= pool.use(currentWork(), async (connection) => {
      const sent = connection.send(text, parameters);
      return isValues ? sent.values() : sent;
    }));
  const pending: Pick<Sent, 'execute' | 'then' | 'catch' | 'finally'> & { values: () => object } = {
    values: () => {
      isValues = true;
      return pending;
    },
    execute: () => {
      // Whoever does not wait for it does not hear what became of it.
      ask().catch(() => {});
      return pending as unknown as Sent;
    },
    // oxlint-disable-next-line unicorn/no-thenable -- what Drizzle awaits
    then: (resolve, reject) => ask().then(resolve as never, reject),
    catch: (reject) => ask().catch(reject) as never,
    finally: (over) => ask().finally(over) as never,
  };
  return pending as unknown as Sent;
};

/** What Drizzle asks of the driver's client, and nothing else of it. */
const client = {
  // Drizzle writes into them how it reads a moment: each connection has that already.
  options: { parsers: {}, serializers: {} },
  unsafe: send,
  begin: <Value>(work: (inner: postgres.TransactionSql) => Promise<Value>) => begin(pool, work),
};

export const db = drizzle(client as unknown as postgres.Sql, { casing: 'snake_case' });

/** A transaction of `db`, or a savepoint inside one. */
export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];

/** What a query runs on: `db`, or the transaction that the caller is in. */
export type Executor = typeof db | Transaction;
