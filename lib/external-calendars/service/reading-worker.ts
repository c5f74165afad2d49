/** Reads calendars in a thread of its own, one after the other, and says first which thread that is. */
import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { decodeCalendar } from '../rules/decode-calendar';
import { readCalendar } from '../rules/read-calendar';
import type { ReadingTask } from './read-in-time';

/* oxlint-disable unicorn/require-post-message-target-origin -- a thread is no window */
parentPort?.on('message', ({ bytes, charset, reading }: ReadingTask) => {
  parentPort?.postMessage(readCalendar(decodeCalendar(bytes, charset), reading));
});
parentPort?.postMessage(threadId());

function threadId(): string | null {
  try {
    // Linux alone: "1234/task/1240".
    return readlinkSync('/proc/thread-self').split('/').at(-1) ?? null;
  } catch {
    return null;
  }
}
