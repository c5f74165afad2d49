'use client';

import { useLocale, useTranslations } from 'next-intl';
import { reasonText } from '@/components/availability/reason-text';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { obstaclesToMove } from '@/lib/availability/rules/move-obstacles';
import { moveSessionAction } from '@/lib/bookings/actions/move-session';
import type { CalendarData, CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { formatDateTime } from '@/kernel/time/format';
import { refusalWords } from './refusal-words';
import { sessionNames } from './session-names';
import { useDeed } from './use-deed';

/** Asks before a session is moved, says who will be told, and what is in the way. */
export function MoveConfirm({
  session,
  data,
  start,
  now,
  onMoved,
  onLeave,
}: {
  session: CalendarSession;
  data: CalendarData;
  /** The new start, epoch milliseconds. */
  start: number;
  now: number;
  onMoved: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  const reasons = useTranslations('timeReasons');
  const locale = useLocale();
  const place = { locale, timeZone: data.timeZone };
  const { state, isPending, run } = useDeed(moveSessionAction, onMoved);
  const obstacles = obstaclesToMove(data.schedule, { sessionId: session.id, start, now });
  const telling = { t: reasons, place, sessions: sessionNames(data) };
  const isBlocked = obstacles.length > 0;
  const refusal = isBlocked ? t('moveBlocked') : refusalWords(state, t);

  function move() {
    const [seat] = session.seats;
    if (!seat) return;
    const form = new FormData();
    form.set('bookingId', seat.bookingId);
    form.set('startsAt', new Date(start).toISOString());
    form.set('locale', locale);
    form.set('from', '/mentor/calendar');
    run(form);
  }

  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t('from')}</dt>
        <dd>{formatDateTime(session.startsAt, place)}</dd>
        <dt className="text-muted">{t('to')}</dt>
        <dd className="font-semibold">{formatDateTime(start, place)}</dd>
      </dl>
      {!isBlocked && <WhoIsTold session={session} />}
      {refusal !== null && (
        <Alert tone="danger">
          <p>{refusal}</p>
          <ul className="list-disc pl-5">
            {obstacles.map((reason) => (
              <li key={JSON.stringify(reason)}>{reasonText(reason, telling)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={onLeave}>
          {t('cancel')}
        </Button>
        {!isBlocked && (
          <Button onClick={move} isPending={isPending}>
            {t('moveConfirm')}
          </Button>
        )}
      </div>
    </div>
  );
}

function WhoIsTold({ session }: { session: CalendarSession }) {
  const t = useTranslations('mentorCalendar');
  const told = session.seats.filter(({ status }) => status !== 'held');
  return (
    <div>
      <p>{t('moveTold', { count: told.length })}</p>
      <ul className="list-disc pl-6">
        {told.map((seat) => (
          <li key={seat.bookingId}>{seat.menteeName ?? t('someone')}</li>
        ))}
      </ul>
      {told.length < session.seats.length && <p className="text-muted">{t('moveHold')}</p>}
    </div>
  );
}
