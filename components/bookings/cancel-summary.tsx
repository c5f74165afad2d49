import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { BookingDetail, CancellingView } from '@/lib/bookings/schema/booking';
import { bookingTitle, otherName } from './booking-names';
import { CancellingTerms } from './cancelling-terms';
import { SessionTime } from './session-time';

/** What is about to be cancelled, and on what terms. */
export function CancelSummary({
  booking,
  cancelling,
  timeZone,
}: {
  booking: BookingDetail;
  cancelling: CancellingView;
  timeZone: string;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  return (
    <div className="mb-6 flex flex-col gap-4">
      <Card>
        <p className="font-serif text-xl">{bookingTitle(booking, words)}</p>
        <div className="mt-2">
          <SessionTime
            startsAt={booking.startsAt}
            endsAt={booking.endsAt}
            timeZone={timeZone}
            otherTimeZone={booking.otherTimeZone}
          />
        </div>
      </Card>
      <Alert tone={cancelling.late ? 'warning' : 'info'}>
        <p>
          <CancellingTerms booking={booking} cancelling={cancelling} timeZone={timeZone} />
        </p>
        <p className="mt-1">{t('told', { name: otherName(booking, words) })}</p>
      </Alert>
    </div>
  );
}
