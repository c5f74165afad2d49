/** SQL as a test writes it, beside what the product sends: on connections of its own. */
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** One pool a test file, which has a database of its own. */
export const raw = postgres(process.env.DATABASE_URL ?? '', {
  max: 5,
  idle_timeout: 5,
  connection: { TimeZone: 'UTC' },
  onnotice: () => {},
});

// Moments and JSON go and come as texts, as the product has them: Drizzle sets the client so.
drizzle(raw);
