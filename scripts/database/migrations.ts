import { setTimeout } from 'node:timers/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const folder = 'db/migrations';

/**
 * How long a migration waits for a lock. Everybody who wants the same table waits behind it meanwhile, so
 * it gives up soon, lets them pass, and tries again: a dump holds what it reads until it is done.
 */
const lockMs = 1000;
const pauseMs = 3000;
/** With the pauses, a quarter of an hour. */
const mostTries = 225;

/** What the login's sessions have where nothing else is said: queries outside transactions, a forgotten `psql`. */
const roleSettings = {
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
};

/**
 * Brings a database to the newest schema, one at a time: who comes second waits, and finds it done.
 * Everything happens in one transaction, so a failing migration changes nothing. A database of another
 * history of migrations is left as it is.
 * @param say is called with what it waits for
 * @throws with PostgreSQL's own words, or with how to start over
 */
export async function migrateDatabase(
  url: string,
  {
    say = () => {},
    migrationsFolder = folder,
  }: { say?: (sentence: string) => void; migrationsFolder?: string } = {},
): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await takeTurn(sql, say);
    await refuseOtherHistory(sql);
    await sql`select set_config('statement_timeout', '0', false)`;
    await sql`select set_config('lock_timeout', ${String(lockMs)}, false)`;
    await withoutBlocking(() => migrate(drizzle(sql), { migrationsFolder }), say);
    await setRole(sql);
  } catch (error) {
    throw new Error(`The migrations failed: ${reasonOf(error)}`, { cause: error });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Holds the turn as long as the connection is open: migrations take the direct address, never a pooler. */
async function takeTurn(sql: postgres.Sql, say: (sentence: string) => void): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const [row] = await sql`select pg_try_advisory_lock(hashtextextended('migrations', 0)) as mine`;
    if (row?.mine) return;
    if (tries === 0) say('Somebody else is migrating this database: waiting for them.');
    if (tries === mostTries) throw new Error('somebody else is still migrating this database');
    await setTimeout(Math.min(pauseMs, 100 * (tries + 1)));
  }
}

async function withoutBlocking(
  work: () => Promise<void>,
  say: (sentence: string) => void,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLate(error) || tries === mostTries) throw error;
      if (tries === 1) say('A table is in use, by a dump perhaps: trying again until it is free.');
      await setTimeout(Math.min(pauseMs, 250 * tries));
    }
  }
}

/** A lock that was not to be had in time, or a deadlock. */
function isLate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isIt = 'code' in error && /^(55P03|40P01)$/.test(String(error.code));
  return isIt || isLate(error.cause);
}

/** A login that may not is left as it is: what runs in transactions says it of itself. */
async function setRole(sql: postgres.Sql): Promise<void> {
  for (const [setting, value] of Object.entries(roleSettings)) {
    await sql
      .unsafe(
        `do $$ begin execute format('alter role %I in database %I set ${setting} = %L',
          current_user, current_database(), '${value}'); end $$`,
      )
      .catch(() => {});
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
  const known = readMigrationFiles({ migrationsFolder: folder });
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
