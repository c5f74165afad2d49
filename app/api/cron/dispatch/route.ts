import { Temporal } from 'temporal-polyfill';
import { isSameSecret } from '@/lib/auth/tokens';
import { runJobs } from '@/lib/cron/service/run-jobs';
import { env } from '@/kernel/env';

/** Seconds that the host is asked to allow; a run ends well before. */
export const maxDuration = 60;

/**
 * Runs the periodic jobs, for whoever knows CRON_SECRET. 200 says what was done and whether more is
 * waiting, 500 the same when a job broke; 503 while the secret is not set, 401 without it.
 */
export async function GET(request: Request) {
  const given = request.headers.get('authorization') ?? '';
  if (!env.CRON_SECRET) {
    const error = 'CRON_SECRET is not set, so nobody may start the periodic jobs from outside.';
    return answer({ error }, 503);
  }
  if (!isSameSecret(given, `Bearer ${env.CRON_SECRET}`)) {
    return answer({ error: 'Send "Authorization: Bearer" with the value of CRON_SECRET.' }, 401);
  }
  const report = await runJobs({ trigger: 'http', now: Temporal.Now.instant() });
  return answer(report, report.broken.length === 0 ? 200 : 500);
}

function answer(body: object, status: number) {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
