// Empties the database and builds it anew: schema and demo. Deletes everything in it.
import postgres from 'postgres';
import { migrateDatabase } from '../database/migrations';
import { runNode, sentence, TYPESCRIPT } from '../shared/run';

const url = process.env.DATABASE_URL ?? '';
const { hostname } = new URL(url);
const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

try {
  if (!isLocal && !process.argv.includes('--yes')) {
    throw new Error(
      `This deletes everything in the database on ${hostname}. If you mean it: npm run db:reset -- --yes`,
    );
  }
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`drop schema if exists public cascade`;
  // What pages read in place of tables (decision 32).
  await sql`drop schema if exists shown cascade`;
  // Where drizzle keeps its list of applied migrations.
  await sql`drop schema if exists drizzle cascade`;
  await sql`create schema public`;
  await sql.end({ timeout: 5 });
  await migrateDatabase(url);
  process.exitCode = await runNode([...TYPESCRIPT, 'scripts/commands/seed.ts']);
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
