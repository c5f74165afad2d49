'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { adminPath } from '@/domain/organizations';
import {
  revokeInvitationAction,
  sendInvitationAgainAction,
} from '@/lib/memberships/actions/manage';

/** Takes one invitation back, or sends its mail again. */
export function ChangeInvitation({
  organization: { id, slug },
  invitationId,
  whom,
  isMail,
}: {
  organization: { id: string; slug: string };
  invitationId: string;
  /** Which one it is, for who does not see the row. */
  whom: string;
  isMail: boolean;
}) {
  const t = useTranslations('memberships');
  const revoking = useActionForm(revokeInvitationAction);
  const sending = useActionForm(sendInvitationAgainAction);
  const fields = { organizationId: id, invitationId };
  const path = adminPath(slug, 'invitations');
  return (
    <div className="flex flex-wrap items-start gap-2">
      {isMail && (
        <ActionForm form={sending} path={path} fields={fields}>
          <RefusedAlert state={sending.state} words={({ reason }) => t(`refused_${reason}`)} />
          <SubmitButton variant="secondary" aria-label={t('invitations.againOf', { whom })}>
            {t('invitations.again')}
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm form={revoking} path={path} fields={fields}>
        <RefusedAlert state={revoking.state} words={({ reason }) => t(`refused_${reason}`)} />
        <SubmitButton variant="ghost" aria-label={t('invitations.revokeOf', { whom })}>
          {t('invitations.revoke')}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
