import postgres from 'postgres';
import { joinServer } from './server';

export type DevDatabase = {
  url: string;
  /** True when it is our own server, false when DATABASE_URL names another. */
  embedded: boolean;
  /** Ends our use of an embedded server, which stops with its last user. */
  release: () => Promise<void>;
};

const NAME = 'baobab';
const PREFERRED_PORT = 54329;

/** The database to develop with: `DATABASE_URL` when it is set, else one on the embedded server. */
export async function openDevDatabase(): Promise<DevDatabase> {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, embedded: false, release: async () => {} };
  }
  const server = await joinServer({ name: 'dev', preferredPort: PREFERRED_PORT });
  await createIfMissing(server.url());
  return { url: server.url(NAME), embedded: true, release: server.release };
}

async function createIfMissing(maintenanceUrl: string): Promise<void> {
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${NAME}`;
    if (found.length === 0) await sql`create database ${sql(NAME)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
