import vm from 'node:vm';
import { log } from '@/kernel/log';
import { type CalendarReading, readCalendar } from '../rules/read-calendar';

/** Milliseconds for one file, during which the server does nothing else; most take ten. */
const mostMs = 2000;

/** Stops what runs in it when its time is up, which nothing else can do to code that never waits. */
const stoppable = new vm.Script('read()');

/**
 * Reads a file that may have been written to keep us reading for ever: a rule such as the 30th of
 * every February has no occurrence, and ical.js never stops looking for one.
 */
export function readInTime(...given: Parameters<typeof readCalendar>): CalendarReading {
  try {
    const context = vm.createContext({ read: () => readCalendar(...given) });
    return stoppable.runInContext(context, { timeout: mostMs }) as CalendarReading;
  } catch (error) {
    if (isTimeout(error)) return { ok: false, failure: 'too_big' };
    log.error({ err: error }, 'a calendar could not be read');
    return { ok: false, failure: 'not_a_calendar' };
  }
}

/** The error is of the context's own realm, so that it is no `Error` of ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
