'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { noOther, RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { requestSignInAction } from '@/lib/auth/actions';
import type { ActionState } from '@/lib/action-kit/schema';
import { submittedValue } from '@/components/forms/submitted-value';
import { LinkSent } from './link-sent';

export type SignInState = ActionState<{ email: string }>;

/** Asks for the address to send a link to, and then says to look there. */
export function SignInForm({
  initial,
  next,
  keepsMails,
}: {
  initial: SignInState;
  next: string;
  /** Whether the mail ends up on the mailbox page instead of in a mailbox. */
  keepsMails: boolean;
}) {
  const t = useTranslations('signIn');
  const form = useActionForm(requestSignInAction, { first: initial });
  const { state } = form;
  if (state.status === 'ok')
    return <LinkSent email={state.value.email} next={next} keepsMails={keepsMails} />;

  const code = state.status === 'invalid' ? state.errors.email : undefined;
  return (
    <ActionForm form={form} fields={{ next }} className="flex flex-col gap-5">
      <RefusedAlert state={state} tone="warning" words={noOther} />
      <TextField
        name="email"
        type="email"
        required
        autoComplete="email"
        label={t('email')}
        defaultValue={submittedValue(state, 'email')}
        error={code && t(code === 'required' ? 'emailMissing' : 'emailWrong')}
      />
      <SubmitButton wide>{t('send')}</SubmitButton>
    </ActionForm>
  );
}
