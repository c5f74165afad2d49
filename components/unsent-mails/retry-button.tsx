'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { retryAllMailsAction, retryMailAction } from '@/lib/unsent-mails/actions';
import { unsentMailsPath } from '@/lib/unsent-mails/constants';
import { RetryRefused } from './retry-refused';

export type RetryState = Awaited<ReturnType<typeof retryMailAction>>;

/** Has one failed mail sent again, or all of them: a form of one button. */
export function RetryButton(
  props: { organization: { id: string; slug: string } } & (
    | { mail: { id: string; recipientEmail: string } }
    | { count: number }
  ),
) {
  const { organization } = props;
  const t = useTranslations('unsentMails');
  const isOne = 'mail' in props;
  const form = useActionForm(isOne ? retryMailAction : retryAllMailsAction);
  return (
    <ActionForm
      form={form}
      path={unsentMailsPath(organization.slug)}
      fields={{
        organizationId: organization.id,
        ...(isOne && { deliveryId: props.mail.id }),
      }}
    >
      <RetryRefused state={form.state} />
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
    </ActionForm>
  );
}
