'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { LiveRegion } from '@/components/ui/live-region';
import { Skeleton } from '@/components/ui/skeleton';
import { TimeRange } from '@/components/ui/time-range';
import { seatedStatuses } from '@/domain/bookings';
import type { CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { formatDay } from '@/kernel/time/format';
import { cancelSessionAction } from '@/lib/bookings/actions/cancel-bookings';
import { CallOff } from './call-off';
import { MessageAll } from './message-all';
import { MoveForm } from './move-form';
import { Roster } from './roster';
import { SeatCard } from './seat-card';
import { useSessionDetails } from './use-session-details';

/** All about a session of the calendar, and what its mentor can do with it now. */
export function SessionPanel({
  session,
  timeZone,
  onMove,
  onChanged,
}: {
  session: CalendarSession;
  timeZone: string;
  onMove: (start: number) => void;
  /** Something was done; `news` says what. */
  onChanged: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const words = useTranslations('bookingPage');
  const locale = useLocale();
  const place = { locale, timeZone };
  const start = session.startsAt;
  const { bookings, hasFailed, reload } = useSessionDetails(session.id);
  const [news, setNews] = useState('');

  // A mentor who takes part in somebody else's sees their own seat alone.
  const isGroup = session.isGiven && session.capacity > 1;
  const callable = bookings?.filter(({ cancelling }) => cancelling !== null) ?? [];
  const [first] = callable;
  const written =
    bookings?.filter(({ status }) => seatedStatuses.some((one) => one === status)) ?? [];
  const [reader] = written;

  function changed(text: string) {
    setNews(text);
    reload();
    onChanged(text);
  }

  return (
    <div className="flex flex-col gap-5">
      <p className="font-semibold">
        {formatDay(start, place)}, <TimeRange start={start} end={session.endsAt} place={place} />
        {session.capacity > 1 && (
          <span className="text-muted block font-normal">
            {t('group', { taken: session.seats.length, capacity: session.capacity })}
          </span>
        )}
      </p>
      {session.isMovable && bookings && bookings.length > 0 && (
        <MoveForm start={start} timeZone={timeZone} onMove={onMove} />
      )}
      <LiveRegion isVisible={news !== ''}>
        <span className="bg-green-soft block rounded-md px-4 py-3 text-sm font-semibold empty:hidden">
          {news}
        </span>
      </LiveRegion>
      {hasFailed && (
        <Alert
          tone="warning"
          actions={
            <Button size="sm" variant="secondary" onClick={reload}>
              {t('tryAgain')}
            </Button>
          }
        >
          {t('detailsFailed')}
        </Alert>
      )}
      {bookings === null && !hasFailed && (
        <div>
          <LiveRegion>{t('detailsLoading')}</LiveRegion>
          <Skeleton className="h-40 w-full" />
        </div>
      )}
      {bookings && isGroup && <Roster bookings={bookings} onChanged={changed} />}
      {!isGroup &&
        bookings?.map((booking) => (
          <SeatCard
            key={`${booking.id} ${booking.status}`}
            booking={booking}
            isGiven={session.isGiven}
            onChanged={changed}
          />
        ))}
      {session.takesMessages && reader && (
        <MessageAll bookingId={reader.id} count={written.length} onSent={changed} />
      )}
      {isGroup && first && callable.length > 0 && (
        <CallOff
          action={cancelSessionAction}
          bookingId={first.id}
          opener={t('cancelAll')}
          terms={t('cancelAllTerms')}
          hint={t('cancelAllHint')}
          submit={t('cancelAllSubmit', { count: callable.length })}
          onDone={() => changed(t('cancelledAll'))}
        />
      )}
      {bookings?.length === 0 && news === '' && <p>{words('refused_not_found')}</p>}
    </div>
  );
}
