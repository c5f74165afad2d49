'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { SubmitButton } from '@/components/ui/submit-button';
import { retryAllMailsAction, retryMailAction } from '@/lib/unsent-mails/actions';
import { unsentMailsPath } from '@/lib/unsent-mails/schema';
import { RetryRefused } from './retry-refused';

export type RetryState = Awaited<ReturnType<typeof retryMailAction>>;

/** Has one failed mail sent again, or all of them: a form of one button. */
export function RetryButton(
  props: { mail: { id: string; recipientEmail: string } } | { count: number },
) {
  const t = useTranslations('unsentMails');
  const locale = useLocale();
  const isOne = 'mail' in props;
  const [state, post] = useActionState(isOne ? retryMailAction : retryAllMailsAction, {
    status: 'idle',
  });
  return (
    <form action={post}>
      <FormOrigin locale={locale} path={unsentMailsPath} />
      {isOne && <input type="hidden" name="deliveryId" value={props.mail.id} />}
      <RetryRefused state={state} />
      {isOne ? (
        <SubmitButton
          variant="secondary"
          size="sm"
          aria-label={t('retryOf', { address: props.mail.recipientEmail })}
        >
          {t('retry')}
        </SubmitButton>
      ) : (
        <SubmitButton>{t('retryAll', { count: props.count })}</SubmitButton>
      )}
    </form>
  );
}
