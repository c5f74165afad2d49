import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/kernel/env';
import { withoutValues } from './database-error';

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

type Work<Value> = (client: postgres.TransactionSql) => Value | Promise<Value>;

/**
 * The client as Drizzle gets it, which prepares every query: Drizzle sends each one through `unsafe`
 * with `prepare: false`, so that PostgreSQL would parse and plan it anew, in two round trips. Prepared,
 * it takes one, and queries that do not wait for each other travel together. It prepares nothing when
 * `client` was made with `prepare: false`.
 */
export function preparing<Client extends postgres.Sql | postgres.TransactionSql>(
  client: Client,
): Client {
  const unsafe: Client['unsafe'] = (text, parameters, options) =>
    client.unsafe(text, parameters, { ...options, prepare: true });
  const instead = {
    unsafe,
    ...('begin' in client && {
      begin: async <Value>(work: Work<Value>) => {
        try {
          return await client.begin((inner) => work(preparing(inner)));
        } catch (error) {
          // Of beginning and committing, which are not Drizzle's.
          throw withoutValues(error);
        }
      },
    }),
    ...('savepoint' in client && {
      savepoint: <Value>(work: Work<Value>) => client.savepoint((inner) => work(preparing(inner))),
    }),
  };
  return new Proxy(client, {
    get: (target, key): unknown => Reflect.get(key in instead ? instead : target, key),
  });
}

// Kept across hot reloads in development, which would otherwise open a new pool at each change.
const kept = globalThis as { baobabPool?: ReturnType<typeof connect> };

/** The one connection pool of the process. It connects at its first query, not when imported. */
export const pool = (kept.baobabPool ??= connect());

export const db = drizzle(preparing(pool), { casing: 'snake_case' });

/** A transaction of `db`, or a savepoint inside one. */
export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];

/** What a query runs on: `db`, or the transaction that the caller is in. */
export type Executor = typeof db | Transaction;
