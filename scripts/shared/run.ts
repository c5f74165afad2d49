import { spawn, type ChildProcess } from 'node:child_process';

/** Next.js's command, run by Node itself: no shell in between that would swallow signals. */
export const NEXT = 'node_modules/next/dist/bin/next';
export const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
/** What Node needs to run a TypeScript file; one process, where tsx's own command makes two. */
export const TYPESCRIPT = ['--import', 'tsx'];

/** Runs Node on `args` in this terminal and gives its exit code (1 when a signal ended it). */
export function runNode(args: string[], env: NodeJS.Dict<string> = {}): Promise<number> {
  return exitCode(spawnNode(args, env));
}

/** As `runNode`, for a process that goes on while we do other things. */
export function spawnNode(args: string[], env: NodeJS.Dict<string> = {}): ChildProcess {
  return spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env, ...env },
  });
}

/** Waits for the end of a process and gives its exit code (1 when a signal ended it). */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The sentence of an error, for people at a terminal; the whole stack with DEBUG set. */
export function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.DEBUG ? (error.stack ?? error.message) : error.message;
}
