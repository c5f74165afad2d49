import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { cronTriggers } from '@/domain/cron';
import type { JobCounts } from '@/kernel/turn';
import { instant } from '../columns';
import { isOneOf } from './checks';

/** Each run of the periodic jobs. One without an end died, or is still at work. */
export const cronRuns = pgTable(
  'cron_runs',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    trigger: text({ enum: cronTriggers }).notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    /** What each job that had its turn did, by its name. */
    counts: jsonb()
      .$type<Record<string, JobCounts>>()
      .notNull()
      .default(sql`'{}'`),
    /** Whether it left due work behind, for want of time. */
    hasMore: boolean().notNull().default(false),
    /** Which jobs broke and how; null when none did. */
    error: text(),
  },
  (table) => [
    index('cron_runs_started_idx').on(table.startedAt),
    check('cron_runs_trigger_known', isOneOf(table.trigger, cronTriggers)),
  ],
);
