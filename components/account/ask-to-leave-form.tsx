'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { noOther, RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { askToLeaveAction } from '@/lib/account/actions';
import { accountPath } from '@/lib/account/constants';

export type AskToLeaveState = Awaited<ReturnType<typeof askToLeaveAction>>;

/** Has the link mailed by which the account can be deleted. */
export function AskToLeaveForm({ first }: { first: AskToLeaveState }) {
  const t = useTranslations('account');
  const form = useActionForm(askToLeaveAction, { first });
  const { state } = form;
  if (state.status === 'ok') {
    return (
      <Alert tone="success" title={t('leaveSentTitle')}>
        {t('leaveSent', { email: state.value.email })}
      </Alert>
    );
  }
  return (
    <ActionForm form={form} path={accountPath} className="flex flex-col items-start gap-4">
      <RefusedAlert state={state} tone="warning" words={noOther} />
      <SubmitButton variant="secondary">{t('askToLeave')}</SubmitButton>
    </ActionForm>
  );
}
