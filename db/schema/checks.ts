import { type Column, sql } from 'drizzle-orm';

/** One of the words that the code knows. A null passes, where the column admits it. */
export function isOneOf(column: Column, words: readonly string[]) {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;
}

/** A name that PostgreSQL knows as a time zone (`is_time_zone` is in migration 0000). */
export function isZone(column: Column) {
  return sql`is_time_zone(${column})`;
}

/** An e-mail address in the one form in which they are compared. */
export function isNormalAddress(column: Column) {
  return sql`${column} = lower(${column}) and ${column} ~ '^[^[:space:]@]+@[^[:space:]@]+$'`;
}

/**
 * A range that is `[)`, bounded on both sides by real instants, and not empty. Each part is false,
 * never null, for a range that fails it: a check that comes out null passes.
 */
export function isBoundedRange(column: Column) {
  return sql`not isempty(${column})
    and lower_inc(${column}) and not upper_inc(${column})
    and coalesce(isfinite(lower(${column})) and isfinite(upper(${column})), false)`;
}

/** For partial indexes: rows in which the column is null. */
export function isNotSet(column: Column) {
  return sql`${column} is null`;
}
