import { migrateDatabase } from '../database/migrations';
import { sentence } from '../shared/run';

const url = process.env.DATABASE_URL;
try {
  if (!url) throw new Error('Set DATABASE_URL, or run npm run db:migrate.');
  await migrateDatabase(url, { say: console.log });
  console.log('The database is at the newest schema.');
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
