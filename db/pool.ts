import { AsyncLocalStorage } from 'node:async_hooks';
import { log } from '@/kernel/log';
import { Connection } from './connection';
import { withoutValues } from './database-error';
import { Busy } from './errors';
import { patienceOf, shareOf, type Work } from './work';

interface PoolOptions {
  url: string;
  /** Connections at most. */
  most: number;
  /** Behind a pooler that hands each transaction another connection of PostgreSQL's. */
  isPooled: boolean;
  /** Whether that pooler keeps prepared statements. */
  poolerPrepares: boolean;
}

interface Waiting {
  kind: Work;
  admit: () => void;
}

/** Milliseconds that a connection stays open unused, and at all. */
const idleMs = 20_000;
const lifeMs = 45 * 60_000;
/** Those who wait for a connection at most; who comes after them hears it at once. */
const mostWaiting = 2000;

/**
 * Out of whatever asks: a connection is nobody's request. Next.js takes the driver's random numbers for the
 * page's own, and refuses to prerender one whose query opens a connection.
 */
const outside = AsyncLocalStorage.snapshot();

const kinds: readonly Work[] = ['vital', 'cron', 'page', 'service'];

/**
 * The connections of the process, each used by one piece of work at a time: a transaction, or one query.
 *
 * It stands in the place of the driver's own pool, which sends what is not in a transaction behind what
 * is, across a border that a transaction pooler cuts at; gives everybody the same right to the last
 * connection; and lets what was queued for a transaction whose connection is lost run outside it
 * (decision 39).
 */
export class Pool {
  #idle: Connection[] = [];
  #closing = new Map<Connection, NodeJS.Timeout>();
  #inUse = 0;
  #waiting = new Map<Work, Waiting[]>(kinds.map((kind) => [kind, []]));
  #hasEnded = false;
  #isPooled: boolean;
  /** Whether the last that was heard of the server was that it is not there. */
  #isSuspect = false;

  constructor(private readonly options: PoolOptions) {
    this.#isPooled = options.isPooled;
  }

  /**
   * Whether nobody knows that the database is there: a connection was lost, or could not be had, after the
   * last one that was opened or used, or none is open.
   */
  get isInDoubt(): boolean {
    return this.#isSuspect || (this.#inUse === 0 && this.#idle.length === 0);
  }

  /**
   * Does `work` with a connection that is nobody else's meanwhile.
   * @throws Busy when none becomes free in time; the driver's error when the database is not there
   */
  async use<Value>(kind: Work, work: (connection: Connection) => Promise<Value>): Promise<Value> {
    await this.#turn(kind);
    try {
      const connection = await this.#get();
      connection.expectAnswersWithin(patienceOf(kind).statementMs + 400);
      try {
        return await work(connection);
      } finally {
        this.#giveBack(connection);
      }
    } catch (error) {
      // Of opening, beginning and committing, which are not Drizzle's.
      throw withoutValues(error);
    } finally {
      this.#inUse -= 1;
      this.#admitNext();
    }
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    for (const connection of this.#idle.splice(0)) this.#discard(connection);
  }

  #turn(kind: Work): Promise<void> {
    const waiting = this.#waiting.get(kind) ?? [];
    if (waiting.length === 0 && this.#inUse < shareOf(kind, this.options.most)) {
      this.#inUse += 1;
      return Promise.resolve();
    }
    if (waiting.length >= mostWaiting) return Promise.reject(new Busy('too many wait'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(new Busy('no connection became free'));
      }, patienceOf(kind).connectionMs);
      const entry = {
        kind,
        admit: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      waiting.push(entry);
    });
  }

  #admitNext(): void {
    for (const kind of kinds) {
      const waiting = this.#waiting.get(kind) ?? [];
      while (waiting.length > 0 && this.#inUse < shareOf(kind, this.options.most)) {
        this.#inUse += 1;
        waiting.shift()?.admit();
      }
    }
  }

  async #get(): Promise<Connection> {
    for (let one = this.#idle.pop(); one; one = this.#idle.pop()) {
      clearTimeout(this.#closing.get(one));
      if (!one.isLost) return one;
    }
    try {
      const connection = await outside(() => this.#open());
      this.#isSuspect = false;
      return connection;
    } catch (error) {
      this.#isSuspect = true;
      throw error;
    }
  }

  async #open(): Promise<Connection> {
    const { url, poolerPrepares } = this.options;
    // Others may find out meanwhile.
    const isReady = this.#isPooled;
    const { connection, isPooled } = await Connection.open({
      url,
      oneByOne: isReady,
      prepares: !isReady || poolerPrepares,
      onLost: (lost) => this.#onLost(lost),
    });
    if (!isPooled || isReady) return connection;
    connection.close();
    if (!this.#isPooled) adviseOfPooler();
    this.#isPooled = true;
    return this.#open();
  }

  #giveBack(connection: Connection): void {
    if (connection.isLost) return;
    this.#isSuspect = false;
    if (this.#hasEnded || performance.now() - connection.openedAtMs > lifeMs) {
      connection.close();
      return;
    }
    this.#idle.push(connection);
    const timer = setTimeout(() => this.#discard(connection), idleMs);
    timer.unref();
    this.#closing.set(connection, timer);
  }

  #discard(connection: Connection): void {
    this.#forget(connection);
    connection.close();
  }

  #onLost(connection: Connection): void {
    // One of ours that we close is forgotten before.
    if (this.#closing.has(connection)) this.#isSuspect = true;
    this.#forget(connection);
  }

  #forget(connection: Connection): void {
    clearTimeout(this.#closing.get(connection));
    this.#closing.delete(connection);
    this.#idle = this.#idle.filter((one) => one !== connection);
  }
}

function adviseOfPooler(): void {
  log.warn(
    'DATABASE_URL leads to a connection pooler: set DATABASE_TRANSACTION_POOLER=true, and ' +
      'DATABASE_POOLER_PREPARES=true where it keeps prepared statements (PgBouncer 1.21 or newer with ' +
      'max_prepared_statements). Until then each process finds out anew, and prepares nothing.',
  );
}
