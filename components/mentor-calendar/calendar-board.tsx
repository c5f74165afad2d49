'use client';

import type { CalendarRef } from '@fullcalendar/react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LiveRegion } from '@/components/ui/live-region';
import type { CalendarData, CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { formatDateTime, sameWallTime } from '@/lib/time/format';
import { type View, views } from './calendar-entries';
import { CalendarGrid } from './calendar-grid';
import { CalendarToolbar } from './calendar-toolbar';
import { MoveConfirm } from './move-confirm';
import { SessionPanel } from './session-panel';
import { TimeOffForm } from './time-off-form';
import { useCalendarData, type VisibleRange } from './use-calendar-data';

type Open =
  | { kind: 'session'; session: CalendarSession }
  | { kind: 'move'; session: CalendarSession; start: number; putBack: () => void }
  | ({ kind: 'off' } & VisibleRange);

const hourMs = 3_600_000;

/** A mentor's calendar: a grid or list to look at, and dialogs for all that can be done in it. */
export function CalendarBoard({
  initial,
  monday,
  viewerTimeZone,
}: {
  initial: CalendarData;
  monday: string;
  viewerTimeZone: string;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const calendar = useRef<CalendarRef>(null);
  const { data, state, show, reload } = useCalendarData(initial);
  const { timeZone } = data;
  const [view, setView] = useState<View>(() =>
    matchMedia('(min-width: 48rem)').matches ? 'week' : 'list',
  );
  const [title, setTitle] = useState('');
  const [secondZone, setSecondZone] = useState<string | null>(() =>
    sameWallTime(Date.now(), timeZone, viewerTimeZone) ? null : viewerTimeZone,
  );
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
  const sessionOf = (id: string) => data.sessions.find((session) => `session ${session.id}` === id);

  function close() {
    if (open?.kind === 'move') open.putBack();
    setOpen(null);
    calendar.current?.getApi().unselect();
  }

  function done(text: string) {
    setNews(text);
    setOpen(null);
    calendar.current?.getApi().unselect();
    reload();
  }

  return (
    <section aria-label={t('calendarLabel')}>
      <CalendarToolbar
        title={title}
        view={view}
        secondZone={secondZone}
        onView={(next) => {
          setView(next);
          calendar.current?.getApi().changeView(views[next]);
        }}
        onTurn={(to) => calendar.current?.getApi()[to]()}
        onSecondZone={setSecondZone}
        onTimeOff={() => {
          const from = Math.ceil(Date.now() / hourMs) * hourMs;
          setOpen({ kind: 'off', from, to: from + hourMs });
        }}
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
        className={`mentor-calendar ${view === 'list' ? 'mentor-calendar-list' : ''}`}
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
          onOpen={(id) => {
            const session = sessionOf(id);
            if (session) setOpen({ kind: 'session', session });
          }}
          onMove={(id, start, putBack) => {
            const session = sessionOf(id);
            if (session) setOpen({ kind: 'move', session, start, putBack });
            else putBack();
          }}
          onDraw={(range) => setOpen({ kind: 'off', ...range })}
        />
      </div>
      <p className="text-muted pt-4 text-sm">{t('help')}</p>
      <Dialog
        isOpen={open !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
        isDismissable={open?.kind === 'session'}
        title={
          open?.kind === 'off'
            ? t('timeOffTitle')
            : open?.kind === 'move'
              ? t('moveTitle')
              : (open?.session.serviceTitle ?? t('details'))
        }
      >
        {open?.kind === 'session' && (
          <SessionPanel
            session={open.session}
            timeZone={timeZone}
            onMove={(start) =>
              setOpen({ kind: 'move', session: open.session, start, putBack: () => {} })
            }
          />
        )}
        {open?.kind === 'move' && (
          <MoveConfirm
            session={open.session}
            start={open.start}
            timeZone={timeZone}
            onMoved={() =>
              done(t('moved', { when: formatDateTime(open.start, { locale, timeZone }) }))
            }
            onLeave={close}
          />
        )}
        {open?.kind === 'off' && (
          <TimeOffForm
            from={open.from}
            to={open.to}
            timeZone={timeZone}
            onSaved={() => done(t('timeOffSaved'))}
          />
        )}
      </Dialog>
    </section>
  );
}
