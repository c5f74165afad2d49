import postgres from 'postgres';
import { databaseUrlForTests } from '../shared/environment';
import { migrateDatabase } from './migrations';
import { joinServer } from './server';

export type TestDatabases = {
  /** URL of the migrated, empty database that the others are copies of; nobody connects to it. */
  templateUrl: string;
  /** Makes a fresh copy of the template, replacing one of that name, and gives its URL. */
  clone: (name: string) => Promise<string>;
  /** Drops the template and its copies, and ends our use of the server. */
  stop: () => Promise<void>;
};

const PREFIX = 'baobab_test_';
/** Longer than any test run; older databases were left by a run that was killed. */
const ABANDONED_AFTER_MS = 3 * 60 * 60 * 1000;

/**
 * Fast and forgetful: what a crash loses here is worth nothing. Commits stay synchronous, which costs
 * nothing without `fsync`: rows of one that is not yet in the log cannot be marked as seen by everybody,
 * and a test that counts pages after a `vacuum` would depend on the moment.
 */
const TEST_SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

/**
 * Scratch databases for one test run, on the server of DATABASE_URL or else on the embedded one.
 * The role of DATABASE_URL must be allowed to create databases; its own database is not touched.
 */
export async function startTestDatabases(): Promise<TestDatabases> {
  const given = databaseUrlForTests();
  const server =
    given === undefined ? await joinServer({ name: 'test', settings: TEST_SETTINGS }) : null;
  const maintenanceUrl = given ?? server?.url() ?? '';
  const run = `${PREFIX}${Date.now().toString(36)}_${process.pid}`;
  const template = `${run}_template`;
  const templateUrl = withDatabase(maintenanceUrl, template);
  const stop = async () => {
    await dropWhere(maintenanceUrl, (name) => name.startsWith(run));
    await server?.release();
  };
  try {
    await dropWhere(maintenanceUrl, isAbandoned);
    await onServer(maintenanceUrl, (sql) => sql`create database ${sql(template)}`);
    await migrateDatabase(templateUrl);
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  return { templateUrl, clone: (name) => cloneDatabase(templateUrl, name), stop };
}

/**
 * Copies the template of a run under `name`, replacing an earlier copy, and gives its URL. Usable
 * from any process that knows the template's URL.
 */
export async function cloneDatabase(templateUrl: string, name: string): Promise<string> {
  const template = decodeURIComponent(new URL(templateUrl).pathname.slice(1));
  const copy = template.replace(/template$/, name);
  await onServer(withDatabase(templateUrl, 'postgres'), async (sql) => {
    await sql`drop database if exists ${sql(copy)} with (force)`;
    await sql`create database ${sql(copy)} template ${sql(template)}`;
  });
  return withDatabase(templateUrl, copy);
}

function isAbandoned(name: string): boolean {
  const startedAtMs = Number.parseInt(name.slice(PREFIX.length).split('_')[0] ?? '', 36);
  return name.startsWith(PREFIX) && Date.now() - startedAtMs > ABANDONED_AFTER_MS;
}

async function dropWhere(url: string, unwanted: (name: string) => boolean): Promise<void> {
  await onServer(url, async (sql) => {
    const rows = await sql<{ datname: string }[]>`select datname from pg_database`;
    for (const { datname } of rows.filter((row) => unwanted(row.datname))) {
      await sql`drop database if exists ${sql(datname)} with (force)`;
    }
  });
}

async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}
