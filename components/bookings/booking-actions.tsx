import { useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { VideoIcon } from '@/components/ui/icons';
import type { BookingDetail } from '@/lib/bookings/schema';
import { AcceptForm, type AcceptState } from './accept-form';
import { bookHref } from './book-href';
import { CancellingTerms } from './cancelling-terms';

/** What the viewer can do with the booking now; nothing when there is nothing. */
export function BookingActions({
  booking,
  timeZone,
  accepting,
}: {
  booking: BookingDetail;
  timeZone: string;
  accepting: AcceptState;
}) {
  const t = useTranslations('bookingPage');
  const { id, cancelling, mayConfirm, videoUrl, bookAgain } = booking;
  const mayJoin = booking.isOpen && videoUrl !== '';
  const mayBookAgain = bookAgain !== null && (booking.isOver || cancelling === null);
  if (!cancelling && !mayConfirm && !mayJoin && !mayBookAgain) return null;
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
