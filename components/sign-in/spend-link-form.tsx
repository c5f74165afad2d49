'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { spendSignInLinkAction } from '@/lib/auth/actions';
import type { ActionState } from '@/lib/action-kit/schema';
import type { SpendRefusal } from '@/lib/auth/schema';

export type SpendLinkState = ActionState<undefined, SpendRefusal>;

export function SpendLinkForm({
  initial,
  token,
  next,
}: {
  initial: SpendLinkState;
  token: string;
  next: string;
}) {
  const t = useTranslations('signIn');
  const locale = useLocale();
  const [state, action] = useActionState(spendSignInLinkAction, initial);
  if (state.status === 'refused' && state.reason !== 'rate_limited') {
    return (
      <>
        <Alert tone="danger">{t(`refusal.${state.reason}`)}</Alert>
        {state.reason !== 'blocked' && (
          <ButtonLink href="/sign-in" wide>
            {t('newLink')}
          </ButtonLink>
        )}
      </>
    );
  }
  return (
    <form action={action} className="flex flex-col gap-5">
      {state.status === 'refused' && (
        <Alert tone="warning">
          {t('tooMany', { minutes: Math.ceil(state.data.retryAfterSeconds / 60) })}
        </Alert>
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton wide>{t('signIn')}</SubmitButton>
    </form>
  );
}
