import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { written } from '@/components/ui/written';
import { Link } from '@/i18n/navigation';
import type { BookingSummary, ReadingZone } from '@/lib/bookings/schema/booking';
import { portraitSrc } from '@/lib/portraits/constants';
import { FormatLabel } from './format-label';
import { SessionTime } from './session-time';
import { StatusBadge } from './status-badge';

/** One booking in a list. The whole card is its link, named by what the session is. */
export function BookingCard({
  booking,
  timeZone,
  isViewersZone,
}: ReadingZone & { booking: BookingSummary }) {
  const t = useTranslations('bookings');
  const times = useTranslations('bookingTimes');
  const batch = useTranslations('batch');
  const other =
    (booking.role === 'mentor' ? booking.menteeName : booking.mentorName) ?? t('someone');
  const portraitId = booking.role === 'mentor' ? null : booking.mentorPortraitId;
  return (
    <Card as="li" className="hover:border-edge reacts relative">
      <div className="flex gap-4">
        <Avatar name={other} size="sm" src={portraitSrc(portraitId, 'small')} isLazy />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <h2 className="text-lg">
              <Link
                href={`/bookings/${booking.id}`}
                className="after:absolute after:inset-0 after:rounded-lg after:content-['']"
              >
                {booking.serviceTitle}{' '}
                <span className="text-muted">
                  {t(booking.role === 'mentor' ? 'withMentee' : 'with', { name: other })}
                </span>
              </Link>
            </h2>
            <StatusBadge status={booking.status} isProposal={booking.isProposal} />
          </div>
          <div className="mt-2">
            <SessionTime
              startsAt={booking.startsAt}
              endsAt={booking.endsAt}
              timeZone={timeZone}
              isViewersZone={isViewersZone}
              otherTimeZone={booking.otherTimeZone}
              isBrief
            />
          </div>
          <p className="text-muted mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <FormatLabel format={booking.format} />
            <span>{times('minutes', { minutes: booking.durationMinutes })}</span>
            {booking.batch && <span>{batch('partOf', { count: booking.batch.count })}</span>}
          </p>
          {booking.subject !== '' && (
            <p className="mt-2 line-clamp-2 text-sm" {...written(booking.writtenIn)}>
              {booking.subject}
            </p>
          )}
        </div>
      </div>
    </Card>
  );
}
