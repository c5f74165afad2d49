import { useLocale, useTranslations } from 'next-intl';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';

/** Until when the viewer may move the session, said before the click. */
export function MovingTerms({ booking, timeZone }: { booking: BookingDetail; timeZone: string }) {
  const t = useTranslations('moving');
  const locale = useLocale();
  const { until } = booking.moving;
  if (until === null) return t('mentorTerms');
  if (until >= booking.startsAt) return t('freeUntilStart');
  return t('freeUntil', { time: formatDateTime(until, { locale, timeZone }) });
}
