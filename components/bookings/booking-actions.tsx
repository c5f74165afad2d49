import { useTranslations } from 'next-intl';
import { stepsAddress } from '@/components/slots/booking-address';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Link } from '@/i18n/navigation';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { AcceptForm, type AcceptState } from './accept-form';
import { otherName } from './booking-names';
import { CancellingTerms } from './cancelling-terms';
import { menteeHref, proposeNextHref } from './mentee-href';
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
  const { id, cancelling, mayConfirm, moving, bookAgain, proposeNext, menteeId } = booking;
  const mayBookAgain = bookAgain !== null && (booking.isOver || cancelling === null);
  const declining = cancelling === null || cancelling.kind === 'cancel' ? null : cancelling;
  const tookPlace = booking.status === 'completed' || booking.status === 'in_progress';
  if (!declining && !moving.mayMove && !mayConfirm && !mayBookAgain && menteeId === null)
    return null;
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
          <BookAgain
            {...bookAgain}
            name={otherName(booking, t)}
            label={t(tookPlace ? 'bookNext' : 'bookAgain')}
          />
        )}
        {proposeNext && (
          <ButtonLink href={proposeNextHref(proposeNext)} prefetch={false} wide>
            {t('proposeNext')}
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
              {t(declining.kind)}
            </ButtonLink>
            <p className="text-muted text-sm">
              <CancellingTerms booking={booking} cancelling={declining} timeZone={timeZone} />
            </p>
          </>
        )}
        {menteeId !== null && (
          <Link
            href={menteeHref(menteeId)}
            prefetch={false}
            className="text-link inline-flex min-h-11 items-center"
          >
            {t('menteeCard', { name: otherName(booking, t) })}
          </Link>
        )}
      </div>
    </Card>
  );
}

/** The way to the mentor's times, or why there is none. */
function BookAgain({
  isOpen,
  name,
  label,
  ...variant
}: NonNullable<BookingDetail['bookAgain']> & { name: string; label: string }) {
  const t = useTranslations('bookingPage');
  return isOpen ? (
    <ButtonLink href={stepsAddress(variant)} prefetch={false} wide>
      {label}
    </ButtonLink>
  ) : (
    <p className="text-muted text-sm">{t('bookAgainNot', { name })}</p>
  );
}
