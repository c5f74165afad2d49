import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { VideoIcon } from '@/components/ui/icons';
import { TimeRange } from '@/components/ui/time-range';
import type { JoinPage } from '@/lib/bookings/schema/booking';
import { formatDay, formatTime, timeZoneName } from '@/kernel/time/format';
import { JoinCountdown } from './join-countdown';

/** Seconds between two looks while the room is made, and at the most while it is closed. */
const soonSeconds = 5;
const longestSeconds = 300;
/** Seconds in which the page of an open room can be read before it leads there. */
const forwardSeconds = 3;

/**
 * A session's door: it says when it opens, and leads in once it is open. The page asks for itself anew
 * (`http-equiv="refresh"`), so that nobody needs scripts to be let in.
 */
export function JoinView({
  bookingId,
  title,
  otherName,
  startsAt,
  endsAt,
  opensAt,
  room,
  timeZone,
  now,
}: Extract<JoinPage, { status: 'found' }>) {
  const t = useTranslations('joining');
  const place = { locale: useLocale(), timeZone };
  const refresh = refreshOf(room, { opensAt, now });
  return (
    <div className="page-width max-w-prose py-12">
      {refresh !== null && <meta httpEquiv="refresh" content={refresh} />}
      <EmptyState
        headingLevel="h1"
        title={t(`${room.state}Title`, { time: formatTime(opensAt, place) })}
        actions={
          room.state === 'open' ? (
            <a href={room.url} rel="noopener noreferrer" className={buttonClass({ wide: true })}>
              <VideoIcon />
              {t('join')}
            </a>
          ) : (
            <ButtonLink href={`/bookings/${bookingId}`} prefetch={false} variant="secondary">
              {t('seeSession')}
            </ButtonLink>
          )
        }
      >
        <p>
          {otherName === null ? title : t('session', { service: title, name: otherName })}
          <br />
          {formatDay(startsAt, place)}, <TimeRange start={startsAt} end={endsAt} place={place} />,{' '}
          {timeZoneName(startsAt, place)}
        </p>
        <p className="mt-3">{t(`${room.state}Text`)}</p>
        {room.state === 'closed' && <JoinCountdown opensAt={opensAt} servedAt={now} />}
      </EmptyState>
    </div>
  );
}

/** When the page is to look again, or lead on; null: there is nothing to wait for. */
function refreshOf(
  room: Extract<JoinPage, { status: 'found' }>['room'],
  { opensAt, now }: { opensAt: number; now: number },
): string | null {
  switch (room.state) {
    case 'none':
      return null;
    case 'preparing':
      return String(soonSeconds);
    case 'closed':
      return String(Math.min(Math.ceil((opensAt - now) / 1000) + 1, longestSeconds));
    case 'open':
      return `${forwardSeconds};url=${room.url}`;
  }
}
