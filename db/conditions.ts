import { type Column, type GetColumnData, is, SQL, sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';

/**
 * Condition: the column has one of these values; false where there are none. All of them are one
 * parameter, so that one statement is prepared for any number of them: `in` would need one for each.
 */
export function isAnyOf<Of extends Column>(
  column: Of,
  values: readonly GetColumnData<Of, 'raw'>[],
): SQL;
export function isAnyOf<Value>(expression: SQL<Value>, values: readonly Value[]): SQL;
export function isAnyOf(left: Column | SQL, values: readonly unknown[]): SQL {
  const asDriver = is(left, SQL)
    ? [...values]
    : values.map((value) => left.mapToDriverValue(value));
  return sql`${left} = any(${makePgArray(asDriver)})`;
}
