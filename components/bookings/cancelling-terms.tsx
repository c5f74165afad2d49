import { useLocale, useTranslations } from 'next-intl';
import type { BookingDetail, CancellingView } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/lib/time/format';
import { otherName } from './booking-names';

type Words = ReturnType<typeof useTranslations<'cancelling'>>;

/** What cancelling costs now and until when, said before the click. */
export function CancellingTerms({
  booking,
  cancelling,
  timeZone,
}: {
  booking: BookingDetail;
  cancelling: CancellingView;
  timeZone: string;
}) {
  const t = useTranslations('cancelling');
  const names = useTranslations('bookingPage');
  const locale = useLocale();
  const { kind, late, freeUntil, noticeMinutes } = cancelling;
  if (kind === 'decline') return t('declineTerms');
  if (booking.role !== 'mentee') return t('mentorTerms');
  if (late) {
    return booking.priceCredits === 0
      ? t('lateFree')
      : t('late', { name: otherName(booking, names), notice: noticeText(noticeMinutes, t) });
  }
  if (freeUntil === null || Date.parse(freeUntil) >= Date.parse(booking.startsAt))
    return t('freeUntilStart');
  return t('freeUntil', { time: formatDateTime(Date.parse(freeUntil), { locale, timeZone }) });
}

function noticeText(minutes: number, t: Words): string {
  // Days are exact multiples of 24 hours here; "24 hours" is how people say the first of them.
  if (minutes % 1440 === 0 && minutes > 1440) return t('noticeDays', { days: minutes / 1440 });
  if (minutes % 60 === 0) return t('noticeHours', { hours: minutes / 60 });
  return t('noticeMinutes', { minutes });
}
