import { type Column, type GetColumnData, is, Placeholder, SQL, sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';

/**
 * Condition: the column has one of these values; false where there are none. All of them are one
 * parameter, so that one statement is prepared for any number of them: `in` would need one for each.
 * For a placeholder, `arrayOf` writes the value.
 */
export function isAnyOf<Of extends Column>(
  column: Of,
  values: readonly GetColumnData<Of, 'raw'>[] | Placeholder,
): SQL;
export function isAnyOf<Value>(expression: SQL<Value>, values: readonly Value[]): SQL;
export function isAnyOf(left: Column | SQL, values: readonly unknown[] | Placeholder): SQL {
  if (values instanceof Placeholder) return sql`${left} = any(${values})`;
  return sql`${left} = any(${is(left, SQL) ? makePgArray([...values]) : arrayOf(left, values)})`;
}

/** Values of a column as one parameter. */
export function arrayOf<Of extends Column>(
  column: Of,
  values: readonly GetColumnData<Of, 'raw'>[],
): string {
  return makePgArray(values.map((value) => column.mapToDriverValue(value)));
}
