'use client';

import FullCalendar, { type CalendarRef, type EventApi } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import enGb from '@fullcalendar/react/locales/en-gb';
import fr from '@fullcalendar/react/locales/fr';
import theme from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState, type RefObject } from 'react';
import { planOneOff } from '@/lib/availability/rules/one-off-window';
import { type CalendarView, daysShown, eachDay } from '@/lib/bookings/rules/calendar-days';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import type { Day } from '@/kernel/time/calendar';
import { formatDay, formatDayShort } from '@/kernel/time/format';
import { instantOfWallClock, wallClockAt } from '@/kernel/time/wall-clock';
import { calendarEntries, gridView } from './calendar-entries';
import { EntryContent } from './entry-content';
import { secondClock } from './second-clock';
import type { TimeUse } from './time-panel';
import { useSessionTitle } from './use-session-title';
import { isAhead } from './wall-time';

const threeDays = { threeDays: { type: 'timeGrid', duration: { days: 3 } } };
const plugins = [theme, timeGrid, dayGrid, interaction];
/** The least height of an entry: a line of text. */
const lineHeight = 20;

/** FullCalendar with our entries, words and colours. Everything it is used for goes to its parent. */
export function CalendarGrid({
  ref,
  data,
  view,
  day,
  isNarrow,
  secondZone,
  onOpen,
  onMove,
  onDraw,
  onPress,
  onDay,
}: {
  ref: RefObject<CalendarRef | null>;
  data: CalendarData;
  view: CalendarView;
  day: Day;
  isNarrow: boolean;
  secondZone: string | null;
  onOpen: (id: string) => void;
  onMove: (id: string, start: number) => void;
  /** Empty time was drawn over, which can be opened or else taken off. Epoch milliseconds. */
  onDraw: (use: TimeUse, from: number, to: number) => void;
  /** A time was pressed, or a day where no times are shown. */
  onPress: (at: number) => void;
  onDay: (day: Day) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const sessionTitle = useSessionTitle();
  const gridName = gridView(view, { isNarrow });
  const [first] = useState({ gridName, day });
  // FullCalendar reckons in wall clock readings: it would go by the browser's own time zone data, which
  // may differ from what the server offers by.
  const { timeZone } = data;
  const instantOf = (wall: Date) => instantOfWallClock(wall.getTime(), timeZone);
  // A month's cells have no room for it.
  const beside = view === 'month' ? null : secondZone;
  const shown = eachDay(daysShown(view, day, { isNarrow }));
  const second =
    beside === null ? null : secondClock(shown, { locale, timeZone, secondZone: beside });
  const dayName = isNarrow || view === 'week' ? formatDayShort : formatDay;
  const dayWords = {
    name: (date: Date) => dayName(date.getTime(), { locale, timeZone: 'UTC' }),
    second: (date: Date) => (second && !second.isSame ? t('secondOn', second.ofDay(date)) : ''),
  };
  const words = { sessionTitle, timeOff: t('timeOff'), imported: t('imported') };
  const mayStart = ({ start }: { start: Date }) =>
    isAhead(start.getTime(), { timeZone, now: Date.now() });

  useEffect(() => {
    const api = ref.current?.getApi();
    // Not while React renders: FullCalendar renders at once.
    queueMicrotask(() => api?.changeView(gridName, day));
  }, [ref, gridName, day]);

  const isSettled = useSettled();
  return (
    <div className={`h-full ${isSettled ? '' : 'invisible'}`}>
      <FullCalendar
        ref={ref}
        plugins={plugins}
        views={threeDays}
        initialView={first.gridName}
        initialDate={first.day}
        headerToolbar={false}
        locale={locale === 'fr' ? fr : enGb}
        timeZone="UTC"
        now={() => wallClockAt(Date.now(), timeZone)}
        firstDay={1}
        nowIndicator
        allDaySlot={false}
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        scrollTime="08:00:00"
        slotHeaderFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        height="100%"
        dayMaxEvents
        events={calendarEntries(data, { view, words })}
        eventInteractive
        eventDurationEditable={false}
        eventMinHeight={lineHeight}
        eventAllow={mayStart}
        selectable
        selectAllow={mayStart}
        selectMirror
        unselectAuto
        longPressDelay={400}
        eventDisplay={view === 'month' ? 'block' : 'auto'}
        eventContent={entryContent({ timeZone, secondZone: beside, isMonth: view === 'month' })}
        dayHeaderContent={view === 'month' ? undefined : dayHeader(dayWords)}
        slotHeaderContent={hourContent(second)}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          onOpen(event.id);
        }}
        eventDrop={({ event, oldEvent, revert }) => {
          const start = startOfDrop(event, oldEvent);
          // Back at once, not when the dialog is left: by then the entries may have been read anew, and
          // what FullCalendar would put back is no longer what is shown.
          revert();
          if (start !== null) onMove(event.id, instantOf(start));
        }}
        selectMinDistance={4}
        dateClick={({ date, allDay }) => {
          if (allDay) onDay(date.toISOString().slice(0, 10));
          else onPress(instantOf(date));
        }}
        select={({ start, end }) => {
          const [from, to] = [instantOf(start), instantOf(end)];
          const plan = planOneOff(data.schedule, {
            start: from,
            end: to,
            capacity: null,
            now: Date.now(),
          });
          onDraw(plan.ok ? 'open' : 'off', from, to);
        }}
      />
    </div>
  );
}

/**
 * FullCalendar draws itself, measures what it has drawn, and draws itself anew. Its first drawing is
 * not shown, or all of it would jump.
 */
function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => setIsSettled(true));
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return isSettled;
}

function entryContent(shown: { timeZone: string; secondZone: string | null; isMonth: boolean }) {
  return ({ event }: { event: EventApi }) => <EntryContent event={event} {...shown} />;
}

/** A column's day, and under it how the second zone's clocks stand to the first's where that varies. */
function dayHeader({ name, second }: { name: Words; second: Words }) {
  return ({ date }: { date: Date }) => (
    <span className="block">
      <span className="block first-letter:uppercase">{name(date)}</span>
      <span className="text-muted block text-xs">{second(date)}</span>
    </span>
  );
}
type Words = (date: Date) => string;

/** The hour on the left, and what it is in the second zone. */
function hourContent(second: ReturnType<typeof secondClock> | null) {
  return ({ date, text }: { date: Date; text: string }) => (
    <>
      {text}
      {second?.isSame && <span className="text-muted block">{second.at(date)}</span>}
    </>
  );
}

/** Where an entry was dropped; null where it says nothing. */
function startOfDrop(event: EventApi, before: EventApi): Date | null {
  return event.start?.getTime() === before.start?.getTime() ? null : event.start;
}
