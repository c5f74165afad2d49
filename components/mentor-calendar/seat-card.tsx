'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { otherName } from '@/components/bookings/booking-names';
import { FormatLabel } from '@/components/bookings/format-label';
import { menteeHref } from '@/components/bookings/mentee-href';
import { MeetingPlace } from '@/components/bookings/meeting-place';
import { StatusBadge } from '@/components/bookings/status-badge';
import { DefinitionList } from '@/components/ui/definition-list';
import { written } from '@/components/ui/written';
import { Link } from '@/i18n/navigation';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { SeatActions } from './seat-actions';

/** One booking of a session: who, how, about what; and what its mentor can say to it. */
export function SeatCard({
  booking,
  isGiven,
  isInRoster = false,
  onChanged,
}: {
  booking: BookingDetail;
  isGiven: boolean;
  /** Its name and state stand above it already. */
  isInRoster?: boolean;
  onChanged: (news: string) => void;
}) {
  const t = useTranslations('bookingPage');
  const calendar = useTranslations('mentorCalendar');
  const { subject, notes, writtenIn, priceCredits, reference } = booking;
  const items: { term: string; value: ReactNode }[] = [
    {
      term: t('format'),
      value: (
        <>
          <FormatLabel format={booking.format} />
          <MeetingPlace booking={booking} />
        </>
      ),
    },
    ...(subject === ''
      ? []
      : [{ term: t('subject'), value: <span {...written(writtenIn)}>{subject}</span> }]),
    ...(notes === ''
      ? []
      : [
          {
            term: t('notes'),
            value: (
              <p className="whitespace-pre-line" {...written(writtenIn)}>
                {notes}
              </p>
            ),
          },
        ]),
    { term: t('price'), value: t('priceCredits', { credits: priceCredits }) },
    { term: t('reference'), value: <span className="font-mono select-all">{reference}</span> },
  ];
  return (
    <article aria-label={otherName(booking, t)}>
      {!isInRoster && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-lg">{otherName(booking, t)}</h3>
          <StatusBadge status={booking.status} isProposal={booking.isProposal} />
        </div>
      )}
      <DefinitionList items={items} />
      <Link
        href={`/bookings/${booking.id}`}
        prefetch={false}
        className="text-link inline-flex min-h-11 items-center"
      >
        {calendar('openBooking')}
      </Link>
      {booking.menteeId !== null && (
        <Link
          href={menteeHref(booking.menteeId)}
          prefetch={false}
          className="text-link ml-4 inline-flex min-h-11 items-center"
        >
          {t('menteeCard', { name: otherName(booking, t) })}
        </Link>
      )}
      {isGiven && <SeatActions booking={booking} onChanged={onChanged} />}
    </article>
  );
}
