'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { overseeOrganizationAction } from '@/lib/organizations/actions/oversee-organization';
import { operatorPath } from '@/lib/organizations/constants';
import type { Oversight } from '@/lib/organizations/schema';

/** Approves, closes or reopens an organization: a form of one button. */
export function OversightButton({
  organization: { id, name },
  oversight,
}: {
  organization: { id: string; name: string };
  oversight: Oversight;
}) {
  const t = useTranslations('operator');
  const form = useActionForm(overseeOrganizationAction);
  return (
    <ActionForm form={form} path={operatorPath} fields={{ organizationId: id, oversight }}>
      <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
      <SubmitButton variant="secondary" size="sm" aria-label={t(`${oversight}Named`, { name })}>
        {t(oversight)}
      </SubmitButton>
    </ActionForm>
  );
}
