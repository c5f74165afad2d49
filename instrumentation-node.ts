import { env, missingInProduction } from '@/lib/env';

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
