import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Link } from '@/i18n/navigation';
import { localizedPath } from '@/i18n/routing';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import {
  googleEventUrl,
  type LinkedEvent,
  outlookEventUrl,
} from '@/lib/calendar-files/rules/calendar-links';

/** The ways of a session that is to come into either side's calendar; nothing for anybody else. */
export function AddToCalendar({
  booking,
  title,
  siteUrl,
}: {
  booking: BookingDetail;
  /** What the booking is called. */
  title: string;
  siteUrl: string;
}) {
  const t = useTranslations('calendarFiles');
  const event = useLinkedEvent(booking, title, siteUrl);
  const isToCome = booking.status === 'pending' || booking.status === 'confirmed';
  if (booking.role === 'admin' || !isToCome || booking.isOver) return null;
  return (
    <Card as="section" aria-labelledby="add-to-calendar">
      <h2 id="add-to-calendar" className="text-xl">
        {t('add')}
      </h2>
      <ul className="mt-2">
        <Way href={`/api/bookings/${booking.id}/calendar`} isFile>
          {t('download')}
        </Way>
        <Way href={googleEventUrl(event)}>{t('google')}</Way>
        <Way href={outlookEventUrl(event, 'private')}>{t('outlook')}</Way>
        <Way href={outlookEventUrl(event, 'work')}>{t('outlookWork')}</Way>
      </ul>
      <p className="text-muted mt-2 border-t pt-3 text-sm">
        {t.rich('subscribe', { link: feedLink })}
      </p>
    </Card>
  );
}

function feedLink(chunks: ReactNode) {
  return (
    <Link href="/settings/calendar" prefetch={false} className="text-link">
      {chunks}
    </Link>
  );
}

function Way({
  href,
  isFile = false,
  children,
}: {
  href: string;
  isFile?: boolean;
  children: string;
}) {
  return (
    <li>
      <a
        href={href}
        {...(isFile ? { download: true } : { target: '_blank', rel: 'noopener noreferrer' })}
        className="text-link inline-flex min-h-11 items-center"
      >
        {children}
      </a>
    </li>
  );
}

function useLinkedEvent(booking: BookingDetail, title: string, siteUrl: string): LinkedEvent {
  const locale = useLocale();
  const page = siteUrl + localizedPath(`/bookings/${booking.id}`, locale);
  const places = { video: page, phone: booking.phone, in_person: booking.place };
  const isCrowd = booking.role === 'mentor' && booking.isGroup;
  return {
    title: isCrowd ? booking.serviceTitle : title,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    details: [booking.subject, page].filter((text) => text !== '').join('\n\n'),
    location: places[booking.format],
  };
}
