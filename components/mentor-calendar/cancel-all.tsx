'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { cancelSessionAction } from '@/lib/bookings/actions/cancel-bookings';

/** Calls the session off for everybody in it, with one reason. */
export function CancelAll({
  bookingId,
  count,
  onCancelled,
}: {
  /** Any booking of the session. */
  bookingId: string;
  count: number;
  onCancelled: (news: string) => void;
}) {
  const t = useTranslations('cancelling');
  const calendar = useTranslations('mentorCalendar');
  const words = useTranslations('bookingPage');
  const form = useActionForm(cancelSessionAction, {
    onDone: () => onCancelled(calendar('cancelledAll')),
  });
  const { state } = form;
  const problem = state.status === 'invalid' ? state.errors.reason : undefined;
  return (
    <details>
      <summary className={buttonClass({ variant: 'secondary', wide: true })}>
        {calendar('cancelAll')}
      </summary>
      <ActionForm
        form={form}
        path="/mentor/calendar"
        fields={{ bookingId, stay: 'yes' }}
        className="flex flex-col gap-3 pt-3"
      >
        <p className="text-muted text-sm">{calendar('cancelAllTerms')}</p>
        <TextArea
          label={t('reason')}
          description={calendar('cancelAllHint')}
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
        <SubmitButton variant="danger">{calendar('cancelAllSubmit', { count })}</SubmitButton>
      </ActionForm>
    </details>
  );
}
