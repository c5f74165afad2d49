import { completeUnclosedBookings, expireLapsedBookings } from '@/lib/bookings/service/sweep';
import { refreshCalendars } from '@/lib/external-calendars/service/refresh-calendars';
import { sendDueMails } from '@/lib/outbox/service';
import type { Job } from '../schema';
import { pruneOldRows } from './prune';

/**
 * What a run does, one after the other: first what makes messages, then the messages, then what
 * nobody waits for. A new job is one more line; together they should stay within `budgetSeconds`.
 */
export const jobs: readonly Job[] = [
  { name: 'expiry', run: expireLapsedBookings, seconds: 5 },
  { name: 'completion', run: completeUnclosedBookings, seconds: 5 },
  { name: 'mails', run: sendDueMails, seconds: 25 },
  { name: 'calendars', run: refreshCalendars, seconds: 10 },
  { name: 'pruning', run: pruneOldRows, seconds: 5, everyMinutes: 60 },
];
