import { type Column, sql } from 'drizzle-orm';

/**
 * A range that is `[)`, bounded on both sides by real instants, and not empty. Each part is false,
 * never null, for a range that fails it: a check that comes out null passes.
 */
export function isBoundedRange(column: Column) {
  return sql`not isempty(${column})
    and lower_inc(${column}) and not upper_inc(${column})
    and coalesce(isfinite(lower(${column})) and isfinite(upper(${column})), false)`;
}
