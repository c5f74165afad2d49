import { useLocale, useTranslations } from 'next-intl';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { formatUntil } from '@/kernel/time/format';
import { SessionTime } from './session-time';

/** When a session is, and how long it is until then. */
export function BookingWhen({ booking }: { booking: BookingDetail }) {
  const t = useTranslations('bookingPage');
  const locale = useLocale();
  const { status, startsAt, readAt } = booking;
  const isToCome = (status === 'confirmed' || status === 'pending') && startsAt > readAt;
  return (
    <div className="mt-3 text-lg">
      <SessionTime {...booking} />
      {isToCome && (
        <span className="bg-green-soft text-green mt-2 inline-block rounded-full px-3 py-1 text-sm font-semibold">
          {t('startsIn', { time: formatUntil(startsAt, locale, { now: readAt }) })}
        </span>
      )}
    </div>
  );
}
