import type { Temporal } from 'temporal-polyfill';
import { db, pool } from '@/db/client';
import { isBusy } from '@/db/errors';
import { getLastCronRun } from '@/db/queries/cron-runs';
import { getMailBacklog } from '@/db/queries/deliveries';
import { ping } from '@/db/queries/health';
import { getReminderBacklog } from '@/db/queries/reminders';
import { workingAs } from '@/db/work';
import { log } from '@/kernel/log';
import { isLate } from './rules';

const patienceMs = 2000;

/** What a monitor sees: nothing in it is about a person, since anybody may ask. */
export interface Health {
  /** `late`: messages wait for a cron that does not come, or a provider that does not take them. */
  status: 'ok' | 'late' | 'down';
  database: 'up' | 'down';
  tookMs: number;
  /** Null while the database is down. */
  mails: Backlog | null;
  reminders: Backlog | null;
  /** The periodic jobs' last run; null when there never was one. */
  lastRun: { startedAt: string; endedAt: string | null; hasBroken: boolean } | null;
}

/** `backlog`: how many are due and not sent; `lagSeconds`: how late the oldest of them is. */
type Backlog = { backlog: number; lagSeconds: number };

/** Whether the database answers within two seconds, and whether messages leave in time. */
export async function checkHealth({ now }: { now: Temporal.Instant }): Promise<Health> {
  const startedAt = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAt);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), patienceMs);
  });
  try {
    const { mails, reminders, lastRun } = await Promise.race([
      workingAs('vital', () => readState(now)),
      timeout,
    ]);
    const status = isLate(mails) || isLate(reminders) ? 'late' : 'ok';
    return { status, database: 'up', tookMs: tookMs(), mails, reminders, lastRun };
  } catch (error) {
    log.error({ error }, 'health: the database does not answer');
    const unknown = { mails: null, reminders: null, lastRun: null };
    return { status: 'down', database: 'down', tookMs: tookMs(), ...unknown };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether the database is not there. It costs nothing while all is well: it is asked only after a
 * connection was lost or could not be had, and is back with the first that answers.
 */
export async function isDatabaseDown(): Promise<boolean> {
  if (!pool.isSuspect) return false;
  try {
    await workingAs('vital', () => ping(db));
    return false;
  } catch (error) {
    return !isBusy(error);
  }
}

async function readState(
  now: Temporal.Instant,
): Promise<Pick<Health, 'lastRun'> & Record<'mails' | 'reminders', Backlog>> {
  await ping(db);
  const [mails, reminders, run] = await Promise.all([
    getMailBacklog(db, { now }),
    getReminderBacklog(db, { now }),
    getLastCronRun(db),
  ]);
  return {
    mails: backlogOf(mails, now),
    reminders: backlogOf(reminders, now),
    lastRun: run && {
      startedAt: run.startedAt.toString(),
      endedAt: run.endedAt?.toString() ?? null,
      hasBroken: run.error !== null,
    },
  };
}

function backlogOf(
  { backlog, dueSince }: { backlog: number; dueSince: Temporal.Instant | null },
  now: Temporal.Instant,
): Backlog {
  const lagSeconds = dueSince === null ? 0 : Math.round(now.since(dueSince).total('seconds'));
  return { backlog, lagSeconds };
}
