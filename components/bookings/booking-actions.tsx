import { useLocale, useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { VideoIcon } from '@/components/ui/icons';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/lib/time/format';
import { AcceptForm, type AcceptState } from './accept-form';
import { bookHref } from './book-href';
import { otherName } from './booking-names';
import { CancellingTerms } from './cancelling-terms';
import { RunForm, type RunState } from './run-form';

/** What the viewer can do with the booking now; nothing when there is nothing. */
export function BookingActions({
  booking,
  timeZone,
  accepting,
  runningState,
}: {
  booking: BookingDetail;
  timeZone: string;
  accepting: AcceptState;
  runningState: RunState;
}) {
  const t = useTranslations('bookingPage');
  const locale = useLocale();
  const { id, cancelling, mayConfirm, moving, running, videoUrl, bookAgain } = booking;
  const mayJoin = booking.isOpen && videoUrl !== '';
  const mayBookAgain = bookAgain !== null && (booking.isOver || cancelling === null);
  const mayDo = cancelling ?? moving ?? running;
  if (!mayDo && !mayConfirm && !mayJoin && !mayBookAgain) return null;
  return (
    <Card as="section" isRaised aria-labelledby="actions">
      <h2 id="actions" className="mb-4 text-xl">
        {t('actions')}
      </h2>
      <div className="flex flex-col gap-3">
        {mayJoin && (
          <a
            href={videoUrl}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClass({ wide: true })}
          >
            <VideoIcon />
            {t('join')}
          </a>
        )}
        {running && (
          <MessagesProvider namespaces={['bookingPage', 'running']}>
            <RunForm
              key={`${id} ${running.deeds.join()}`}
              bookingId={id}
              running={running}
              name={otherName(booking, t)}
              first={runningState}
            />
          </MessagesProvider>
        )}
        {mayConfirm && (
          <MessagesProvider namespaces={['bookingPage']}>
            <AcceptForm key={id} bookingId={id} first={accepting} />
          </MessagesProvider>
        )}
        {mayBookAgain && (
          <ButtonLink href={bookHref(bookAgain)} prefetch={false} wide>
            {t('bookAgain')}
          </ButtonLink>
        )}
        {moving && (
          <>
            <ButtonLink href={`/bookings/${id}/move`} prefetch={false} variant="secondary" wide>
              {t('move')}
            </ButtonLink>
            {moving.until !== null && (
              <p className="text-muted text-sm">
                {t('moveUntil', {
                  time: formatDateTime(Date.parse(moving.until), { locale, timeZone }),
                })}
              </p>
            )}
          </>
        )}
        {cancelling && (
          <>
            <ButtonLink href={`/bookings/${id}/cancel`} variant="secondary" wide>
              {t(cancelling.kind)}
            </ButtonLink>
            <p className="text-muted text-sm">
              <CancellingTerms booking={booking} cancelling={cancelling} timeZone={timeZone} />
            </p>
          </>
        )}
      </div>
    </Card>
  );
}
