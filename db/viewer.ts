import { AsyncLocalStorage } from 'node:async_hooks';
import { getTableName } from 'drizzle-orm';
import { alias, PgDialect, pgSchema, type PgTable } from 'drizzle-orm/pg-core';
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js/session';
import { validate as isUuid } from 'uuid';
import { type Executor, pool, type Transaction } from './client';
import type { Connection, Send } from './connection';
import { currentWork, timeLimits } from './work';

/** Who looks, as row-level security asks: `lib/auth/session.ts` reads it. Null where that is asked for: a visitor. */
export interface Viewing {
  id: string;
  /** Organizations that they belong to, by id. */
  memberOf: readonly string[];
  /** Of those the ones that they administer. */
  adminOf: readonly string[];
}

const brand: unique symbol = Symbol('reads as a viewer');

/** A transaction of {@link asViewer}: what runs on it finds what the viewer may see, and nothing else. */
export type ViewerExecutor = Transaction & { readonly [brand]: true };

const shown = pgSchema('shown');
const dialect = new PgDialect({ casing: 'snake_case' });
const reading = new AsyncLocalStorage<true>();

/**
 * Reads what somebody may see, in one transaction of the role `baobab_viewer` (decision 32). It is opened
 * together with the first query, and given back when `read` is done: each query is awaited inside, and
 * one that comes later is refused, since it would run as whoever has the connection then.
 *
 * Never inside another: a reading that waits for one waits, on a pool that is full, for ever. What reads
 * for several hands its executor down.
 * @param link of a service that is reached by it alone, where the viewer has come by one
 * @throws inside another `asViewer`
 */
export async function asViewer<Value>(
  viewer: Viewing | null,
  read: (executor: ViewerExecutor) => Promise<Value>,
  { link = null }: { link?: string | null } = {},
): Promise<Value> {
  if (reading.getStore()) throw new Error('a reading inside another: hand the executor down');
  const opening = openingOf(viewer, link);
  return pool.use(currentWork(), async (connection) => {
    const { executor, end } = executorOn(connection);
    const opened = connection.send(opening).execute();
    try {
      const value = await reading.run(true, () => read(executor));
      await opened;
      return value;
    } catch (error) {
      // Where it could not be opened, each query says no more than that.
      await opened;
      throw error;
    } finally {
      end();
      // The driver sends a query a moment after it is asked to: nobody else has the connection before
      // this is answered, or theirs could come first, and run as the viewer.
      if (!connection.isLost) await connection.send('rollback').catch(() => connection.close());
    }
  });
}

/** Whether a query runs for a page, and so sees of others' rows what `shown` has of them. */
export function isViewer(executor: Executor): executor is ViewerExecutor {
  return brand in executor;
}

/**
 * What a query selects from in place of a table: the view of the schema `shown` that has the table's
 * rows as anybody may know them, under the table's own name, so that its columns are named as ever. For
 * `from` and joins of the query builder; in a template it would be the table's name.
 */
export function shownAs<Of extends PgTable>(view: string, table: Of): Of {
  return alias(shown.table(view, {}), getTableName(table)) as unknown as Of;
}

/** One text, which needs no answer before the queries that follow it. */
function openingOf(viewer: Viewing | null, link: string | null): string {
  const { id, memberOf, adminOf } = viewer ?? { id: '', memberOf: [], adminOf: [] };
  const ids = [...(viewer ? [id] : []), ...memberOf, ...adminOf];
  if (!ids.every((one) => isUuid(one))) throw new TypeError('a viewer is told by ids');
  if (link !== null && !/^[\w-]{1,100}$/.test(link)) throw new TypeError('a link is no such text');
  return [
    'begin read only',
    timeLimits(currentWork()),
    'set local role baobab_viewer',
    `set local app.user_id = '${id}'`,
    `set local app.member_of = '{${memberOf.join()}}'`,
    `set local app.admin_of = '{${adminOf.join()}}'`,
    `set local app.link = '${link ?? ''}'`,
    // Compiling a plan takes longer than carrying it out, and policies make plans look dear.
    'set local jit = off',
  ].join(';');
}

/** Queries on the connection, until the reading is over. */
function executorOn(connection: Connection) {
  let isOver = false;
  const unsafe: Send = (text, parameters) => {
    if (isOver) throw new Error('a query of a reading comes when it is over: await it inside');
    return connection.send(text, parameters);
  };
  const session = new PostgresJsSession({ unsafe } as never, dialect, undefined);
  const executor = new PostgresJsTransaction(dialect, session as never, undefined);
  return {
    executor: Object.assign(executor, { [brand]: true }) as unknown as ViewerExecutor,
    end: () => {
      isOver = true;
    },
  };
}
