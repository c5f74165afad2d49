import { once } from 'node:events';
import { log } from '@/kernel/log';
import type { CalendarReading, readCalendar } from '../rules/read-calendar';
import { dismiss, giveBack, type ReadingThread, takeThread } from './reading-thread';

/** What a reading may take: most take ten milliseconds of a processor, whoever else that is busy with. */
const limits = {
  processorMs: 4000,
  /** Where nobody tells how much of the processor it had, and for one that gets none of it. */
  wallMs: 30_000,
};
const looksEveryMs = 50;

export interface ReadingTask {
  bytes: Uint8Array;
  /** What the server says of its letters; null: nothing. */
  charset: string | null;
  reading: Parameters<typeof readCalendar>[1];
}

/** One after the other: two cores are not to be busy with people's files. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a file that may have been written to keep us reading for ever, in a thread of its own: pages and
 * bookings go on meanwhile. It has so much of a processor and of memory, and what takes more is refused.
 */
export async function readInTime(task: ReadingTask): Promise<CalendarReading> {
  const reading = before.then(() => readInThread(task));
  before = reading;
  return reading;
}

async function readInThread(task: ReadingTask): Promise<CalendarReading> {
  try {
    const answer = await answerOf(await takeThread(), task);
    if (answer) giveBack();
    else await dismiss();
    return answer ?? { ok: false, failure: 'too_slow' };
  } catch (error) {
    await dismiss();
    if (isOutOfMemory(error)) return { ok: false, failure: 'too_big' };
    log.error({ err: error }, 'a calendar could not be read');
    return { ok: false, failure: 'not_a_calendar' };
  }
}

/** Null when its time was up. */
async function answerOf(
  { worker, processorMs }: ReadingThread,
  task: ReadingTask,
): Promise<CalendarReading | null> {
  const startedAt = performance.now();
  const spentBefore = (await processorMs()) ?? 0;
  const over = new AbortController();
  const look = async () => {
    const spent = ((await processorMs()) ?? 0) - spentBefore;
    if (spent > limits.processorMs || performance.now() - startedAt > limits.wallMs) over.abort();
  };
  const watch = setInterval(() => void look(), looksEveryMs);
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    worker.postMessage(task);
    // What breaks the thread breaks this.
    const [reading] = (await once(worker, 'message', over)) as [CalendarReading];
    return reading;
  } catch (error) {
    if (over.signal.aborted) return null;
    throw error;
  } finally {
    clearInterval(watch);
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
