'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { moveSessionAction } from '@/lib/bookings/actions/move-session';
import type { CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { formatDateTime } from '@/lib/time/format';
import { refusalWords } from './refusal-words';

/** Asks before a session is moved, and says who will be told. */
export function MoveConfirm({
  session,
  start,
  timeZone,
  onMoved,
  onLeave,
}: {
  session: CalendarSession;
  /** The new start, epoch milliseconds. */
  start: number;
  timeZone: string;
  onMoved: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const place = { locale, timeZone };
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const told = session.seats.filter(({ status }) => status !== 'held');

  function move() {
    const [seat] = session.seats;
    if (!seat) return;
    const form = new FormData();
    form.set('bookingId', seat.bookingId);
    form.set('startsAt', new Date(start).toISOString());
    form.set('locale', locale);
    form.set('from', '/mentor/calendar');
    startTransition(async () => {
      try {
        const answer = await moveSessionAction({ status: 'idle' }, form);
        const words = refusalWords(answer, t);
        setRefusal(words);
        if (words === null) onMoved();
      } catch {
        setRefusal(t('failed'));
      }
    });
  }

  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t('from')}</dt>
        <dd>{formatDateTime(Date.parse(session.startsAt), place)}</dd>
        <dt className="text-muted">{t('to')}</dt>
        <dd className="font-semibold">{formatDateTime(start, place)}</dd>
      </dl>
      <div>
        <p>{t('moveTold', { count: told.length })}</p>
        <ul className="list-disc pl-6">
          {told.map((seat) => (
            <li key={seat.bookingId}>{seat.menteeName ?? t('someone')}</li>
          ))}
        </ul>
        {told.length < session.seats.length && <p className="text-muted">{t('moveHold')}</p>}
      </div>
      {refusal !== null && <Alert tone="danger">{refusal}</Alert>}
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={onLeave}>
          {t('cancel')}
        </Button>
        <Button onClick={move} isPending={isPending}>
          {t('moveConfirm')}
        </Button>
      </div>
    </div>
  );
}
