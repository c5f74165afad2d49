'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZonePicker } from '@/components/forms/zone-picker';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { mentoringPolicies, mostOrganizationLetters, publicSlug } from '@/domain/organizations';
import { saveAppearanceAction } from '@/lib/organizations/actions/change-settings';
import { readableAccent } from '@/lib/organizations/rules/accent';
import { settingsPath } from '@/lib/organizations/constants';
import type { SettingsState } from '@/lib/organizations/schema/settings';
import type { EditedSettings } from './edited-settings';

/** Baobab's own green: what the field for colours shows where none is set. */
const usualAccent = '#0b5d3b';

/** How an organization appears, and who becomes a mentor of it. */
export function AppearanceForm({
  settings,
  first,
}: {
  settings: EditedSettings;
  /** What a post without script left. */
  first: SettingsState;
}) {
  const t = useTranslations('organizationSettings');
  const form = useActionForm(saveAppearanceAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const { slug, accentColor } = settings;
  const value = (field: string, usual: string) =>
    'values' in state ? submittedValue(state, field) : usual;
  const text = (field: 'name' | 'description' | 'website') => ({
    name: field,
    label: t(field),
    maxLength: mostOrganizationLetters[field],
    defaultValue: value(field, settings[field]),
    error: errors[field] && t('fieldWrong'),
  });
  return (
    <ActionForm
      form={form}
      path={settingsPath(slug)}
      fields={{ organization: slug }}
      className="flex flex-col gap-5"
    >
      <RefusedAlert state={state} words={({ reason }) => t(`refused_${reason}`)} />
      <TextField {...text('name')} required />
      <TextArea {...text('description')} description={t('descriptionHelp')} rows={4} />
      <TextField {...text('website')} inputMode="url" dir="ltr" />
      <div>
        <Checkbox
          name="hasAccent"
          label={t('hasAccent')}
          description={t('accentHelp')}
          defaultChecked={value('hasAccent', accentColor === null ? '' : 'on') === 'on'}
        />
        <TextField
          name="accentColor"
          type="color"
          label={t('accentColor')}
          defaultValue={value('accentColor', accentColor ?? usualAccent)}
          error={errors.accentColor && t('fieldWrong')}
          className="max-w-24"
        />
        {accentColor !== null && <AccentPreview color={accentColor} name={settings.name} />}
      </div>
      <ChoiceGroup
        legend={t('language')}
        name="defaultLocale"
        choices={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
        defaultValue={value('defaultLocale', settings.defaultLocale)}
      />
      <ZonePicker
        label={t('timeZone')}
        name="timeZone"
        defaultValue={value('timeZone', settings.timeZone)}
        error={errors.timeZone && t('fieldWrong')}
        isRequired
      />
      {slug === publicSlug ? (
        <input type="hidden" name="visibility" value="public" data-given="" />
      ) : (
        <ChoiceGroup
          legend={t('visibility')}
          name="visibility"
          choices={[
            { value: 'members', label: t('members') },
            { value: 'public', label: t('public') },
          ]}
          defaultValue={value('visibility', settings.isPublic ? 'public' : 'members')}
        />
      )}
      <div>
        <ChoiceGroup
          legend={t('mentoring')}
          name="mentoring"
          className="flex flex-col items-start gap-2"
          choices={mentoringPolicies.map((policy) => ({
            value: policy,
            label: t(`policy_${policy}`),
          }))}
          defaultValue={value('mentoring', settings.mentoring)}
        />
        <p className="text-muted mt-2 text-sm">{t('mentoringHelp')}</p>
      </div>
      <SubmitButton className="self-start">{t('save')}</SubmitButton>
    </ActionForm>
  );
}

/** The colour as saved, as it can be read in both themes. */
function AccentPreview({ color, name }: { color: string; name: string }) {
  const t = useTranslations('organizationSettings');
  const { light, dark } = readableAccent(color);
  return (
    <ul aria-label={t('accentPreview')} className="mt-3 flex flex-wrap gap-3">
      <li style={{ color: light, background: '#fbf7ef' }} className="rounded-md border px-4 py-2">
        <span className="font-semibold">{name}</span> · {t('themeLight')}
      </li>
      <li style={{ color: dark, background: '#14130f' }} className="rounded-md border px-4 py-2">
        <span className="font-semibold">{name}</span> · {t('themeDark')}
      </li>
    </ul>
  );
}
