'use client';

import type { CalendarRef } from '@fullcalendar/react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { LiveRegion } from '@/components/ui/live-region';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import { Link } from '@/i18n/navigation';
import type { CalendarView } from '@/lib/bookings/rules/calendar-days';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import type { Day } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import type { Open } from './calendar-dialog';
import { CalendarAside } from './calendar-aside';
import { CalendarToolbar } from './calendar-toolbar';
import { chooseCalendarZone } from './choose-calendar-zone';
import { DayList } from './day-list';
import { MonthDots } from './month-dots';
import type { TimeUse } from './time-panel';
import { covers, useCalendarData } from './use-calendar-data';
import { useCalendarView } from './use-calendar-view';
import './calendar.css';

// FullCalendar and Temporal: only where a grid or a form with times is asked for.
const CalendarGrid = lazy(() =>
  import('./calendar-grid').then((module) => ({ default: module.CalendarGrid })),
);
const CalendarDialog = lazy(() =>
  import('./calendar-dialog').then((module) => ({ default: module.CalendarDialog })),
);

const hourMs = 3_600_000;

/**
 * A mentor's calendar: a list or grid to look at, and a dialog for all that can be done in it. The
 * list and a phone's month are drawn by the server; a grid's place is kept until its script has come.
 */
export function MentorCalendar({
  initial,
  remembered,
  today,
  secondZone: firstZone,
}: {
  initial: CalendarData;
  /** The view that was chosen last. */
  remembered: CalendarView | null;
  today: Day;
  /** Beside the mentor's own; null: none. */
  secondZone: string | null;
}) {
  const t = useTranslations('mentorCalendar');
  const calendar = useRef<CalendarRef>(null);
  const isInteractive = useIsInteractive();
  const { width, chosen, view, day, days, turned, go } = useCalendarView({ remembered, today });
  const { data, hasFailed, isLoading, reload } = useCalendarData(initial, days);
  const [secondZone, setSecondZone] = useState(firstZone);
  const [open, setOpen] = useState<Open | null>(null);
  const [wasOpened, setWasOpened] = useState(false);
  const [news, setNews] = useState('');

  function show(next: Open) {
    setOpen(next);
    setWasOpened(true);
  }

  function openTime(use: TimeUse, from: number, to: number) {
    show({ kind: 'time', use, from, to, now: Date.now() });
  }

  /** What the toolbar asks for begins with the next full hour. */
  function openNextHour(use: TimeUse) {
    const from = Math.ceil(Date.now() / hourMs) * hourMs;
    openTime(use, from, from + hourMs);
  }

  function openEntry(id: string) {
    const [kind, of] = id.split(' ');
    const session = data.sessions.find((candidate) => candidate.id === of);
    const timeOff = data.timeOff.find((candidate) => candidate.id === of);
    const span = [...data.imported, ...data.open].find(({ startsAt }) => String(startsAt) === of);
    if (kind === 'session' && session) show({ kind: 'session', session });
    else if (kind === 'off' && timeOff) show({ kind: 'off', timeOff });
    else if (span) openTime('ask', span.startsAt, span.endsAt);
  }

  function close() {
    setOpen(null);
    calendar.current?.getApi().unselect();
  }

  const place = <div className="calendar-place" />;
  const plain = { data, day, today, onOpen: isInteractive ? openEntry : undefined };
  const isGrid = view === 'day' || view === 'week' || (view === 'month' && width === 'wide');
  return (
    <section aria-label={t('calendarLabel')} className="mentor-calendar">
      <CalendarToolbar
        view={width === null ? chosen : view}
        shown={{ view, day, days }}
        turned={turned}
        today={today}
        onGo={go}
        onAsk={() => openNextHour('ask')}
        onPlan={() => openNextHour('open')}
      />
      <LiveRegion isVisible={news !== ''}>
        <span className="bg-green-soft mb-3 block rounded-md px-4 py-3 text-sm font-semibold empty:hidden">
          {news}
        </span>
      </LiveRegion>
      <LiveRegion>{isLoading ? t('loading') : ''}</LiveRegion>
      {hasFailed && (
        <div className="pb-3">
          <Alert
            tone="warning"
            actions={
              <Button size="sm" variant="secondary" onClick={reload}>
                {t('tryAgain')}
              </Button>
            }
          >
            {t('loadFailed')}
          </Alert>
        </div>
      )}
      {!isLoading && !hasFailed && isEmpty(data) && (
        <p className="bg-sunken mb-3 rounded-md px-4 py-3 text-sm">
          {t('emptyHint')}{' '}
          <Link href="/mentor/availability" prefetch={false} className="text-link">
            {t('emptyAction')}
          </Link>
        </p>
      )}
      <div
        data-view={width === null ? (chosen ?? 'fitting') : undefined}
        className={`reacts ${isLoading ? 'opacity-60' : ''}`}
        aria-busy={isLoading}
      >
        {(!isGrid || width === null) && (
          <div className="calendar-plain">
            {view === 'month' ? (
              <MonthDots {...plain} onDay={(next) => go({ day: next })} />
            ) : (
              <DayList {...plain} days={days} />
            )}
          </div>
        )}
        {width === null && place}
        {isGrid && width !== null && (
          <Suspense fallback={place}>
            <div className="calendar-place">
              <CalendarGrid
                ref={calendar}
                data={data}
                view={view}
                day={day}
                isNarrow={width === 'narrow'}
                secondZone={secondZone}
                onOpen={openEntry}
                onMove={(id, start) => {
                  const session = data.sessions.find(
                    (candidate) => id === `session ${candidate.id}`,
                  );
                  if (!session) return;
                  // What is in the way is said from data that is as new as can be.
                  reload();
                  show({ kind: 'move', session, start, now: Date.now() });
                }}
                onDraw={openTime}
                onPress={(at) => openTime('ask', at, at + hourMs)}
                onDay={(next) => go({ view: 'day', day: next })}
              />
            </div>
          </Suspense>
        )}
      </div>
      <CalendarAside
        secondZone={secondZone}
        onSecondZone={(zone) => {
          setSecondZone(zone);
          chooseCalendarZone(zone);
        }}
      />
      {wasOpened && (
        <Suspense>
          <CalendarDialog
            open={open}
            data={data}
            onOpen={setOpen}
            onClose={close}
            onLook={(at) => {
              if (!covers(data, { from: at, to: at })) go({ day: localDay(at, data.timeZone) });
            }}
            onChanged={(text, { isOver }) => {
              setNews(text);
              reload();
              if (isOver) close();
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Nothing stands in it, and nothing can: nobody can book a mentor without hours. */
function isEmpty({ sessions, timeOff, imported, open, schedule }: CalendarData): boolean {
  const hasHours = schedule.weekly.length > 0 || open.length > 0;
  return !hasHours && sessions.length + timeOff.length + imported.length === 0;
}
