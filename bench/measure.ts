/** What the benches share: many calls by several callers at once, and a word on how busy it was. */
import { availableParallelism, loadavg } from 'node:os';
import type { startTestDatabases } from '../scripts/database/test-database';

type Databases = Awaited<ReturnType<typeof startTestDatabases>>;

/** Runs a bench on a scratch database. What it imports reads its settings when it is loaded: after this. */
export async function onScratchDatabase(
  databases: Databases,
  measure: (url: string) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  try {
    const url = await databases.clone('bench');
    const quiet = { NODE_ENV: 'production', LOG_LEVEL: 'silent' };
    Object.assign(process.env, { DATABASE_URL: url, ...quiet, ...settings });
    await measure(url);
  } finally {
    await databases.stop();
  }
  const [load = 0] = loadavg();
  if (load > availableParallelism()) {
    console.log(`The machine is busy (load ${load.toFixed(1)}), so all of it looks slower.`);
  }
}

export interface Times {
  seconds: number;
  /** Of each call. */
  ms: number[];
}

/** Makes all calls, each caller one after the other. */
export async function callAll<Caller>(
  calls: ((caller: Caller) => Promise<unknown>)[],
  callers: Caller[],
): Promise<Times> {
  const queue = calls.values();
  const ms: number[] = [];
  const before = performance.now();
  await Promise.all(
    callers.map(async (caller) => {
      for (const call of queue) {
        const start = performance.now();
        await call(caller);
        ms.push(performance.now() - start);
      }
    }),
  );
  return { seconds: (performance.now() - before) / 1000, ms };
}

export function together(all: Times[]): Times {
  return {
    seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
    ms: all.flatMap(({ ms }) => ms),
  };
}

/** The time under which this share of the calls stayed, in milliseconds. */
export function percentile({ ms }: Times, share: number): number {
  return ms.toSorted((a, b) => a - b)[Math.floor(ms.length * share)] ?? 0;
}

export const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));
