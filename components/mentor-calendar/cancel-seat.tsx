'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { otherName } from '@/components/bookings/booking-names';
import { CancellingTerms } from '@/components/bookings/cancelling-terms';
import { refusalText } from '@/components/bookings/refusal-text';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { TextArea } from '@/components/ui/text-area';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { cancelBookingsAction } from '@/lib/bookings/actions/cancel-bookings';
import type { BookingDetail, CancellingView } from '@/lib/bookings/schema/booking';
import { useDeed } from './use-deed';

/** Cancels or declines, with a reason; what it costs is said before. */
export function CancelSeat({
  booking,
  cancelling,
  onCancelled,
}: {
  booking: BookingDetail;
  cancelling: CancellingView;
  onCancelled: (news: string) => void;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  const calendar = useTranslations('mentorCalendar');
  const locale = useLocale();
  const isDecline = cancelling.kind === 'decline';
  const { state, isPending, run } = useDeed(cancelBookingsAction, () =>
    onCancelled(words(isDecline ? 'declinedTitle' : 'cancelledTitle')),
  );
  const form = useFocusFirstInvalid(state);
  const problem = state.status === 'invalid' ? state.errors.reason : undefined;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    run(new FormData(event.currentTarget));
  }

  return (
    <details>
      <summary className={buttonClass({ variant: 'secondary', wide: true })}>
        {words(cancelling.kind)}
      </summary>
      <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-3 pt-3">
        <input type="hidden" name="bookingId" value={booking.id} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="stay" value="yes" />
        <p className="text-muted text-sm">
          {/* A mentor's terms depend on no zone. */}
          <CancellingTerms booking={booking} cancelling={cancelling} timeZone="UTC" />
        </p>
        <TextArea
          label={t('reason')}
          description={t('reasonHint', { name: otherName(booking, words) })}
          error={problem && t(problem === 'too_big' ? 'reasonTooLong' : 'reasonMissing')}
          name="reason"
          required
          rows={2}
          maxLength={500}
        />
        {(state.status === 'refused' || state.status === 'unreached') && (
          <Alert tone="danger" title={words('refusedTitle')}>
            {state.status === 'refused' ? refusalText(state, words) : calendar('failed')}
          </Alert>
        )}
        <Button type="submit" variant="danger" isPending={isPending}>
          {t(isDecline ? 'submitDecline' : 'submit', { count: 1 })}
        </Button>
      </form>
    </details>
  );
}
