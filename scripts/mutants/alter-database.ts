import postgres from 'postgres';
import { mistakeMade } from './mutate';

// After the worker has got its own copy of the database.
const made = mistakeMade();
if (made && 'sql' in made) {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  await sql.unsafe(made.sql);
  await sql.end();
}
