'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { mostNameLetters } from '@/domain/invitations';
import { adminPath, type MemberRole } from '@/domain/organizations';
import { inviteAction } from '@/lib/memberships/actions/manage';

export type MailState = Awaited<ReturnType<typeof inviteAction>>;

/** Invites one address, with a role up to the viewer's own. */
export function MailForm({
  organization: { id, slug },
  roles,
  first,
}: {
  organization: { id: string; slug: string };
  roles: readonly MemberRole[];
  /** What a post without script left. */
  first: MailState;
}) {
  const t = useTranslations('memberships');
  const form = useActionForm(inviteAction, { first });
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
        <Alert tone="success" title={t('invitations.sentTitle')}>
          {t('invitations.sentText', { email: state.value.email })}
        </Alert>
      )}
      <RefusedAlert
        state={state}
        title={t('refusedTitle')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
      <TextField
        label={t('invitations.email')}
        error={errors.email && t('invitations.emailWrong')}
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        defaultValue={submittedValue(first, 'email')}
      />
      <TextField
        label={t('invitations.name')}
        description={t('invitations.nameHelp')}
        name="name"
        autoComplete="off"
        maxLength={mostNameLetters}
        defaultValue={submittedValue(first, 'name')}
      />
      <Select
        label={t('invitations.role')}
        name="role"
        defaultValue={submittedValue(first, 'role') || roles[0]}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </Select>
      <div>
        <SubmitButton>{t('invitations.send')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
