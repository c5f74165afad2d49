'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { requestSignInAction } from '@/lib/auth/actions';
import { type ActionState, submittedValue } from '@/lib/action-kit/schema';
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
  const locale = useLocale();
  const [state, action] = useActionState(requestSignInAction, initial);
  const form = useFocusFirstInvalid(state);
  if (state.status === 'ok')
    return <LinkSent email={state.value.email} next={next} keepsMails={keepsMails} />;

  const code = state.status === 'invalid' ? state.errors.email : undefined;
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-5">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {state.status === 'refused' && state.reason === 'rate_limited' && (
        <Alert tone="warning">
          {t('tooMany', { minutes: Math.ceil(state.data.retryAfterSeconds / 60) })}
        </Alert>
      )}
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
    </form>
  );
}
