import { connection } from 'next/server';
import { checkHealth } from '@/lib/health/service';

/** 200 when the database answers, else 503: for the host's monitor. */
export async function GET() {
  await connection();
  const health = await checkHealth();
  return Response.json(health, {
    status: health.database === 'up' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
