'use client';

import { useTranslations } from 'next-intl';
import { otherName } from '@/components/bookings/booking-names';
import { CancellingTerms } from '@/components/bookings/cancelling-terms';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { cancelBookingsAction } from '@/lib/bookings/actions/cancel-bookings';
import type { BookingDetail, CancellingView } from '@/lib/bookings/schema/booking';

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
  const isDecline = cancelling.kind === 'decline';
  const form = useActionForm(cancelBookingsAction, {
    onDone: () => onCancelled(words(isDecline ? 'declinedTitle' : 'cancelledTitle')),
  });
  const { state } = form;
  const problem = state.status === 'invalid' ? state.errors.reason : undefined;

  return (
    <details>
      <summary className={buttonClass({ variant: 'secondary', wide: true })}>
        {words(cancelling.kind)}
      </summary>
      <ActionForm
        form={form}
        path="/mentor/calendar"
        fields={{ bookingId: booking.id, stay: 'yes' }}
        className="flex flex-col gap-3 pt-3"
      >
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
        <RefusedAlert
          state={state}
          title={words('refusedTitle')}
          words={({ reason }) => words(`refused_${reason}`)}
        />
        <SubmitButton variant="danger">
          {t(isDecline ? 'submitDecline' : 'submit', { count: 1 })}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
