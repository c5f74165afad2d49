'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { joinAction } from '@/lib/memberships/actions/own';

export type JoinState = Awaited<ReturnType<typeof joinAction>>;

/** The one button of an invitation's page. */
export function JoinForm({
  invitationKey,
  label,
  first,
}: {
  invitationKey: string;
  label: string;
  /** What a post without script left. */
  first: JoinState;
}) {
  const t = useTranslations('memberships');
  const form = useActionForm(joinAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/invitations/${invitationKey}`}
      fields={{ key: invitationKey }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert state={form.state} words={({ reason }) => t(`join.refused_${reason}`)} />
      <SubmitButton wide>{label}</SubmitButton>
    </ActionForm>
  );
}
