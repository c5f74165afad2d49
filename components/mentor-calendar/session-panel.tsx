'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { StatusBadge } from '@/components/bookings/status-badge';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { Link } from '@/i18n/navigation';
import type { CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { formatDay, formatRange, timeZoneCity } from '@/lib/time/format';
import { instantOfWallTime, wallTime } from './wall-time';

/** What a session is, who comes, and where it could be moved to: dragging, for the keyboard. */
export function SessionPanel({
  session,
  timeZone,
  onMove,
}: {
  session: CalendarSession;
  timeZone: string;
  onMove: (start: number) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const place = { locale, timeZone };
  const start = Date.parse(session.startsAt);
  return (
    <div className="flex flex-col gap-5">
      <p>
        {formatDay(start, place)}, {formatRange(start, Date.parse(session.endsAt), place)}
        {session.capacity > 1 && (
          <span className="text-muted block">
            {t('group', { taken: session.seats.length, capacity: session.capacity })}
          </span>
        )}
      </p>
      <ul className="flex flex-col divide-y">
        {session.seats.map((seat) => (
          <li key={seat.bookingId} className="py-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {session.isGiven ? (seat.menteeName ?? t('someone')) : t('attending')}
              <StatusBadge status={seat.status} />
            </p>
            {seat.subject && <p className="text-muted">{seat.subject}</p>}
            <Link
              href={`/bookings/${seat.bookingId}`}
              prefetch={false}
              className="text-link inline-flex min-h-11 items-center"
            >
              {t('openBooking')} <span className="ml-2 tabular-nums">{seat.reference}</span>
            </Link>
          </li>
        ))}
      </ul>
      {session.isMovable && <MoveForm start={start} timeZone={timeZone} onMove={onMove} />}
    </div>
  );
}

function MoveForm({
  start,
  timeZone,
  onMove,
}: {
  start: number;
  timeZone: string;
  onMove: (start: number) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const [error, setError] = useState<string>();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('startsAt');
    const to = typeof text === 'string' ? instantOfWallTime(text, timeZone) : null;
    if (to === null) setError(t('refused_not_a_time'));
    else if (to === start) setError(t('refused_same_time'));
    else onMove(to);
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3 border-t pt-4">
      <h3 className="text-lg">{t('moveTitle')}</h3>
      <TextField
        type="datetime-local"
        name="startsAt"
        label={t('moveTo')}
        description={t('moveHint', { zone: timeZoneCity({ locale, timeZone }) })}
        defaultValue={wallTime(start, timeZone)}
        error={error}
      />
      <Button type="submit" variant="secondary">
        {t('moveContinue')}
      </Button>
    </form>
  );
}
