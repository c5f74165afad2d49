import { useTranslations } from 'next-intl';
import { stepsAddress } from '@/components/slots/booking-address';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { AcceptForm, type AcceptState } from './accept-form';
import { CancellingTerms } from './cancelling-terms';
import { MovingTerms } from './moving-terms';

/** What the viewer can do with the booking now, but for calling it off; nothing when there is nothing. */
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
  const { id, cancelling, mayConfirm, moving, bookAgain } = booking;
  const mayBookAgain = bookAgain !== null && (booking.isOver || cancelling === null);
  const declining = cancelling?.kind === 'decline' ? cancelling : null;
  if (!declining && !moving.mayMove && !mayConfirm && !mayBookAgain) return null;
  return (
    <Card as="section" isRaised aria-labelledby="actions">
      <h2 id="actions" className="mb-4 text-xl">
        {t('actions')}
      </h2>
      <div className="flex flex-col gap-3">
        {mayConfirm && (
          <MessagesProvider namespaces={['bookingPage']}>
            <AcceptForm key={id} bookingId={id} first={accepting} />
          </MessagesProvider>
        )}
        {mayBookAgain && (
          <ButtonLink href={stepsAddress(bookAgain)} prefetch={false} wide>
            {t('bookAgain')}
          </ButtonLink>
        )}
        {moving.mayMove && (
          <>
            <ButtonLink href={`/bookings/${id}/move`} prefetch={false} variant="secondary" wide>
              {t('move')}
            </ButtonLink>
            <p className="text-muted text-sm">
              <MovingTerms booking={booking} timeZone={timeZone} />
            </p>
          </>
        )}
        {declining && (
          <>
            <ButtonLink href={`/bookings/${id}/cancel`} variant="secondary" wide>
              {t('decline')}
            </ButtonLink>
            <p className="text-muted text-sm">
              <CancellingTerms booking={booking} cancelling={declining} timeZone={timeZone} />
            </p>
          </>
        )}
      </div>
    </Card>
  );
}
