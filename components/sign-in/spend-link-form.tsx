'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
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
  const form = useActionForm(spendSignInLinkAction, { first: initial });
  const { state } = form;
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
    <ActionForm form={form} fields={{ token, next }} className="flex flex-col gap-5">
      <RefusedAlert
        state={form.state}
        tone="warning"
        words={({ reason }) => t(`refusal.${reason}`)}
      />
      <SubmitButton wide>{t('signIn')}</SubmitButton>
    </ActionForm>
  );
}
