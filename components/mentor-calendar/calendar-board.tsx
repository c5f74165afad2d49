'use client';

import type { CalendarRef } from '@fullcalendar/react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { LiveRegion } from '@/components/ui/live-region';
import { planOneOff } from '@/lib/availability/rules/one-off-window';
import type { CalendarData, CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { wallClockAt } from '@/kernel/time/wall-clock';
import { chooseCalendarZone } from './choose-calendar-zone';
import { CalendarDialog, type Open } from './calendar-dialog';
import { type View, views } from './calendar-entries';
import { CalendarGrid } from './calendar-grid';
import { CalendarLegend } from './calendar-legend';
import { CalendarToolbar } from './calendar-toolbar';
import { SecondZone } from './second-zone';
import type { TimeUse } from './time-panel';
import { covers, useCalendarData } from './use-calendar-data';

const hourMs = 3_600_000;

/** A mentor's calendar: a grid or list to look at, and a dialog for all that can be done in it. */
export function CalendarBoard({
  initial,
  monday,
  secondZone: firstZone,
}: {
  initial: CalendarData;
  monday: string;
  secondZone: string | null;
}) {
  const t = useTranslations('mentorCalendar');
  const calendar = useRef<CalendarRef>(null);
  const { data, state, show, reload } = useCalendarData(initial);
  const [view, setView] = useState<View>(() =>
    matchMedia('(min-width: 48rem)').matches ? 'week' : 'list',
  );
  const [title, setTitle] = useState('');
  const [secondZone, setSecondZone] = useState(firstZone);
  const [open, setOpen] = useState<Open | null>(null);
  const [news, setNews] = useState('');

  const sessionTitle = (session: CalendarSession) => {
    const [seat, ...others] = session.seats;
    const service = session.serviceTitle;
    if (!session.isGiven) return t('withOne', { service, name: t('attending') });
    return others.length > 0
      ? t('withMany', { service, count: session.seats.length })
      : t('withOne', { service, name: seat?.menteeName ?? t('someone') });
  };

  function changeView(next: View, day?: number) {
    setView(next);
    calendar.current?.getApi().changeView(views[next], day);
  }

  function openTime(use: TimeUse, from: number, to: number) {
    setOpen({ kind: 'time', use, from, to, now: Date.now() });
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
    const imported = data.imported.find(({ startsAt }) => String(startsAt) === of);
    const free = data.open.find(({ startsAt }) => String(startsAt) === of);
    if (kind === 'session' && session) setOpen({ kind: 'session', session });
    else if (kind === 'off' && timeOff) setOpen({ kind: 'off', timeOff });
    else if (kind === 'imported' && imported) openTime('ask', imported.startsAt, imported.endsAt);
    // In the grids the ground is pressed at a time, which says more.
    else if (free && view === 'list') openTime('ask', free.startsAt, free.endsAt);
  }

  function close() {
    setOpen(null);
    calendar.current?.getApi().unselect();
  }

  return (
    <section aria-label={t('calendarLabel')}>
      <CalendarToolbar
        title={title}
        view={view}
        onView={changeView}
        onTurn={(to) => calendar.current?.getApi()[to]()}
        onAsk={() => openNextHour('ask')}
        onPlan={() => openNextHour('open')}
      />
      <div className="pb-3">
        <LiveRegion isVisible={news !== ''}>{news}</LiveRegion>
        <LiveRegion>{state === 'loading' ? t('loading') : ''}</LiveRegion>
        {state === 'failed' && (
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
        )}
      </div>
      <div
        className={`mentor-calendar ${view === 'list' ? 'mentor-calendar-list' : ''} reacts ${state === 'loading' ? 'opacity-60' : ''}`}
        aria-busy={state === 'loading'}
      >
        <CalendarGrid
          ref={calendar}
          data={data}
          view={view}
          monday={monday}
          secondZone={secondZone}
          sessionTitle={sessionTitle}
          onShow={(range, shownTitle) => {
            setTitle(shownTitle);
            show(range);
          }}
          onOpen={openEntry}
          onMove={(id, start) => {
            const session = data.sessions.find((candidate) => id === `session ${candidate.id}`);
            if (!session) return;
            // What is in the way is said from data that is as new as can be.
            reload();
            setOpen({ kind: 'move', session, start, now: Date.now() });
          }}
          onDraw={({ from, to }) => {
            const span = { start: from, end: to, capacity: 1, now: Date.now() };
            openTime(planOneOff(data.schedule, span).ok ? 'open' : 'off', from, to);
          }}
          onPress={(at) => openTime('ask', at, at + hourMs)}
          onDay={(day) => changeView('day', day)}
        />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-4">
        <CalendarLegend />
        <SecondZone
          zone={secondZone}
          onChange={(zone) => {
            setSecondZone(zone);
            chooseCalendarZone(zone);
          }}
        />
      </div>
      <p className="text-muted max-w-prose pt-4 text-sm">{t('help')}</p>
      <CalendarDialog
        open={open}
        data={data}
        onOpen={setOpen}
        onClose={close}
        onLook={(at) => {
          if (!covers(data, { from: at, to: at }))
            calendar.current?.getApi().gotoDate(wallClockAt(at, data.timeZone));
        }}
        onChanged={(text, { isOver }) => {
          setNews(text);
          reload();
          if (!isOver) return;
          setOpen(null);
          calendar.current?.getApi().unselect();
        }}
      />
    </section>
  );
}
