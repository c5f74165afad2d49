import { forgetWhoLeft } from '@/lib/account/service/forget';
import { completeUnclosedBookings, expireLapsedBookings } from '@/lib/bookings/service/sweep';
import { refreshCalendars } from '@/lib/external-calendars/service/refresh-calendars';
import { giveAllThatWaits } from '@/lib/grants/service';
import { askAllByDomain } from '@/lib/memberships/service/domain-offers';
import { prepareRooms } from '@/lib/meeting-rooms/service';
import { sendDueMails } from '@/lib/mails/service';
import { endPausesThatAreOver } from '@/lib/mentors/service/end-pauses';
import { sendDueReminders } from '@/lib/reminders/service/send-due-reminders';
import { isOver } from '@/kernel/turn';
import type { JobOutcome, Turn } from '@/kernel/turn';
import type { Job } from '../schema';
import { pruneOldRows } from './prune';

/**
 * What a run does, one after the other: first what makes messages, then the messages, then what
 * nobody waits for. A new job is one more line; together they should stay within `budgetSeconds`.
 */
export const jobs: readonly Job[] = [
  { name: 'expiry', run: expireLapsedBookings, seconds: 4 },
  { name: 'completion', run: completeUnclosedBookings, seconds: 3 },
  { name: 'waitingCredits', run: giveAllThatWaits, seconds: 2 },
  { name: 'domainOffers', run: askAllByDomain, seconds: 1, everyMinutes: 5 },
  { name: 'reminders', run: remind, seconds: 5 },
  { name: 'mails', run: sendDueMails, seconds: 16 },
  { name: 'rooms', run: prepareRooms, seconds: 7 },
  { name: 'calendars', run: refreshCalendars, seconds: 7 },
  { name: 'forgetting', run: forgetWhoLeft, seconds: 2 },
  { name: 'pauses', run: endPausesThatAreOver, seconds: 1, everyMinutes: 15 },
  { name: 'pruning', run: pruneOldRows, seconds: 2, everyMinutes: 60 },
];

function remind(turn: Turn): Promise<JobOutcome> {
  return sendDueReminders({ now: turn.clock(), limit: 2000, isOver: () => isOver(turn) });
}
