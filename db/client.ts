import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/kernel/env';

function connect() {
  return postgres(env.DATABASE_URL ?? 'postgres://localhost:5432/baobab', {
    max: env.DATABASE_POOL_MAX,
    idle_timeout: 20,
    connect_timeout: 10,
    // A transaction pooler hands each transaction another connection, where a named statement is unknown.
    prepare: !env.DATABASE_TRANSACTION_POOLER,
    connection: { application_name: 'baobab', TimeZone: 'UTC' },
    onnotice: () => {},
  });
}

// Kept across hot reloads in development, which would otherwise open a new pool at each change.
const kept = globalThis as { baobabPool?: ReturnType<typeof connect> };

/** The one connection pool of the process. It connects at its first query, not when imported. */
export const pool = (kept.baobabPool ??= connect());

export const db = drizzle(pool, { casing: 'snake_case' });

/** A transaction of `db`, or a savepoint inside one. */
export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];

/** What a query runs on: `db`, or the transaction that the caller is in. */
export type Executor = typeof db | Transaction;
