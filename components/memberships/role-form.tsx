'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { adminPath, type MemberRole } from '@/domain/organizations';
import { changeRoleAction } from '@/lib/memberships/actions/manage';

export type RoleState = Awaited<ReturnType<typeof changeRoleAction>>;

/** Makes a member something else, up to what the viewer is. */
export function RoleForm({
  organization: { id, slug },
  userId,
  role: present,
  roles,
  first,
}: {
  organization: { id: string; slug: string };
  userId: string;
  role: MemberRole;
  roles: readonly MemberRole[];
  /** What a post without script left. */
  first: RoleState;
}) {
  const t = useTranslations('memberships');
  const form = useActionForm(changeRoleAction, { first });
  const { state } = form;
  return (
    <ActionForm
      form={form}
      path={`${adminPath(slug, 'people')}/${userId}`}
      fields={{ organizationId: id, userId }}
      className="flex flex-col gap-4"
    >
      {state.status === 'ok' && <Alert tone="success">{t('people.roleSaved')}</Alert>}
      <RefusedAlert
        state={state}
        title={t('refusedTitle')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
      <Select
        label={t('people.role')}
        description={t('people.roleHelp')}
        name="role"
        defaultValue={present}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </Select>
      <div>
        <SubmitButton>{t('people.saveRole')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
