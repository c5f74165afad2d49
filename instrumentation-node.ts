import { env, missingInProduction } from '@/kernel/env';

/** A production server that lacks a setting says which, and ends. */
export function refuseToStartIncomplete(): void {
  const missing = missingInProduction(env).map((line) => `  ${line}`);
  if (missing.length === 0) return;
  const lines = [
    'Baobab cannot start. Set these environment variables (see .env.example):',
    ...missing,
  ];
  process.stderr.write(`\n${lines.join('\n')}\n\n`);
  process.exit(1);
}

/** On a server that stays up and is asked to: what the host's cron does elsewhere. */
export async function startEmbeddedCron(): Promise<void> {
  if (env.CRON_MODE !== 'embedded') return;
  // Loaded only here: a serverless host starts this file for each instance.
  const { startScheduler } = await import('@/lib/cron/service/scheduler');
  startScheduler();
}
