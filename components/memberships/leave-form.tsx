'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { removeMemberAction } from '@/lib/memberships/actions/manage';
import { leaveOrganizationAction } from '@/lib/memberships/actions/own';

export type LeaveState = Awaited<ReturnType<typeof leaveOrganizationAction>>;

/** The button that takes somebody out of an organization: the viewer, or whom they remove. */
export function LeaveForm({
  organizationId,
  userId,
  path,
  label,
  first,
}: {
  organizationId: string;
  /** Null: the viewer. */
  userId: string | null;
  /** The page that it stands on. */
  path: string;
  label: string;
  /** What a post without script left. */
  first: LeaveState;
}) {
  const t = useTranslations('memberships');
  const form = useActionForm(userId === null ? leaveOrganizationAction : removeMemberAction, {
    first,
  });
  return (
    <ActionForm
      form={form}
      path={path}
      fields={{ organizationId, ...(userId !== null && { userId }) }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert
        state={form.state}
        title={t('refusedTitle')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
      <div>
        <SubmitButton variant="danger">{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}
