import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getMentorTimeZone, readCalendar } from '@/db/queries/mentor-calendar';
import { getViewer } from '@/lib/auth/session';
import { openIntervals } from '@/lib/slots/rules/open-intervals';
import { calendarSessions } from '../rules/calendar-sessions';
import type { CalendarData } from '../schema/mentor-calendar';

type Loaded =
  | { status: 'signed_out' }
  | { status: 'not_a_mentor' }
  | { status: 'found'; calendar: CalendarData };

/** What stands in the viewer's own calendar between two instants, epoch milliseconds. */
export async function loadMentorCalendar(range: { from: number; to: number }): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!viewer.isMentor) return { status: 'not_a_mentor' };
  const now = Temporal.Now.instant();
  const period = { start: instantAt(range.from), end: instantAt(range.to) };
  const read = await readCalendar(db, { userId: viewer.id, period, now });
  if (!read) return { status: 'not_a_mentor' };
  const { seats, timeOff, variants, schedule } = read;
  const rows = seats.map(({ period: { start, end }, ...seat }) => ({
    ...seat,
    startsAt: start.epochMilliseconds,
    endsAt: end.epochMilliseconds,
  }));
  // Nobody can book the past: what was open then is of no use any more.
  const open = openIntervals(schedule, {
    from: Math.min(Math.max(range.from, now.epochMilliseconds), range.to),
    to: range.to,
  });
  return {
    status: 'found',
    calendar: {
      ...range,
      timeZone: schedule.timeZone,
      sessions: calendarSessions(rows, { now: now.epochMilliseconds }),
      timeOff: timeOff.map(({ id, note, period: { start, end } }) => ({
        id,
        note,
        startsAt: start.epochMilliseconds,
        endsAt: end.epochMilliseconds,
      })),
      imported: schedule.busy
        .filter(
          ({ source, start, end }) => source === 'imported' && start < range.to && range.from < end,
        )
        .map(({ start, end, title }) => ({
          startsAt: start,
          endsAt: end,
          title: title ?? '',
        })),
      open: open.map(({ start, end }) => ({ startsAt: start, endsAt: end })),
      schedule,
      offers: variants.map((variant) => ({
        variantId: variant.variantId,
        title: variant.title,
        durationMinutes: variant.durationMinutes,
        capacity: variant.capacity,
        bufferBeforeMinutes: variant.bufferBeforeMinutes,
        bufferAfterMinutes: variant.bufferAfterMinutes,
      })),
    },
  };
}

/**
 * The week of the viewer's calendar that `day` lies in, with a week on either side so that turning
 * the page shows something at once. `day` null, or none that exists: the present week.
 */
export async function loadMentorWeek(day: string | null) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const timeZone = viewer.isMentor ? await getMentorTimeZone(db, { mentorId: viewer.id }) : null;
  if (timeZone === null) return { status: 'not_a_mentor' } as const;
  const date = day === null ? Temporal.Now.plainDateISO(timeZone) : Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const startOf = (days: number) =>
    monday.add({ days }).toZonedDateTime(timeZone).epochMilliseconds;
  const loaded = await loadMentorCalendar({ from: startOf(-7), to: startOf(14) });
  if (loaded.status !== 'found') return loaded;
  return {
    ...loaded,
    monday: monday.toString(),
    week: { from: startOf(0), to: startOf(7) },
    now: Temporal.Now.instant().epochMilliseconds,
  };
}

function instantAt(epochMilliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
}
