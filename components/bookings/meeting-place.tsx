import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { openMinutes } from '@/domain/bookings';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import type { RoomView } from '@/lib/meeting-rooms/schema';

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
        <Aside>{t('phoneWho')}</Aside>
      </span>
    );
  }
  if (booking.format === 'in_person') {
    return (
      <span className="mt-1 block">{booking.place === '' ? t('placeLater') : booking.place}</span>
    );
  }
  return <Room room={booking.room} />;
}

function Room({ room }: { room: RoomView }) {
  const t = useTranslations('bookingPage');
  switch (room.state) {
    case 'none':
      return null;
    case 'closed':
      return <Aside>{t('roomOpens', { minutes: openMinutes })}</Aside>;
    case 'preparing':
      return <Aside>{t('roomPreparing')}</Aside>;
    case 'open':
      return (
        <a
          href={room.url}
          target="_blank"
          rel="noopener noreferrer"
          className="text-link mt-1 block break-words"
        >
          {t('joinAt', { host: new URL(room.url).host })}
        </a>
      );
  }
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="text-muted block text-sm font-normal">{children}</span>;
}
