import type { EventInput } from '@fullcalendar/react';
import type {
  CalendarData,
  CalendarSession,
  CalendarSpan,
} from '@/lib/bookings/schema/mentor-calendar';
import type { CalendarView } from '@/lib/bookings/rules/calendar-days';
import { wallClockAt } from '@/kernel/time/wall-clock';
import { DOT } from '@/kernel/dot';
import type { Mark } from './entry-mark';

/** FullCalendar's name of a view. */
export function gridView(view: CalendarView, { isNarrow }: { isNarrow: boolean }): string {
  if (view === 'month') return 'dayGridMonth';
  if (view === 'day') return 'timeGridDay';
  return isNarrow ? 'threeDays' : 'timeGridWeek';
}

/** What FullCalendar carries along for us with each entry. */
export interface EntryProps {
  mark: Mark;
  /** Epoch milliseconds. */
  start: number;
  end: number;
}

export interface EntryWords {
  sessionTitle: (session: CalendarSession) => string;
  timeOff: string;
  imported: string;
}

/** The calendar's data as FullCalendar's events. Open time is a ground, and a month has no room for it. */
export function calendarEntries(
  { sessions, timeOff, open, imported, timeZone }: CalendarData,
  { view, words }: { view: CalendarView; words: EntryWords },
): EventInput[] {
  const entry = entryIn(timeZone);
  return [
    ...sessions.map((session) =>
      entry(session, session.isGiven ? session.status : 'attending', {
        id: `session ${session.id}`,
        title: words.sessionTitle(session),
        editable: session.isMovable,
      }),
    ),
    ...timeOff.map((off) =>
      entry(off, 'off', {
        id: `off ${off.id}`,
        title: [words.timeOff, off.note].filter(Boolean).join(DOT),
      }),
    ),
    ...imported.map((event, place) =>
      entry(event, 'imported', {
        id: `imported ${event.startsAt} ${place}`,
        title: event.title || words.imported,
      }),
    ),
    ...(view === 'month' ? [] : open).map((span) =>
      entry(span, 'free', {
        id: `free ${span.startsAt}`,
        display: 'background',
        interactive: false,
      }),
    ),
  ];
}

/** Where the clocks go back, an entry that ends in the repeated hour is drawn as long as it lasts. */
function entryIn(timeZone: string) {
  return (
    { startsAt: start, endsAt: end }: CalendarSpan,
    mark: Mark,
    input: EventInput,
  ): EventInput => {
    const wallStart = wallClockAt(start, timeZone);
    const wallEnd = wallClockAt(end, timeZone);
    const extendedProps: EntryProps = { mark, start, end };
    return {
      ...input,
      start: wallStart,
      end: wallEnd > wallStart ? wallEnd : wallStart + end - start,
      extendedProps,
      class: `mark-${mark}`,
    };
  };
}
