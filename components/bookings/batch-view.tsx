import { useLocale, useTranslations } from 'next-intl';
import { BookingRefused } from './booking-refused';
import { BookingsFrame } from './bookings-frame';
import { SessionTime } from './session-time';
import { StatusBadge } from './status-badge';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Link } from '@/i18n/navigation';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { timeZoneName } from '@/kernel/time/format';
import { otherName } from './booking-names';
import { CalendarLink } from './calendar-link';

/** The page of what was booked together: every session with its state, and what can be done. */
export function BatchView({
  batchId,
  sessions,
  hasCancelled,
  refused,
}: {
  batchId: string;
  /** In order of time. */
  sessions: [BookingDetail, ...BookingDetail[]];
  /** What the viewer has just done, or why it changed nothing, as the address says. */
  hasCancelled: boolean;
  refused: string | undefined;
}) {
  const t = useTranslations('batch');
  const words = useTranslations('bookingPage');
  const tList = useTranslations('bookings');
  const locale = useLocale();
  const [first] = sessions;
  const { timeZone } = first;
  const name = otherName(first, words);
  const left = sessions.filter(({ cancelling }) => cancelling !== null);
  const isMentee = first.role === 'mentee';
  return (
    <BookingsFrame
      said={
        <>
          <BookingRefused trail={[]} refused={refused} timeZone={timeZone} />
          {hasCancelled && sessions.some(({ status }) => status === 'cancelled') && (
            <ArrivalAlert tone="success" title={t('cancelledTitle')}>
              {t('cancelledText', { name })}
            </ArrivalAlert>
          )}
        </>
      }
      header={
        <>
          <h1 className="text-3xl sm:text-4xl">
            {t(isMentee ? 'pageTitleMentee' : 'pageTitleMentor', {
              count: sessions.length,
              service: first.serviceTitle,
              name,
            })}
          </h1>
          <p className="text-muted mt-3 max-w-prose text-lg">
            {t('pageLead', { left: left.length })}
          </p>
        </>
      }
      actions={
        left.length > 0 && (
          <Card as="section" isRaised aria-labelledby="actions">
            <h2 id="actions" className="mb-4 text-xl">
              {words('actions')}
            </h2>
            <div className="flex flex-col gap-3">
              <CalendarLink batchId={batchId} wide />
              <ButtonLink
                href={`/bookings/batches/${batchId}/cancel`}
                prefetch={false}
                variant="secondary"
                wide
              >
                {t('cancelOpen')}
              </ButtonLink>
            </div>
          </Card>
        )
      }
    >
      <div>
        <ol aria-label={t('list')} className="flex flex-col gap-3">
          {sessions.map((session) => (
            <BatchSession key={session.id} session={session} />
          ))}
        </ol>
        <p className="text-muted mt-3 text-sm">
          {tList(first.isViewersZone ? 'zone' : 'zoneUnknown', {
            zone: timeZoneName(first.startsAt, { locale, timeZone }),
          })}
        </p>
      </div>
    </BookingsFrame>
  );
}

function BatchSession({ session }: { session: BookingDetail }) {
  const t = useTranslations('batch');
  const { id, reference, status, cancelling } = session;
  return (
    <Card as="li">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className={status === 'cancelled' || status === 'expired' ? 'text-muted' : ''}>
          <SessionTime {...session} isBrief />
          <p className="text-muted mt-0.5 font-mono text-sm">{reference}</p>
        </div>
        <StatusBadge status={status} />
      </div>
      <div className="mt-2 flex flex-wrap gap-x-6">
        <Link
          href={`/bookings/${id}`}
          prefetch={false}
          className="text-link inline-flex min-h-11 items-center text-sm"
        >
          {t('open')}
          <span className="sr-only"> {reference}</span>
        </Link>
        {cancelling && (
          <Link
            href={`/bookings/${id}/cancel`}
            prefetch={false}
            className="text-link inline-flex min-h-11 items-center text-sm"
          >
            {t(cancelling.kind === 'decline' ? 'declineOne' : 'cancelOne')}
            <span className="sr-only"> {reference}</span>
          </Link>
        )}
      </div>
    </Card>
  );
}
