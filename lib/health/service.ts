import { db } from '@/db/client';
import { ping } from '@/db/queries/health';
import { log } from '@/lib/log';

const patienceMs = 2000;

/** Whether the database answers within two seconds, and in how many milliseconds it did. */
export async function checkHealth(): Promise<{ database: 'up' | 'down'; tookMs: number }> {
  const startedAt = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAt);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), patienceMs);
  });
  try {
    await Promise.race([ping(db), timeout]);
    return { database: 'up', tookMs: tookMs() };
  } catch (error) {
    log.error({ error }, 'health: the database does not answer');
    return { database: 'down', tookMs: tookMs() };
  } finally {
    clearTimeout(timer);
  }
}
