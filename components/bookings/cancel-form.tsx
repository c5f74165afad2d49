'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { submittedValue } from '@/components/forms/submitted-value';
import { cancelBookingsAction, cancelByLinkAction } from '@/lib/bookings/actions/cancel-bookings';
import { type ActVia, pageVia } from './act-via';

export type CancelState = Awaited<ReturnType<typeof cancelBookingsAction>>;

const submits = {
  cancel: 'submit',
  all: 'submit',
  decline: 'submitDecline',
  withdraw: 'submitWithdraw',
} as const;
const keeps = {
  cancel: 'keep',
  all: 'keep',
  decline: 'keepRequest',
  withdraw: 'keepProposal',
} as const;

/** The reason, and the button. */
export function CancelForm({
  via,
  kind,
  count,
  name,
  first,
}: {
  via: ActVia;
  kind: 'cancel' | 'decline' | 'withdraw' | 'all';
  /** How many sessions are called off. */
  count: number;
  /** Who will read the reason. */
  name: string;
  /** What a post without script left. */
  first: CancelState;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  const form = useActionForm('token' in via ? cancelByLinkAction : cancelBookingsAction, { first });
  const { state } = form;
  const problem = state.status === 'invalid' ? state.errors['reason'] : undefined;
  return (
    <ActionForm
      form={form}
      path={`${pageVia(via)}/cancel`}
      fields={via}
      className="flex flex-col gap-5"
    >
      <RefusedAlert
        state={state}
        title={words('refusedTitle')}
        words={({ reason }) => words(`refused_${reason}`)}
      />
      <TextArea
        label={t('reason')}
        description={t('reasonHint', { name })}
        error={problem && t(problem === 'too_big' ? 'reasonTooLong' : 'reasonMissing')}
        name="reason"
        required
        maxLength={500}
        defaultValue={submittedValue(state, 'reason')}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger">{t(submits[kind], { count })}</SubmitButton>
        <ButtonLink href={pageVia(via)} variant="secondary">
          {t(keeps[kind], { count })}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
