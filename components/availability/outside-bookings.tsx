import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { TimeRange } from '@/components/ui/time-range';
import { Link } from '@/i18n/navigation';
import type { OutsideView } from '@/lib/availability/schema/availability';
import { formatDay } from '@/kernel/time/format';
import { reasonText } from './reason-text';

/** Where the saved parts of the page point at. */
export const outsideId = 'outside';

/** Bookings that no change of the availability has moved, and what can be done about each. */
export function OutsideBookings({
  bookings,
  count,
  timeZone,
}: {
  /** The soonest. */
  bookings: readonly OutsideView[];
  /** How many there are in all. */
  count: number;
  timeZone: string;
}) {
  const t = useTranslations('availability');
  const reasons = useTranslations('timeReasons');
  const place = { locale: useLocale(), timeZone };
  if (bookings.length === 0) return null;
  return (
    <section id={outsideId} aria-label={t('outsideTitle', { count })}>
      <Alert tone="warning" title={t('outsideTitle', { count })}>
        <p>{t('outsideText')}</p>
        <ul className="mt-3 flex flex-col gap-3">
          {bookings.map((booking) => (
            <li key={booking.bookingId}>
              <span className="block font-semibold first-letter:uppercase">
                {formatDay(booking.start, place)},{' '}
                <TimeRange start={booking.start} end={booking.end} place={place} />
              </span>
              <span className="block">
                {t('outsideWho', {
                  name: booking.menteeName ?? booking.reference,
                  service: booking.serviceTitle,
                })}
              </span>
              {booking.reasons.map((reason) => (
                <span key={reason.kind} className="text-muted block">
                  {reasonText(reason, { t: reasons, place, sessions: {} })}
                </span>
              ))}
              <span className="flex flex-wrap gap-x-5">
                <WayOut booking={booking} />
                <WayOut booking={booking} to="move" />
                <WayOut booking={booking} to="cancel" />
              </span>
            </li>
          ))}
        </ul>
        {count > bookings.length && (
          <p className="mt-3">{t('outsideMore', { count: count - bookings.length })}</p>
        )}
      </Alert>
    </section>
  );
}

function WayOut({
  booking: { bookingId, reference },
  to,
}: {
  booking: OutsideView;
  /** Left out: its own page. */
  to?: 'move' | 'cancel';
}) {
  const t = useTranslations('availability');
  const path = `/bookings/${bookingId}`;
  const [label, name] =
    to === undefined
      ? [t('outsideOpen', { reference })]
      : to === 'move'
        ? [t('outsideMove'), t('outsideMoveOf', { reference })]
        : [t('outsideCancel'), t('outsideCancelOf', { reference })];
  return (
    <Link
      href={to ? `${path}/${to}` : path}
      prefetch={false}
      aria-label={name}
      className="text-link inline-flex min-h-11 items-center"
    >
      {label}
    </Link>
  );
}
