'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { noOther, RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { nameUserAction } from '@/lib/auth/actions';
import type { ActionState } from '@/lib/action-kit/schema';
import { submittedValue } from '@/components/forms/submitted-value';

export type NameState = ActionState;

export function NameForm({
  initial,
  name,
  next,
}: {
  initial: NameState;
  name: string;
  next: string;
}) {
  const t = useTranslations('welcome');
  const form = useActionForm(nameUserAction, { first: initial });
  const { state } = form;
  const code = state.status === 'invalid' ? state.errors.name : undefined;
  return (
    <ActionForm form={form} fields={{ next }} className="flex flex-col gap-5">
      <RefusedAlert state={state} tone="warning" words={noOther} />
      <TextField
        name="name"
        required
        autoComplete="name"
        label={t('name')}
        description={t('nameHelp')}
        defaultValue={submittedValue(state, 'name') || name}
        error={code && t(code === 'required' ? 'nameMissing' : 'nameTooLong')}
      />
      <SubmitButton wide>{t('save')}</SubmitButton>
      <ButtonLink href={next} variant="ghost" wide>
        {t('later')}
      </ButtonLink>
    </ActionForm>
  );
}
