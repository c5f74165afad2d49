'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormOrigin } from './form-origin';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { cancelBatchAction } from '@/lib/bookings/actions/cancel-batch';
import { submittedValue } from '@/lib/action-kit/schema';

export type CancelBatchState = Awaited<ReturnType<typeof cancelBatchAction>>;

/** The reason, and the button. Works as a plain form; with script, errors come without a new page. */
export function BatchCancelForm({
  batchId,
  count,
  name,
  first,
}: {
  batchId: string;
  /** How many sessions are called off. */
  count: number;
  /** Who will read the reason. */
  name: string;
  /** What a post without script left. */
  first: CancelBatchState;
}) {
  const t = useTranslations('batch');
  const locale = useLocale();
  const [state, action] = useActionState(cancelBatchAction, first);
  const form = useFocusFirstInvalid(state);
  const page = `/bookings/batches/${batchId}`;
  const problem = state.status === 'invalid' ? state.errors['reason'] : undefined;
  return (
    <form ref={form} action={action} className="flex flex-col gap-5" noValidate>
      <FormOrigin locale={locale} path={`${page}/cancel`} />
      <input type="hidden" name="batchId" value={batchId} />
      {state.status === 'refused' && (
        <Alert tone="danger" title={t('refusedTitle')}>
          {state.reason === 'rate_limited'
            ? t('refused_rate_limited', { minutes: Math.ceil(state.data.retryAfterSeconds / 60) })
            : t(`refused_${state.reason}`)}
        </Alert>
      )}
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
        <SubmitButton variant="danger">{t('cancelSubmit', { count })}</SubmitButton>
        <ButtonLink href={page} variant="secondary">
          {t('keep')}
        </ButtonLink>
      </div>
    </form>
  );
}
