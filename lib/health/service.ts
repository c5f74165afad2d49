import { Temporal } from 'temporal-polyfill';
import { db, pool } from '@/db/client';
import { isBusy } from '@/db/errors';
import { getLastCronRun } from '@/db/queries/cron-runs';
import { getMailBacklog } from '@/db/queries/deliveries';
import { ping, takesWrites } from '@/db/queries/health';
import { getReminderBacklog } from '@/db/queries/reminders';
import { workingAs } from '@/db/work';
import { env } from '@/kernel/env';
import { log } from '@/kernel/log';
import { hasMissedRun, isLate } from './rules';

const patienceMs = 2000;

/** What a monitor sees: nothing in it is about a person, since anybody may ask. */
export interface Health {
  /**
   * `late`: messages wait for a cron that does not come, or a provider that does not take them; or the
   * cron in this server has missed a run. `down`: nothing can be booked.
   */
  status: 'ok' | 'late' | 'down';
  database: 'up' | 'read-only' | 'down';
  tookMs: number;
  /** Null while the database is down. */
  mails: Backlog | null;
  reminders: Backlog | null;
  /** The periodic jobs' last run; null when there never was one. */
  lastRun: { startedAt: string; endedAt: string | null; hasBroken: boolean } | null;
}

/** `backlog`: how many are due and not sent; `lagSeconds`: how late the oldest of them is. */
type Backlog = { backlog: number; lagSeconds: number };

/**
 * Whether the database answers within two seconds and takes what it is given to keep, whether messages
 * leave in time, and whether the cron in this server runs.
 */
export async function checkHealth({
  now,
  upSeconds = process.uptime(),
}: {
  now: Temporal.Instant;
  /** For how long this server has been up. */
  upSeconds?: number;
}): Promise<Health> {
  const startedAt = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAt);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), patienceMs);
  });
  try {
    const { writable, ...state } = await Promise.race([
      workingAs('vital', () => readState(now)),
      timeout,
    ]);
    if (!writable) {
      log.error('health: the database is read-only');
      return { status: 'down', database: 'read-only', tookMs: tookMs(), ...state };
    }
    const { mails, reminders, lastRun } = state;
    const isBehind =
      isLate(mails) || isLate(reminders) || isWithoutCron(lastRun, { now, upSeconds });
    return { status: isBehind ? 'late' : 'ok', database: 'up', tookMs: tookMs(), ...state };
  } catch (error) {
    log.error({ err: error }, 'health: the database does not answer');
    const unknown = { mails: null, reminders: null, lastRun: null };
    return { status: 'down', database: 'down', tookMs: tookMs(), ...unknown };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether the database is not there. It costs nothing while all is well: it is asked only where nobody
 * knows, after a connection was lost or before one is open, and is back with the first that answers.
 */
export async function isDatabaseDown(): Promise<boolean> {
  if (!pool.isInDoubt) return false;
  try {
    await workingAs('vital', () => ping(db));
    return false;
  } catch (error) {
    return !isBusy(error);
  }
}

async function readState(
  now: Temporal.Instant,
): Promise<
  Pick<Health, 'lastRun'> & Record<'mails' | 'reminders', Backlog> & { writable: boolean }
> {
  const writable = await takesWrites(db);
  const [mails, reminders, run] = await Promise.all([
    getMailBacklog(db, { now }),
    getReminderBacklog(db, { now }),
    getLastCronRun(db),
  ]);
  return {
    writable,
    mails: backlogOf(mails, now),
    reminders: backlogOf(reminders, now),
    lastRun: run && {
      startedAt: run.startedAt.toString(),
      endedAt: run.endedAt?.toString() ?? null,
      hasBroken: run.error !== null,
    },
  };
}

function isWithoutCron(
  lastRun: Health['lastRun'],
  { now, upSeconds }: { now: Temporal.Instant; upSeconds: number },
): boolean {
  if (env.CRON_MODE !== 'embedded') return false;
  const sinceRun = lastRun
    ? now.since(Temporal.Instant.from(lastRun.startedAt)).total('seconds')
    : upSeconds;
  // A server that has just come up has missed nothing yet, however long there was none.
  return hasMissedRun({ seconds: Math.min(sinceRun, upSeconds) });
}

function backlogOf(
  { backlog, dueSince }: { backlog: number; dueSince: Temporal.Instant | null },
  now: Temporal.Instant,
): Backlog {
  const lagSeconds = dueSince === null ? 0 : Math.round(now.since(dueSince).total('seconds'));
  return { backlog, lagSeconds };
}
