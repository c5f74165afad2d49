'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { CopyLink } from '@/components/ui/copy-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { adminPath } from '@/domain/organizations';
import { makeInvitationLinkAction } from '@/lib/memberships/actions/manage';

export type LinkState = Awaited<ReturnType<typeof makeInvitationLinkAction>>;

/** Makes a link, and shows it this once. */
export function LinkForm({
  organization: { id, slug },
  first,
}: {
  organization: { id: string; slug: string };
  /** What a post without script left. */
  first: LinkState;
}) {
  const t = useTranslations('memberships');
  const form = useActionForm(makeInvitationLinkAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  return (
    <ActionForm
      form={form}
      path={adminPath(slug, 'invitations')}
      fields={{ organizationId: id }}
      className="flex flex-col gap-4"
    >
      {state.status === 'ok' && (
        <Alert tone="success" title={t('invitations.linkMade')}>
          <p className="mb-3">{t('invitations.linkOnce')}</p>
          <CopyLink url={state.value.url} label={t('invitations.linkLabel')} />
        </Alert>
      )}
      <RefusedAlert
        state={state}
        title={t('refusedTitle')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
      <TextField
        label={t('invitations.days')}
        description={t('invitations.daysHelp')}
        error={errors.days && t('invitations.daysWrong')}
        name="days"
        type="number"
        inputMode="numeric"
        min={1}
        max={90}
        required
        defaultValue={submittedValue(first, 'days') || '30'}
      />
      <TextField
        label={t('invitations.mostUses')}
        description={t('invitations.mostUsesHelp')}
        error={errors.mostUses && t('invitations.mostUsesWrong')}
        name="mostUses"
        type="number"
        inputMode="numeric"
        min={1}
        defaultValue={submittedValue(first, 'mostUses')}
      />
      <div>
        <SubmitButton>{t('invitations.makeLink')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
