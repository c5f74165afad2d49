import { useLocale, useTranslations } from 'next-intl';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import type { BookingDetail } from '@/lib/bookings/schema';
import { formatDateTime } from '@/lib/time/format';
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
    const deadline = formatDateTime(Date.parse(expiresAt), { locale, timeZone });
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
  if (done === 'cancelled' && status === 'cancelled') {
    const wasDeclined = booking.trail.at(-1)?.from !== 'confirmed' && role !== 'mentee';
    return (
      <ArrivalAlert tone="success" title={t(wasDeclined ? 'declinedTitle' : 'cancelledTitle')}>
        {wasDeclined ? t('declinedText', { name }) : t('cancelledText')}
      </ArrivalAlert>
    );
  }
  return null;
}
