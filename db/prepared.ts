import { fillPlaceholders } from 'drizzle-orm';
import * as utils from 'drizzle-orm/utils';
import { db, type Executor } from './client';
import type { Send } from './connection';
import { withoutValues } from './database-error';

/** Drizzle's own reading of a row, which its types keep to themselves. */
const { mapResultRow } = utils as unknown as {
  mapResultRow: (
    fields: readonly unknown[],
    row: unknown[],
    joinsNotNullableMap: Record<string, boolean> | undefined,
  ) => unknown;
};

/** What sends an executor's queries: on any connection, or on that of the transaction. */
export function senderOf(executor: Executor): Send {
  // Drizzle keeps it to itself, and has no way to run a query that it has built on another connection.
  return (executor as unknown as { session: { client: { unsafe: Send } } }).session.client.unsafe;
}

/** What `prepare` of a query builder makes, with what Drizzle's types keep to themselves. */
interface Built {
  queryString: string;
  params: unknown[];
  fields: readonly unknown[];
  joinsNotNullableMap: Record<string, boolean> | undefined;
}

/**
 * A query that Drizzle builds once. Building one takes longer than PostgreSQL needs to answer it, so
 * what every booking asks is built at its first use and only filled in after that.
 *
 * It is handed to the driver before this returns. Queries that are sent one after the other without
 * waiting therefore run in that order, each with a snapshot of its own (decision 15).
 * @param build the query, with `sql.placeholder(name)` where a value goes; a value that its column has
 *   to encode needs `sql.param(sql.placeholder(name), column)`
 */
export function prepared<Result>(
  build: (database: typeof db) => { prepare: (name: string) => { execute: () => Promise<Result> } },
): (executor: Executor, values: Record<string, unknown>) => Promise<Result> {
  let built: Built | undefined;
  return (executor, values) => {
    built ??= build(db).prepare('') as unknown as Built;
    const { queryString, params, fields, joinsNotNullableMap } = built;
    const filled = fillPlaceholders(params, values) as never[];
    const sent = senderOf(executor)(queryString, filled).values().execute();
    const rowOf = (row: unknown[]) => mapResultRow(fields, row, joinsNotNullableMap);
    return sent
      .then((rows) => rows.map(rowOf))
      .catch((error: unknown) => {
        throw withoutValues(error, queryString);
      }) as Promise<Result>;
  };
}
