import { sql } from 'drizzle-orm';
import { db } from '@/db/client';

/** All rows of all tables, each as one text; what counts requests apart. */
export async function contents(): Promise<Map<string, string[]>> {
  const tables = await db.execute<{ name: string }>(sql`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_limits'`);
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await db.execute<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t order by 1`,
    );
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}
