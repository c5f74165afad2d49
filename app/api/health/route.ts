import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { checkHealth } from '@/lib/health/service';

/** 200 when the database answers and messages leave in time, else 503: for the host's monitor. */
export async function GET() {
  await connection();
  const health = await checkHealth({ now: Temporal.Now.instant() });
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
