import { DrizzleQueryError } from 'drizzle-orm';
import { PgPreparedQuery } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { isErrorNamed } from '@/kernel/known-by-name';

/** What is said of the query: its text has placeholders and no values. */
const longestStatement = 500;
/** The driver's names, and the network's. */
const brokenConnection = /^(CONNECT\w*|E[A-Z]{4,})$/;

/**
 * What PostgreSQL refused, or a connection that broke, with nothing of what people wrote: whoever logs an
 * error logs all of it. The driver's own has the parameters, the row that was in the way (`detail`) and
 * what a trigger was doing (`where`), and Drizzle's has the parameters in its message.
 */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
  /** SQLSTATE (PostgreSQL manual, appendix A), or the driver's name for a broken connection. */
  readonly code: string;
  readonly constraint: string | null;
  readonly table: string | null;
  readonly statement: string | null;

  static override [Symbol.hasInstance](error: unknown): boolean {
    return isErrorNamed(error, 'DatabaseError');
  }

  /** Whether the connection broke, or could not be had. */
  get isConnection(): boolean {
    return brokenConnection.test(this.code);
  }

  constructor(
    message: string,
    about: { code: string; constraint?: string; table?: string; statement?: string | undefined },
  ) {
    super(message);
    this.code = about.code;
    this.constraint = about.constraint ?? null;
    this.table = about.table ?? null;
    this.statement = about.statement?.slice(0, longestStatement) ?? null;
  }
}

/**
 * The same error without a value of anybody's; others are left as they are.
 * @param statement the query's text, where it is known
 */
export function withoutValues(error: unknown, statement?: string): unknown {
  if (error instanceof DrizzleQueryError) return withoutValues(error.cause, error.query);
  if (error instanceof postgres.PostgresError) {
    const { code, constraint_name: constraint, table_name: table } = error;
    return new DatabaseError(messageOf(error), { code, constraint, table, statement });
  }
  if (error instanceof Error && 'code' in error && brokenConnection.test(String(error.code))) {
    const code = String(error.code);
    return new DatabaseError(`the database cannot be reached: ${code}`, { code, statement });
  }
  return error;
}

/** PostgreSQL names its own things in most messages, but of values that it cannot read it shows them. */
function messageOf({ code, message, routine }: postgres.PostgresError): string {
  return code.startsWith('22') ? `a value was refused (${code}) in ${routine}` : message;
}

// Drizzle has no option for this, and all of its queries pass here. Of its caches none is used.
Object.assign(PgPreparedQuery.prototype, {
  async queryWithCache(text: string, _parameters: unknown, query: () => Promise<unknown>) {
    try {
      return await query();
    } catch (error) {
      throw withoutValues(error, text);
    }
  },
});
