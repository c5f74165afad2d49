'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import type {
  CalendarData,
  CalendarSession,
  CalendarTimeOff,
} from '@/lib/bookings/schema/mentor-calendar';
import { formatDateTime } from '@/kernel/time/format';
import { MoveConfirm } from './move-confirm';
import { SessionPanel } from './session-panel';
import { TimeOffPanel } from './time-off-panel';
import { type TimeUse, TimePanel } from './time-panel';

/** What is open over the calendar. Instants are epoch milliseconds; `now` is when it was opened. */
export type Open =
  | { kind: 'session'; session: CalendarSession }
  | { kind: 'move'; session: CalendarSession; start: number; now: number }
  | { kind: 'off'; timeOff: CalendarTimeOff }
  | { kind: 'time'; use: TimeUse; from: number; to: number; now: number };

/** The dialog over the calendar, with all that can be done to what was pressed, drawn or dragged. */
export function CalendarDialog({
  open,
  data,
  onOpen,
  onClose,
  onLook,
  onChanged,
}: {
  open: Open | null;
  data: CalendarData;
  onOpen: (next: Open) => void;
  onClose: () => void;
  /** A time that is not loaded is asked for. */
  onLook: (at: number) => void;
  /** Something has changed; `isOver` when there is nothing more to do in the dialog. */
  onChanged: (news: string, change: { isOver: boolean }) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const { timeZone } = data;
  const over = (news: string) => onChanged(news, { isOver: true });
  return (
    <Dialog
      isOpen={open !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      isDismissable={open?.kind === 'session' || open?.kind === 'off'}
      title={open ? titleOf(open, t) : t('details')}
    >
      {open?.kind === 'session' && (
        <SessionPanel
          key={open.session.id}
          session={data.sessions.find(({ id }) => id === open.session.id) ?? open.session}
          timeZone={timeZone}
          onMove={(start) =>
            onOpen({
              kind: 'move',
              session: open.session,
              start,
              now: Date.now(),
            })
          }
          onChanged={(news) => onChanged(news, { isOver: false })}
        />
      )}
      {open?.kind === 'move' && (
        <MoveConfirm
          session={open.session}
          data={data}
          start={open.start}
          now={open.now}
          onMoved={() =>
            over(t('moved', { when: formatDateTime(open.start, { locale, timeZone }) }))
          }
          onLeave={onClose}
        />
      )}
      {open?.kind === 'off' && (
        <TimeOffPanel
          timeOff={open.timeOff}
          timeZone={timeZone}
          onRemoved={() => over(t('timeOffRemoved'))}
          onChanged={over}
        />
      )}
      {open?.kind === 'time' && (
        <TimePanel
          data={data}
          use={open.use}
          from={open.from}
          to={open.to}
          now={open.now}
          onLook={onLook}
          onSaved={over}
        />
      )}
    </Dialog>
  );
}

function titleOf(open: Open, t: ReturnType<typeof useTranslations<'mentorCalendar'>>): string {
  switch (open.kind) {
    case 'session':
      return open.session.serviceTitle;
    case 'move':
      return t('moveTitle');
    case 'off':
      return t('timeOff');
    case 'time':
      return t('timeTitle');
  }
}
