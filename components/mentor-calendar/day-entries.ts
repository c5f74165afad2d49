import type {
  CalendarData,
  CalendarSession,
  CalendarSpan,
} from '@/lib/bookings/schema/mentor-calendar';
import type { Days } from '@/lib/bookings/rules/calendar-days';
import { addDays, type Day } from '@/kernel/time/calendar';
import { formatRange, formatTime, localDay } from '@/kernel/time/format';
import type { Mark } from './entry-mark';

/** One line of a list. Instants are epoch milliseconds. */
export interface DayEntry {
  id: string;
  mark: Mark;
  start: number;
  end: number;
  /** Of a session. */
  session: CalendarSession | null;
  /** What a mentor has written to it, or the calendar it comes from. */
  note: string;
}

/**
 * What stands in the calendar on each of the days, in order; what reaches over midnight stands on
 * every day that it meets.
 */
export function entriesByDay(data: CalendarData, days: Days): Map<Day, DayEntry[]> {
  const byDay = new Map<Day, DayEntry[]>();
  for (const entry of entriesOf(data)) {
    const first = localDay(entry.start, data.timeZone);
    const last = localDay(entry.end - 1, data.timeZone);
    for (let day = first < days.from ? days.from : first; day <= last; day = addDays(day, 1)) {
      if (day >= days.to) break;
      const ofDay = byDay.get(day);
      if (ofDay) ofDay.push(entry);
      else byDay.set(day, [entry]);
    }
  }
  return byDay;
}

/**
 * When an entry is on a day: its part of it, or null for all of it. A session keeps its own two ends, which
 * are what is agreed; a stretch of time may go on for weeks.
 */
export function timesOn(
  day: Day,
  { start, end, session }: Pick<DayEntry, 'start' | 'end' | 'session'>,
  place: { locale: string; timeZone: string },
): string | null {
  const isBefore = localDay(start, place.timeZone) < day;
  const isAfter = localDay(end - 1, place.timeZone) > day;
  if (session) return formatRange(start, end, place);
  const from = isBefore ? '00:00' : formatTime(start, place);
  const until = isAfter ? '24:00' : formatTime(end, place).replace('00:00', '24:00');
  return from === '00:00' && until === '24:00' ? null : `${from}–${until}`;
}

/** Ids are those of the grid's entries. */
function entriesOf({ sessions, timeOff, imported, open }: CalendarData): DayEntry[] {
  const entries: DayEntry[] = [
    ...sessions.map((session) => ({
      ...span(session),
      id: `session ${session.id}`,
      mark: session.isGiven ? session.status : ('attending' as const),
      session,
    })),
    ...timeOff.map((off) => ({
      ...span(off),
      id: `off ${off.id}`,
      mark: 'off' as const,
      note: off.note,
    })),
    ...imported.map((event, place) => ({
      ...span(event),
      id: `imported ${event.startsAt} ${place}`,
      mark: 'imported' as const,
      note: event.title,
    })),
    ...open.map((free) => ({
      ...span(free),
      id: `free ${free.startsAt}`,
      mark: 'free' as const,
    })),
  ];
  return entries
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start);
}

function span({ startsAt: start, endsAt: end }: CalendarSpan) {
  return { start, end, session: null, note: '' };
}
