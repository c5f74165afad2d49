'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { cancelBookingsAction, cancelByLinkAction } from '@/lib/bookings/actions/cancel-bookings';
import { submittedValue } from '@/lib/action-kit/schema';
import { type ActVia, ActViaField, pageVia } from './act-via';
import { FormOrigin } from './form-origin';
import { refusalText } from './refusal-text';

export type CancelState = Awaited<ReturnType<typeof cancelBookingsAction>>;

/** The reason, and the button. Works as a plain form; with script, errors come without a new page. */
export function CancelForm({
  via,
  kind,
  count,
  name,
  first,
}: {
  via: ActVia;
  kind: 'cancel' | 'decline' | 'all';
  /** How many sessions are called off. */
  count: number;
  /** Who will read the reason. */
  name: string;
  /** What a post without script left. */
  first: CancelState;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  const locale = useLocale();
  const [state, action] = useActionState(
    'token' in via ? cancelByLinkAction : cancelBookingsAction,
    first,
  );
  const form = useFocusFirstInvalid(state);
  const problem = state.status === 'invalid' ? state.errors.reason : undefined;
  return (
    <form ref={form} action={action} className="flex flex-col gap-5" noValidate>
      <FormOrigin locale={locale} path={`${pageVia(via)}/cancel`} />
      <ActViaField via={via} />
      {state.status === 'refused' && (
        <Alert tone="danger" title={words('refusedTitle')}>
          {refusalText(state, words)}
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
        <SubmitButton variant="danger">
          {t(kind === 'decline' ? 'submitDecline' : 'submit', { count })}
        </SubmitButton>
        <ButtonLink href={pageVia(via)} variant="secondary">
          {t(kind === 'decline' ? 'keepRequest' : 'keep', { count })}
        </ButtonLink>
      </div>
    </form>
  );
}
