'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { appointMentorAction } from '@/lib/mentors/actions/oversee-mentor';
import { overseenPath } from '@/lib/mentors/constants';
import type { AppointState } from '@/lib/mentors/schema/overseen';

/** Makes a member a mentor, with a profile that they complete themselves. */
export function AppointForm({
  organization,
  first,
}: {
  /** Its slug. */
  organization: string;
  /** What a post without script left. */
  first: AppointState;
}) {
  const t = useTranslations('overseenMentors');
  const form = useActionForm(appointMentorAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const field = (name: 'email' | 'name' | 'headline') => ({
    name,
    label: t(`appoint_${name}`),
    defaultValue: submittedValue(state, name),
    error: errors[name] && t('appointWrong'),
  });
  const lacksName = state.status === 'refused' && state.reason === 'name_missing';
  return (
    <ActionForm
      form={form}
      path={overseenPath(organization)}
      fields={{ organization }}
      className="flex flex-col gap-5"
    >
      <RefusedAlert
        state={state}
        words={({ reason }) => (reason === 'name_missing' ? null : t(`refused_${reason}`))}
      />
      <TextField
        {...field('email')}
        description={t('appointEmailHelp')}
        type="email"
        required
        maxLength={254}
      />
      <TextField
        {...field('name')}
        description={t('appointNameHelp')}
        maxLength={80}
        {...(lacksName && { error: t('refused_name_missing') })}
      />
      <TextField {...field('headline')} required maxLength={120} />
      <SubmitButton variant="secondary">{t('appoint')}</SubmitButton>
    </ActionForm>
  );
}
