import { useTranslations } from 'next-intl';
import type { BookingDetail } from '@/lib/bookings/schema/booking';

/** What the two parties need to find each other; nothing for anybody else. */
export function MeetingPlace({ booking }: { booking: BookingDetail }) {
  const t = useTranslations('bookingPage');
  if (booking.role === 'admin') return null;
  if (booking.format === 'phone') {
    return booking.phone === '' ? null : (
      <span className="mt-1 block">
        <a href={`tel:${booking.phone.replaceAll(/[^\d+]/g, '')}`} className="text-link">
          {booking.phone}
        </a>
        <span className="text-muted block text-sm font-normal">{t('phoneWho')}</span>
      </span>
    );
  }
  if (booking.format === 'in_person') {
    return (
      <span className="mt-1 block">{booking.place === '' ? t('placeLater') : booking.place}</span>
    );
  }
  if (booking.videoUrl !== '') {
    return (
      <a
        href={booking.videoUrl}
        target="_blank"
        rel="noopener noreferrer"
        className="text-link mt-1 block break-all"
      >
        {booking.videoUrl}
      </a>
    );
  }
  const isToCome = booking.status === 'confirmed' || booking.status === 'in_progress';
  return isToCome ? (
    <span className="text-muted block text-sm font-normal">{t('videoLater')}</span>
  ) : null;
}
