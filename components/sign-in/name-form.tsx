'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { nameUserAction } from '@/lib/auth/actions';
import { type ActionState, submittedValue } from '@/lib/action-kit/schema';

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
  const locale = useLocale();
  const [state, action] = useActionState(nameUserAction, initial);
  const form = useFocusFirstInvalid(state);
  const code = state.status === 'invalid' ? state.errors.name : undefined;
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-5">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {state.status === 'refused' && <Alert tone="warning">{t('tooMany')}</Alert>}
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
    </form>
  );
}
