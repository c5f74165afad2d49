'use client';

import { useTranslations } from 'next-intl';
import { absenceText } from '@/components/bookings/absence-text';
import { AcceptForm } from '@/components/bookings/accept-form';
import { otherName } from '@/components/bookings/booking-names';
import { RunForm } from '@/components/bookings/run-form';
import { buttonClass } from '@/components/ui/button-style';
import { VideoIcon } from '@/components/ui/icons';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { CancelSeat } from './cancel-seat';

/** What a mentor can do with one booking now; a refusal is said where the button is. */
export function SeatActions({
  booking,
  onChanged,
}: {
  booking: BookingDetail;
  onChanged: (news: string) => void;
}) {
  const t = useTranslations('bookingPage');
  const words = useTranslations('running');
  const calendar = useTranslations('mentorCalendar');
  const { id, room, mayConfirm, running, cancelling } = booking;
  const name = otherName(booking, t);
  const steps =
    running?.steps.flatMap(({ step, possibleAt }) => (possibleAt === null ? step : [])) ?? [];
  return (
    <div className="flex flex-col gap-3 pt-2 empty:hidden">
      {room.state === 'open' && (
        <a
          href={room.url}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonClass({ wide: true })}
        >
          <VideoIcon />
          {t('join')}
        </a>
      )}
      {running && steps.length > 0 && (
        <p className="text-sm">
          {words(running.otherHereAt === null ? 'otherIsAway' : 'otherIsHere', { name })}
        </p>
      )}
      {mayConfirm && <AcceptForm bookingId={id} onDone={() => onChanged(t('acceptedTitle'))} />}
      {steps.length > 0 && (
        <RunForm
          bookingId={id}
          steps={steps}
          name={name}
          absence={absenceText(booking, { t: words, name })}
          isMain={steps[0] !== 'complete'}
          onDone={() => onChanged(calendar('stepDone', { name }))}
        />
      )}
      {cancelling && (
        <CancelSeat booking={booking} cancelling={cancelling} onCancelled={onChanged} />
      )}
    </div>
  );
}
