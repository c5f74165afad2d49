import type { MutantGroup } from '../mutant';

const words = 'lib/bookings/rules/messages.test.ts';
const reminders = 'lib/reminders/service/reminders.test.ts';
const outbox = 'lib/outbox/service.test.ts';
const invitations = 'lib/calendar-files/service/attachments.test.ts';
const centre = 'lib/notifications/service.test.ts';
const reader = 'lib/external-calendars/rules/read-calendar.test.ts';

export const messages: MutantGroup = {
  title: 'Messages and files',
  mutants: [
    {
      name: 'an admin’s no to a request reads like a cancellation',
      file: 'lib/bookings/rules/messages.ts',
      before: "from === 'pending' && (by === 'mentor' || by === 'admin') ?",
      after: "from === 'pending' && by === 'mentor' ?",
      tests: [words],
    },
    {
      name: 'a mentee who takes a request back has declined it',
      file: 'lib/bookings/rules/messages.ts',
      before: "from === 'pending' && (by === 'mentor' || by === 'admin') ?",
      after: "from === 'pending' ?",
      tests: [words],
    },
    {
      name: 'a mentor is reminded of a session that its last mentee has left',
      file: 'lib/bookings/service/transitions.ts',
      before: 'await retireReminders(tx, { bookingIds: [], sessionIds: [sessionId], now });',
      after: '',
      tests: [reminders],
    },
    {
      name: 'a mentor is reminded of a session in which nobody is left',
      file: 'db/queries/booking-parties.ts',
      before: `        isAnyOf(bookings.sessionId, sessionIds),
        isOneOf(bookings.status, ['confirmed', 'in_progress']),`,
      after: '        isAnyOf(bookings.sessionId, sessionIds),',
      tests: [reminders],
    },
    {
      name: 'a mentee is reminded of the session that they have left',
      file: 'lib/reminders/rules.ts',
      before: "if (subject && subject.version !== version) return 'moved';",
      after: '',
      tests: ['lib/reminders/rules.test.ts', reminders],
    },
    {
      name: 'a mail is tried again after its provider may have forgotten it',
      file: 'lib/outbox/attempt.ts',
      before: 'if (lastRetryAt && Temporal.Instant.compare(nextAttemptAt, lastRetryAt) > 0) {',
      after: 'if (false) {',
      tests: [outbox],
    },
    {
      name: 'a mail is tried again for longer than its provider remembers it',
      file: 'lib/outbox/rules.ts',
      before: 'export const retryHours = 20;',
      after: 'export const retryHours = 30;',
      tests: [outbox],
    },
    {
      name: 'a mail whose turn comes after that is sent all the same',
      file: 'lib/mails/compose.ts',
      before: 'return Temporal.Instant.compare(now, lastRetryAt) <= 0',
      after: 'return Temporal.Instant.compare(now, lastRetryAt) <= 9',
      tests: [outbox],
    },
    {
      name: 'an invitation comes after the session',
      file: 'lib/calendar-files/service/attachments.ts',
      before: 'all.filter(({ endsAt }) => endsAt > now.epochMilliseconds)',
      after: 'all',
      tests: [invitations],
    },
    {
      name: 'clearing what was read deletes what was not',
      file: 'db/queries/notifications.ts',
      before: `    .delete(notifications)
    .where(and(eq(notifications.userId, userId), isNotNull(notifications.readAt)));`,
      after: `    .delete(notifications)
    .where(eq(notifications.userId, userId));`,
      tests: [centre],
    },
    {
      name: 'reading again says a later time',
      file: 'db/queries/notifications.ts',
      before: '.where(and(own, isNull(notifications.readAt)));',
      after: '.where(own);',
      tests: [centre],
    },
    {
      name: 'reading all says a later time of what was read',
      file: 'db/queries/notifications.ts',
      before: `    .set({ readAt: now })
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));`,
      after: `    .set({ readAt: now })
    .where(eq(notifications.userId, userId));`,
      tests: [centre],
    },
    {
      name: 'an event of another site is ours, whose name ends like it',
      file: 'lib/external-calendars/rules/which-count.ts',
      before: 'return own.endsWith(`@${ownHost}`);',
      after: 'return own.endsWith(ownHost);',
      tests: [reader],
    },
    {
      name: 'an event of ours that has come back takes time',
      file: 'lib/external-calendars/rules/which-count.ts',
      before: 'return own.endsWith(`@${ownHost}`);',
      after: 'return false;',
      tests: [reader],
    },
  ],
};
