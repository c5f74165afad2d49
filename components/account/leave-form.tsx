'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { leaveAction } from '@/lib/account/actions';

export type LeaveState = Awaited<ReturnType<typeof leaveAction>>;

/** The button that deletes an account, and a way back. */
export function LeaveForm({ token, first }: { token: string; first: LeaveState }) {
  const t = useTranslations('leaving');
  const form = useActionForm(leaveAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/leave/${token}`}
      fields={{ token }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
      <SubmitButton variant="danger" wide>
        {t('leave')}
      </SubmitButton>
      <ButtonLink href="/" variant="ghost" wide>
        {t('stay')}
      </ButtonLink>
    </ActionForm>
  );
}
