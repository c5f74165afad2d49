'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  archiveServiceAction,
  copyServiceAction,
  restoreServiceAction,
} from '@/lib/services/actions/edit-services';

const actions = {
  archive: archiveServiceAction,
  copy: copyServiceAction,
  restore: restoreServiceAction,
};

/** Takes a service from the offer, offers it again, or makes another of the same. */
export function ServiceButton({
  act,
  serviceId,
  title,
}: {
  act: keyof typeof actions;
  serviceId: string;
  title: string;
}) {
  const t = useTranslations('mentorServices');
  const form = useActionForm(actions[act]);
  return (
    <ActionForm
      form={form}
      path="/mentor/services"
      fields={{ serviceId, ...(act === 'copy' && { title: t('copyOf', { title }) }) }}
    >
      <SubmitButton variant="ghost" size="sm" aria-label={t(`${act}Label`, { title })}>
        {t(act)}
      </SubmitButton>
      <WorkspaceRefused state={form.state} />
    </ActionForm>
  );
}
