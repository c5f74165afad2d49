import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const folder = { migrationsFolder: 'db/migrations' };

/**
 * Brings a database to the newest schema. Everything happens in one transaction, so a failing
 * migration changes nothing. A database of another history of migrations is left as it is.
 * @throws with PostgreSQL's own words, or with how to start over
 */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await refuseOtherHistory(sql);
    await migrate(drizzle(sql), folder);
  } catch (error) {
    throw new Error(`The migrations failed: ${reasonOf(error)}`, { cause: error });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Until the first release the migrations may be written anew, and then they do not lead on from where
 * an older database is. One that a newer version has taken further than we know is no such database.
 */
async function refuseOtherHistory(sql: postgres.Sql): Promise<void> {
  // Where drizzle keeps its list of applied migrations.
  const [list] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!list?.name) return;
  const applied = await sql<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by created_at`;
  const known = readMigrationFiles(folder);
  const isOurs = known.every(({ hash }, place) => (applied[place]?.hash ?? hash) === hash);
  if (!isOurs) {
    throw new Error(
      `this database was made by an older history of migrations, which these do not continue.
Nothing in it has been changed. To start over, "npm run db:reset" empties it and writes the demo anew;
or set DATABASE_URL to a new, empty database and keep this one.`,
    );
  }
}

/** Drizzle hides the driver's sentence in `cause`, and Node a refused connection in `errors`. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  if (error instanceof Error && error.cause !== undefined) return reasonOf(error.cause);
  return error instanceof Error ? error.message : String(error);
}
