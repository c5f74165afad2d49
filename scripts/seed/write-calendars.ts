import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '@/db/client';
import { externalCalendars, importedEvents } from '@/db/schema/external-calendars';
import type { DemoAppointment, DemoCalendar, DemoMentor, Hours } from './mentor-shape';
import { found } from './write-people';

/** Weeks that what happens every week is written for. */
const weeks = 16;

/**
 * Writes mentors' calendars elsewhere as a good read leaves them. Their servers do not exist, so they
 * are not due for a year; who presses "Read now" sees what a calendar is like that cannot be read.
 */
export async function writeCalendars(
  executor: Executor,
  written: { id: string; demo: DemoMentor }[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { id: mentorId, demo } of written) {
    for (const calendar of demo.calendars ?? []) {
      const [row] = await executor
        .insert(externalCalendars)
        .values({ mentorId, ...rowOf(calendar, demo.timeZone, now) })
        .returning({ id: externalCalendars.id });
      const calendarId = found(row, calendar.name).id;
      const periods = calendar.appointments.flatMap((appointment) =>
        periodsOf(appointment, now.toZonedDateTimeISO(demo.timeZone)),
      );
      await executor
        .insert(importedEvents)
        .values(periods.map((period) => ({ mentorId, calendarId, ...period })));
    }
  }
}

function rowOf({ name, url, unreadable }: DemoCalendar, timeZone: string, now: Temporal.Instant) {
  const readAt = now.subtract({ minutes: 4 + (unreadable?.hours ?? 0) * 60 });
  return {
    name,
    url,
    timeZone,
    digest: 'as read',
    expandedAt: readAt,
    readAt,
    attemptedAt: now.subtract({ minutes: 4 }),
    nextAttemptAt: now.add({ hours: 365 * 24 }),
    createdAt: now.subtract({ hours: 40 * 24 }),
    ...(unreadable && {
      failure: unreadable.failure,
      failingSince: readAt.add({ minutes: 15 }),
      failures: 9,
    }),
  };
}

function periodsOf(appointment: DemoAppointment, now: Temporal.ZonedDateTime) {
  const { summary, hours } = appointment;
  return datesOf(appointment, now.toPlainDate()).map((date) => ({
    summary,
    period: spanOn(date, hours, now.timeZoneId),
  }));
}

function datesOf(appointment: DemoAppointment, today: Temporal.PlainDate): Temporal.PlainDate[] {
  if ('day' in appointment) return [today.add({ days: appointment.day })];
  const first = today.add({ days: (appointment.weekday - today.dayOfWeek + 7) % 7 });
  return Array.from({ length: weeks }, (_, week) => first.add({ weeks: week }));
}

function spanOn(date: Temporal.PlainDate, hours: Hours, timeZone: string) {
  const [from = '', to = ''] = hours.split('-');
  const at = (time: string) => date.toPlainDateTime(time).toZonedDateTime(timeZone).toInstant();
  return { start: at(from), end: at(to) };
}
