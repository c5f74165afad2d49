'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { acceptBookingAction } from '@/lib/bookings/actions/accept-booking';

export type AcceptState = Awaited<ReturnType<typeof acceptBookingAction>>;

/** The mentor's "yes" to a request. */
export function AcceptForm({
  bookingId,
  first,
  onDone,
}: {
  bookingId: string;
  first?: AcceptState;
  /** Where the page stays as it is; else the answer leads to the booking's. */
  onDone?: () => void;
}) {
  const t = useTranslations('bookingPage');
  const form = useActionForm(acceptBookingAction, { first, onDone });
  return (
    <ActionForm
      form={form}
      path={`/bookings/${bookingId}`}
      fields={onDone ? { bookingId, stay: 'yes' } : { bookingId }}
      className="flex flex-col gap-3"
    >
      <RefusedAlert
        state={form.state}
        title={t('refusedTitle')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
      <SubmitButton wide>{t('accept')}</SubmitButton>
    </ActionForm>
  );
}
