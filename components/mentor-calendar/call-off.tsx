'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type {
  cancelBookingsAction,
  cancelSessionAction,
} from '@/lib/bookings/actions/cancel-bookings';

/** Cancels or declines one booking, or a session with everybody in it, with a reason. */
export function CallOff({
  action,
  bookingId,
  opener,
  terms,
  hint,
  submit,
  onDone,
}: {
  action: typeof cancelBookingsAction | typeof cancelSessionAction;
  /** The booking, or any of the session. */
  bookingId: string;
  /** On the button that shows the form. */
  opener: string;
  /** What it costs, said before. */
  terms: ReactNode;
  /** Who reads the reason. */
  hint: string;
  submit: string;
  onDone: () => void;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  const form = useActionForm(action, { onDone });
  const { state } = form;
  const problem = state.status === 'invalid' ? state.errors['reason'] : undefined;
  return (
    <details>
      <summary className={buttonClass({ variant: 'secondary', wide: true })}>{opener}</summary>
      <ActionForm
        form={form}
        path="/mentor/calendar"
        fields={{ bookingId, stay: 'yes' }}
        className="flex flex-col gap-3 pt-3"
      >
        <p className="text-muted text-sm">{terms}</p>
        <TextArea
          label={t('reason')}
          description={hint}
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
        <SubmitButton variant="danger">{submit}</SubmitButton>
      </ActionForm>
    </details>
  );
}
