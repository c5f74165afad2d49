import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { PgArray, type PgColumn, PgJsonb, type PgTable } from 'drizzle-orm/pg-core';
import type { Executor } from './client';
import { withoutValues } from './database-error';
import { senderOf } from './prepared';

/**
 * Inserts any number of rows by one statement with one parameter: PostgreSQL takes them from a JSON
 * array, so the text is the same for one row and for a hundred and is planned once. It is handed to the
 * driver before this returns, as `prepared` queries are.
 *
 * All rows have the same columns; what they leave out gets its default.
 */
export async function insertRows<Table extends PgTable>(
  executor: Executor,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
  {
    skipsExisting = false,
  }: {
    /** Rows that are there already, by any unique key, are left as they are. */
    skipsExisting?: boolean;
  } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { text, columns } = planOf(table, first);
  const json = rows.map((row) => {
    const values: Record<string, unknown> = {};
    for (const { name, valueOf } of columns) values[name] = valueOf(row);
    return values;
  });
  const sent = skipsExisting ? `${text} on conflict do nothing` : text;
  await senderOf(executor)(sent, [JSON.stringify(json)]).catch((error: unknown) => {
    throw withoutValues(error, sent);
  });
}

interface Plan {
  text: string;
  columns: { name: string; valueOf: (row: Record<string, unknown>) => unknown }[];
}

const plans = new WeakMap<PgTable, Map<string, Plan>>();

function planOf(table: PgTable, row: Record<string, unknown>): Plan {
  const known = plans.get(table) ?? new Map<string, Plan>();
  plans.set(table, known);
  const keys = Object.keys(row)
    .filter((key) => row[key] !== undefined)
    .join();
  const plan = known.get(keys) ?? makePlan(table, row);
  known.set(keys, plan);
  return plan;
}

function makePlan(table: PgTable, row: Record<string, unknown>): Plan {
  const columns = Object.entries<PgColumn>(getTableColumns(table))
    .filter(([key, { defaultFn }]) => row[key] !== undefined || defaultFn !== undefined)
    .map(([key, column]) => {
      const encode = encoderOf(column);
      return {
        name: toSnakeCase(key),
        valueOf: ({ [key]: value }: Record<string, unknown>) =>
          value === undefined ? column.defaultFn?.() : value === null ? null : encode(value),
      };
    });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const into = `"${getTableName(table)}"`;
  const text = `insert into ${into} (${names})
    select ${names} from jsonb_populate_recordset(null::${into}, $1)`;
  return { text, columns };
}

/** JSON has arrays and objects of its own; everything else goes as the column's text. */
function encoderOf(column: PgColumn): (value: unknown) => unknown {
  if (column instanceof PgJsonb || column instanceof PgArray) return (value) => value;
  return (value) => column.mapToDriverValue(value);
}
