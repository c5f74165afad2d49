import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

const memoryMb = 192;
/** Kept so long after its last calendar: a run of the cron reads many. */
const idleMs = 10_000;
/** The kernel counts processor time in hundredths of a second, on every machine that Node runs on. */
const tickMs = 10;

/** A thread that reads calendars, and how much of a processor it has had. */
export interface ReadingThread {
  worker: Worker;
  /** Milliseconds since it began; null where nobody tells (only Linux does). */
  processorMs: () => Promise<number | null>;
}

let kept: Promise<ReadingThread> | null = null;
let idle: NodeJS.Timeout | undefined;

/** The one thread of this process: `giveBack` keeps it for the next, `dismiss` ends it. */
export async function takeThread(): Promise<ReadingThread> {
  clearTimeout(idle);
  kept ??= begin();
  return kept;
}

export function giveBack(): void {
  idle = setTimeout(() => void dismiss(), idleMs);
  idle.unref();
}

export async function dismiss(): Promise<void> {
  const ending = kept;
  kept = null;
  const thread = await ending?.catch(() => null);
  await thread?.worker.terminate();
}

async function begin(): Promise<ReadingThread> {
  const worker = start();
  worker.unref();
  const [thread] = (await once(worker, 'message')) as [string | null];
  return { worker, processorMs: async () => (thread === null ? null : processorMsOf(thread)) };
}

function start(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  if (process.env.NEXT_RUNTIME !== undefined) {
    return new Worker(new URL('./reading-worker.ts', import.meta.url), { resourceLimits });
  }
  // Next.js has made JavaScript of it; tests and commands have not, and their threads have no loader.
  const path = JSON.stringify(`${import.meta.dirname}/reading-worker.ts`);
  const load = `import('tsx/esm/api').then(({ register }) => (register(), import(${path})));`;
  return new Worker(load, { eval: true, resourceLimits });
}

/** What a thread of this process has had of the processor (proc(5), `stat`: utime and stime). */
async function processorMsOf(thread: string): Promise<number> {
  const stat = await readFile(`/proc/self/task/${thread}/stat`, 'utf8').catch(() => '');
  // Behind the name, which may have spaces, in brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tickMs;
}
