import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Counters of rate-limiter-flexible, in the shape its Drizzle store asks for. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text().primaryKey(),
    points: integer().notNull().default(0),
    expire: timestamp({ mode: 'date' }),
  },
  (table) => [index('rate_limits_expire_idx').on(table.expire)],
);
