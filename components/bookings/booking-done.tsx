import { useLocale, useTranslations } from 'next-intl';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { type BookingDetail, type SessionStep, sessionSteps } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';
import { otherName } from './booking-names';

/**
 * What the viewer has just done, as the address says (`?done=`). Addresses can be made up, so it is
 * said only where the booking's state bears it out.
 */
export function BookingDone({
  booking,
  done,
  timeZone,
}: {
  booking: BookingDetail;
  done: string | undefined;
  timeZone: string;
}) {
  const t = useTranslations('bookingPage');
  const locale = useLocale();
  const { reference, status, role, expiresAt } = booking;
  const name = otherName(booking, t);
  if (done === 'booked' && role === 'mentee' && status === 'confirmed') {
    return (
      <ArrivalAlert tone="success" title={t('bookedTitle')}>
        {t('bookedText', { reference })}
      </ArrivalAlert>
    );
  }
  if (done === 'booked' && role === 'mentee' && status === 'pending' && expiresAt !== null) {
    const deadline = formatDateTime(expiresAt, { locale, timeZone });
    return (
      <ArrivalAlert tone="success" title={t('requestedTitle')}>
        {t('requestedText', { reference, name, deadline })}
      </ArrivalAlert>
    );
  }
  if (done === 'accepted' && role !== 'mentee' && status === 'confirmed') {
    return (
      <ArrivalAlert tone="success" title={t('acceptedTitle')}>
        {t('acceptedText', { name })}
      </ArrivalAlert>
    );
  }
  if (done === 'cancelled' && status === 'cancelled' && booking.wasHold && booking.isProposal) {
    return (
      <ArrivalAlert tone="success" title={t('withdrawnTitle')}>
        {t('declinedText', { name })}
      </ArrivalAlert>
    );
  }
  if (done === 'cancelled' && status === 'cancelled') {
    const wasDeclined = booking.trail.at(-1)?.from !== 'confirmed' && role !== 'mentee';
    return (
      <ArrivalAlert tone="success" title={t(wasDeclined ? 'declinedTitle' : 'cancelledTitle')}>
        {wasDeclined ? t('declinedText', { name }) : t('cancelledText')}
      </ArrivalAlert>
    );
  }
  if (done === 'moved' && booking.trail.at(-1)?.movedTo) {
    return (
      <ArrivalAlert tone="success" title={t('movedTitle')}>
        {status === 'pending' && role === 'mentee' && expiresAt !== null
          ? t('movedAskedText', {
              name,
              deadline: formatDateTime(expiresAt, { locale, timeZone }),
            })
          : t('movedText')}
      </ArrivalAlert>
    );
  }
  const step = sessionSteps.find((candidate) => candidate === done);
  if (step && isDone(booking, step)) {
    return (
      <ArrivalAlert tone="success" title={t(`${step}Title`)}>
        {t(`${step}Text`, { name })}
      </ArrivalAlert>
    );
  }
  return null;
}

function isDone({ status, running }: BookingDetail, step: SessionStep): boolean {
  switch (step) {
    case 'check_in':
      return running?.viewerHereAt != null;
    case 'start':
      return status === 'in_progress';
    case 'complete':
      return status === 'completed';
    case 'no_show':
      return status === 'no_show';
  }
}
