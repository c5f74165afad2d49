import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';
import { BookingDone } from './booking-done';
import { bookingTitle } from './booking-names';
import { BookingNote } from './booking-note';
import { BookingRefused } from './booking-refused';
import { CancellingTerms } from './cancelling-terms';
import { FormatLabel } from './format-label';
import { MovingTerms } from './moving-terms';
import { SessionTime } from './session-time';
import { StatusBadge } from './status-badge';
import { trailText } from './trail-text';

/**
 * A booking as the link of a mail shows it: what it is now, and what the link can still do to it. When
 * the booking has changed since, what has happened stands in place of that.
 */
export function ManageView({
  token,
  booking,
  isCurrent,
  done,
  refused,
}: {
  token: string;
  booking: BookingDetail;
  isCurrent: boolean;
  /** What an action has done, or why it has not, as the address says. */
  done?: string | undefined;
  refused?: string | undefined;
}) {
  const { timeZone } = booking;
  const t = useTranslations('managing');
  const words = useTranslations('bookingPage');
  const times = useTranslations('bookingTimes');
  const { id, cancelling, moving, reference } = booking;
  const mayMove = isCurrent && moving.mayMove;
  const mayCancel = isCurrent && cancelling !== null;
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      {done !== undefined && <BookingDone booking={booking} done={done} timeZone={timeZone} />}
      {refused !== undefined && (
        <BookingRefused trail={booking.trail} refused={refused} timeZone={timeZone} />
      )}
      <header className="mt-4 mb-6">
        <StatusBadge status={booking.status} />
        <h1 className="mt-3 text-3xl sm:text-4xl">{bookingTitle(booking, words)}</h1>
        <BookingNote booking={booking} timeZone={timeZone} />
      </header>
      <Card isRaised>
        <SessionTime {...booking} />
        <p className="text-muted mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <FormatLabel format={booking.format} />
          <span>{times('minutes', { minutes: booking.durationMinutes })}</span>
          <span className="font-mono select-all">{reference}</span>
        </p>
        {(mayMove || mayCancel) && (
          <div className="mt-6 flex flex-col gap-3">
            {mayMove && (
              <>
                <ButtonLink href={`/manage/${token}/move`} prefetch={false} wide>
                  {words('move')}
                </ButtonLink>
                <p className="text-muted text-sm">
                  <MovingTerms booking={booking} timeZone={timeZone} />
                </p>
              </>
            )}
            {mayCancel && (
              <>
                <ButtonLink href={`/manage/${token}/cancel`} variant="secondary" wide>
                  {words(cancelling.kind)}
                </ButtonLink>
                <p className="text-muted text-sm">
                  <CancellingTerms booking={booking} cancelling={cancelling} timeZone={timeZone} />
                </p>
              </>
            )}
          </div>
        )}
      </Card>
      {!isCurrent && done === undefined && refused === undefined && (
        <div className="mt-5">
          <ChangedSince booking={booking} timeZone={timeZone} />
        </div>
      )}
      <div className="mt-5 flex flex-col items-start gap-2">
        <ButtonLink href={`/bookings/${id}`} prefetch={false} variant="secondary">
          {t('seeAll')}
        </ButtonLink>
        <p className="text-muted text-sm">{t('seeAllHint')}</p>
      </div>
    </div>
  );
}

/** Who did what since the mail was sent. */
function ChangedSince({ booking, timeZone }: { booking: BookingDetail; timeZone: string }) {
  const t = useTranslations('managing');
  const trail = useTranslations('bookingTrail');
  const place = { locale: useLocale(), timeZone };
  const last = booking.trail.at(-1);
  return (
    <Alert title={t('changedTitle')}>
      {last && (
        <p>
          {t('changedWhat', {
            what: trailText(last, trail, place),
            when: formatDateTime(last.at, place),
          })}
        </p>
      )}
      {!booking.isOver && booking.cancelling !== null && <p>{t('changedMail')}</p>}
    </Alert>
  );
}
