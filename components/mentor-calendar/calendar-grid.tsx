'use client';

import FullCalendar, { type CalendarRef, type EventApi } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import list from '@fullcalendar/react/list';
import enGb from '@fullcalendar/react/locales/en-gb';
import fr from '@fullcalendar/react/locales/fr';
import theme from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import './calendar.css';
import { useLocale, useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { CalendarData, CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { formatTime } from '@/kernel/time/format';
import { instantOfWallClock, wallClockAt } from '@/kernel/time/wall-clock';
import { calendarEntries, type View, views } from './calendar-entries';
import { EntryContent } from './entry-content';
import type { VisibleRange } from './use-calendar-data';

const plugins = [theme, timeGrid, dayGrid, list, interaction];

/** FullCalendar with our entries, words and colours. Everything it is used for goes to its parent. */
export function CalendarGrid({
  ref,
  data,
  view,
  monday,
  secondZone,
  sessionTitle,
  onShow,
  onOpen,
  onMove,
  onDraw,
  onPress,
  onDay,
}: {
  ref: Ref<CalendarRef>;
  data: CalendarData;
  view: View;
  monday: string;
  secondZone: string | null;
  sessionTitle: (session: CalendarSession) => string;
  onShow: (range: VisibleRange, title: string) => void;
  onOpen: (id: string) => void;
  onMove: (id: string, start: number) => void;
  /** Empty time was drawn over. */
  onDraw: (range: VisibleRange) => void;
  /** A time was pressed, or a day where no times are shown. */
  onPress: (at: number) => void;
  onDay: (day: number) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  // A month's cells have no room for it.
  const zones = {
    locale,
    timeZone: data.timeZone,
    secondZone: view === 'month' ? null : secondZone,
  };
  // FullCalendar reckons in wall clock readings: it would go by the browser's own time zone data, which
  // may differ from what the server offers by.
  const { timeZone } = data;
  const instantOf = (wall: Date) => instantOfWallClock(wall.getTime(), timeZone);
  const words = { sessionTitle, timeOff: t('timeOff'), imported: t('imported'), free: t('free') };
  return (
    <FullCalendar
      ref={ref}
      plugins={plugins}
      initialView={views[view]}
      initialDate={monday}
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
      titleFormat={
        view === 'month'
          ? { year: 'numeric', month: 'long' }
          : { year: 'numeric', month: 'short', day: 'numeric' }
      }
      height={view === 'list' || view === 'month' ? 'auto' : '42rem'}
      dayMaxEvents={4}
      events={calendarEntries(data, { view, words })}
      eventInteractive
      eventDurationEditable={false}
      selectable
      selectMirror
      unselectAuto
      longPressDelay={400}
      noEventsContent={t('nothingHere')}
      eventContent={entryContent(zones)}
      slotHeaderContent={hourContent(zones)}
      datesSet={({ start, end, view: { title } }) =>
        onShow({ from: instantOf(start), to: instantOf(end) }, title)
      }
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
      dateClick={({ date, allDay }) => (allDay ? onDay : onPress)(instantOf(date))}
      select={({ start, end }) => onDraw({ from: instantOf(start), to: instantOf(end) })}
    />
  );
}

interface Zones {
  locale: string;
  timeZone: string;
  secondZone: string | null;
}

function entryContent({ timeZone, secondZone }: Zones) {
  return ({ event }: { event: EventApi }) => (
    <EntryContent event={event} timeZone={timeZone} secondZone={secondZone} />
  );
}

/** The hour on the left, and what it is in the second zone. */
function hourContent({ locale, timeZone, secondZone }: Zones) {
  return ({ date, text }: { date: Date; text: string }) => (
    <>
      {text}
      {secondZone && (
        <span className="text-muted block">
          {formatTime(instantOfWallClock(date.getTime(), timeZone), {
            locale,
            timeZone: secondZone,
          })}
        </span>
      )}
    </>
  );
}

/** Where an entry was dropped; null where it says nothing. */
function startOfDrop(event: EventApi, before: EventApi): Date | null {
  return event.start?.getTime() === before.start?.getTime() ? null : event.start;
}
