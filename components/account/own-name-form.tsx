'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { noOther, RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { nameUserAction } from '@/lib/auth/actions';
import { accountPath } from '@/lib/account/constants';
import type { ActionState } from '@/lib/action-kit/schema';

export type OwnNameState = ActionState;

/** What somebody is called from now on, by everybody they meet. */
export function OwnNameForm({ name, first }: { name: string; first: OwnNameState }) {
  const t = useTranslations('account');
  const form = useActionForm(nameUserAction, { first });
  const { state } = form;
  const code = state.status === 'invalid' ? state.errors.name : undefined;
  return (
    <ActionForm
      form={form}
      path={accountPath}
      fields={{ next: `${accountPath}?named` }}
      className="flex flex-col items-start gap-4"
    >
      <RefusedAlert state={state} tone="warning" words={noOther} />
      <TextField
        name="name"
        required
        autoComplete="name"
        label={t('name')}
        description={t('nameHint')}
        defaultValue={submittedValue(state, 'name') || name}
        error={code && t(code === 'required' ? 'nameMissing' : 'nameTooLong')}
      />
      <SubmitButton variant="secondary">{t('saveName')}</SubmitButton>
    </ActionForm>
  );
}
