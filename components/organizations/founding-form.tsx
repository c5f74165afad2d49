'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZonePicker } from '@/components/forms/zone-picker';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import {
  foundingPath,
  mostFounded,
  mostOrganizationLetters,
  organizationPath,
  slugLetters,
} from '@/domain/organizations';
import { foundOrganizationAction } from '@/lib/organizations/actions/found-organization';

export type FoundingState = Awaited<ReturnType<typeof foundOrganizationAction>>;

/** What an organization is founded with; the rest is for its settings. */
export function FoundingForm({
  locale,
  timeZone,
  isApproved,
  first,
}: {
  locale: 'en' | 'fr';
  timeZone: string;
  /** Whether it is approved as soon as it is founded. */
  isApproved: boolean;
  /** What a post without script left. */
  first: FoundingState;
}) {
  const t = useTranslations('founding');
  const form = useActionForm(foundOrganizationAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const sent = 'values' in first;
  const value = (field: 'defaultLocale' | 'timeZone' | 'visibility', usual: string) =>
    sent ? submittedValue(first, field) : usual;
  const isTaken = state.status === 'refused' && state.reason === 'slug_taken';
  return (
    <ActionForm form={form} path={foundingPath} className="flex flex-col gap-5">
      <RefusedAlert
        state={state}
        title={t('refusedTitle')}
        // A slug that is taken says so at its field.
        words={({ reason }) =>
          reason === 'slug_taken' ? null : t(`refused_${reason}`, { most: mostFounded })
        }
      />
      <TextField
        label={t('name')}
        description={t('nameHint')}
        error={errors.name && t('nameWrong', { most: mostOrganizationLetters.name })}
        name="name"
        autoComplete="organization"
        maxLength={mostOrganizationLetters.name}
        required
        defaultValue={submittedValue(first, 'name')}
      />
      <TextField
        label={t('slug')}
        description={t('slugHint', { path: organizationPath('lycee-sainte-marie') })}
        error={isTaken ? t('slugTaken') : errors.slug && t('slugWrong', slugLetters)}
        name="slug"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        minLength={slugLetters.least}
        maxLength={slugLetters.most}
        required
        defaultValue={submittedValue(first, 'slug')}
      />
      <ChoiceGroup
        legend={t('language')}
        name="defaultLocale"
        choices={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
        defaultValue={value('defaultLocale', locale)}
      />
      <ZonePicker
        label={t('timeZone')}
        name="timeZone"
        defaultValue={value('timeZone', timeZone)}
        error={errors.timeZone && t('unknownZone')}
        isRequired
      />
      <div>
        <ChoiceGroup
          legend={t('visibility')}
          name="visibility"
          choices={[
            { value: 'members', label: t('members') },
            { value: 'public', label: t('public') },
          ]}
          defaultValue={value('visibility', 'members')}
        />
        <p className="text-muted mt-2 text-sm">{t(isApproved ? 'visibilityHint' : 'notYet')}</p>
      </div>
      <SubmitButton className="self-start">{t('found')}</SubmitButton>
    </ActionForm>
  );
}
