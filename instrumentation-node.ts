import { format } from 'node:util';
import { doubtfulInProduction, env, missingInProduction } from '@/kernel/env';
import { log } from '@/kernel/log';
import { notePeers } from '@/kernel/note-peers';

/**
 * In production what the framework and the sign-in library write of errors becomes a line like all
 * others: they know the console alone.
 */
export function logWhatConsoleSays(): void {
  if (env.NODE_ENV !== 'production') return;
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      const words = said.filter((one) => one !== error);
      log[level](error ? { err: error } : {}, words.length > 0 ? format(...words) : error?.message);
    };
  }
}

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

/** What a production server says before it serves, and from where its requests come. */
export function beforeServing(): void {
  for (const line of doubtfulInProduction(env)) log.warn(line);
  // Vercel's own proxies overwrite the header with what they have seen.
  if (env.VERCEL === undefined) notePeers();
}

/** On a server that stays up and is asked to: what the host's cron does elsewhere. */
export async function startEmbeddedCron(): Promise<void> {
  if (env.CRON_MODE !== 'embedded') return;
  // Loaded only here: a serverless host starts this file for each instance.
  const { startScheduler } = await import('@/lib/cron/service/scheduler');
  startScheduler();
}
