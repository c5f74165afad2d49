import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { CancellingTerms } from './cancelling-terms';

/** The way to call a session off, and on what terms; to decline a request stands beside accepting it. */
export function BookingCancel({ booking, timeZone }: { booking: BookingDetail; timeZone: string }) {
  const t = useTranslations('bookingPage');
  const { id, cancelling } = booking;
  if (cancelling?.kind !== 'cancel') return null;
  return (
    <Card className="flex flex-col items-start gap-3">
      <p className="text-muted text-sm">
        <CancellingTerms booking={booking} cancelling={cancelling} timeZone={timeZone} />
      </p>
      <ButtonLink href={`/bookings/${id}/cancel`} variant="secondary">
        {t('cancel')}
      </ButtonLink>
    </Card>
  );
}
