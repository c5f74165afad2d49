import type postgres from 'postgres';
import type { Connection, Send } from './connection';
import { DatabaseError } from './database-error';
import type { Pool } from './pool';
import { currentWork, timeLimits } from './work';

type Work<Value> = (client: postgres.TransactionSql) => Promise<Value>;

/**
 * A transaction on a connection of its own, for Drizzle. The driver's own `begin` cannot be had behind
 * a transaction pooler: it needs to send more than one query at a time.
 *
 * It begins together with its first query, and what fails inside fails the whole, even where `work` goes
 * on without it: a savepoint is what can be undone alone.
 */
export function begin<Value>(pool: Pool, work: Work<Value>): Promise<Value> {
  const kind = currentWork();
  return pool.use(kind, async (connection) => {
    const opened = connection.send(`begin;${timeLimits(kind)}`).execute();
    try {
      const value = await scope(connection, work, { savepoints: 0 });
      await opened;
      await connection.send('commit');
      return value;
    } catch (error) {
      // On a connection that is lost PostgreSQL has done it, or will.
      if (!connection.isLost) await connection.send('rollback').catch(() => connection.close());
      throw error;
    }
  });
}

/** @throws what `work` throws, else the first failure of a query in it */
async function scope<Value>(
  connection: Connection,
  work: Work<Value>,
  /** Of the whole transaction: a name stands for the youngest that has it. */
  count: { savepoints: number },
): Promise<Value> {
  const failures: unknown[] = [];
  const unsafe: Send = (text, parameters) => {
    const sent = connection.send(text, parameters);
    sent.catch((error: unknown) => failures.push(error));
    return sent;
  };
  const savepoint = async <Inner>(inner: Work<Inner>): Promise<Inner> => {
    count.savepoints += 1;
    const name = `s${count.savepoints}`;
    await connection.send(`savepoint ${name}`);
    try {
      return await scope(connection, inner, count);
    } catch (error) {
      if (!connection.isLost) await connection.send(`rollback to ${name}`);
      throw error;
    }
  };
  let value: Value;
  try {
    value = await work({ unsafe, savepoint } as unknown as postgres.TransactionSql);
  } catch (error) {
    // Of every query after one that failed, PostgreSQL says only that.
    const isOfFailed = error instanceof DatabaseError && error.code === '25P02';
    throw isOfFailed ? (failures[0] ?? error) : error;
  }
  if (failures.length > 0) throw failures[0];
  return value;
}
