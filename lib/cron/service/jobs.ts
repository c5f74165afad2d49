import { completeUnclosedBookings, expireLapsedBookings } from '@/lib/bookings/service/sweep';
import { refreshCalendars } from '@/lib/external-calendars/service/refresh-calendars';
import { sendDueMails } from '@/lib/outbox/service';
import { sendDueReminders } from '@/lib/reminders/service/send-due-reminders';
import { isOver } from '../rules';
import type { Job, JobOutcome, Turn } from '../schema';
import { pruneOldRows } from './prune';

/**
 * What a run does, one after the other: first what makes messages, then the messages, then what
 * nobody waits for. A new job is one more line; together they should stay within `budgetSeconds`.
 */
export const jobs: readonly Job[] = [
  { name: 'expiry', run: expireLapsedBookings, seconds: 5 },
  { name: 'completion', run: completeUnclosedBookings, seconds: 5 },
  { name: 'reminders', run: remind, seconds: 5 },
  { name: 'mails', run: sendDueMails, seconds: 20 },
  { name: 'calendars', run: refreshCalendars, seconds: 10 },
  { name: 'pruning', run: pruneOldRows, seconds: 5, everyMinutes: 60 },
];

function remind(turn: Turn): Promise<JobOutcome> {
  return sendDueReminders({ now: turn.clock(), limit: 2000, isOver: () => isOver(turn) });
}
