'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { adminPath } from '@/domain/organizations';
import { sendImportAction } from '@/lib/memberships/actions/manage';

export type SendState = Awaited<ReturnType<typeof sendImportAction>>;

/** The one button that invites whom a file has ready. */
export function SendImportForm({
  importId,
  organization,
  count,
  first,
}: {
  importId: string;
  /** Its slug. */
  organization: string;
  count: number;
  /** What a post without script left. */
  first: SendState;
}) {
  const t = useTranslations('memberships');
  const form = useActionForm(sendImportAction, { first });
  const list = adminPath(organization, 'invitations');
  return (
    <ActionForm
      form={form}
      path={`${list}/${importId}`}
      fields={{ importId }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert
        state={form.state}
        title={t('refusedTitle')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('imports.send', { count })}</SubmitButton>
        <ButtonLink href={list} variant="ghost">
          {t('imports.cancel')}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
