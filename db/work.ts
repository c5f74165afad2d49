import { AsyncLocalStorage } from 'node:async_hooks';
import { env } from '@/kernel/env';

/**
 * What a piece of work is, and so how long it may take and how many connections are left to others. What
 * a monitor asks and who is signed in comes before everything else; the periodic jobs come before pages;
 * and services, which wait for each other's locks, leave some to pages.
 */
export type Work = 'vital' | 'cron' | 'page' | 'service';

export interface Patience {
  /** For a connection. */
  connectionMs: number;
  /** For one statement. */
  statementMs: number;
  /** For one lock. */
  lockMs: number;
  /** Between two statements of a transaction. */
  idleMs: number;
}

/** What somebody who wants the same as others waits for them at most, in each place that they wait. */
export const waitMs = env.DATABASE_WAIT_SECONDS * 1000;

const patience: Record<Work, Patience> = {
  vital: { connectionMs: 1500, statementMs: 3000, lockMs: 1000, idleMs: 3000 },
  cron: { connectionMs: 10_000, statementMs: 20_000, lockMs: 5000, idleMs: 20_000 },
  page: { connectionMs: 4000, statementMs: 4500, lockMs: 4000, idleMs: 10_000 },
  service: {
    connectionMs: waitMs + 1000,
    statementMs: 2 * waitMs,
    // A row that others wait for too is two locks.
    lockMs: Math.round((2 / 3) * waitMs),
    idleMs: 10_000,
  },
};

const under = new AsyncLocalStorage<Work>();

/** Does `work` as what it is; without it everything is a page's, and a service what runs in `inTransaction`. */
export function workingAs<Value>(kind: Work, work: () => Value): Value {
  return under.run(kind, work);
}

export function currentWork(): Work {
  return under.getStore() ?? 'page';
}

export function patienceOf(kind: Work): Patience {
  return patience[kind];
}

/** How many of `most` connections may be in use for one of this kind to get another. */
export function shareOf(kind: Work, most: number): number {
  const apart = Math.min(2, Math.floor((most - 1) / 2));
  const shares: Record<Work, number> = {
    vital: most,
    cron: most - Math.max(0, apart - 1),
    page: most - apart,
    service: Math.max(1, Math.floor((most - apart) * 0.75)),
  };
  return shares[kind];
}

/** What a transaction says of itself when it begins. Behind a pooler it holds for the transaction alone. */
export function timeLimits(kind: Work): string {
  const { statementMs, lockMs, idleMs } = patience[kind];
  return [
    `set local statement_timeout = ${statementMs}`,
    `set local lock_timeout = ${lockMs}`,
    `set local idle_in_transaction_session_timeout = ${idleMs}`,
  ].join(';');
}
