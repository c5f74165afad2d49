'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceBoxes } from '@/components/ui/choice-boxes';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { meetingFormats } from '@/domain/bookings';
import { offeredLengths, publicSlug, settingBounds } from '@/domain/organizations';
import { formatDuration } from '@/kernel/time/format';
import { saveLimitsAction } from '@/lib/organizations/actions/change-settings';
import { settingsPath } from '@/lib/organizations/constants';
import type { SettingsState } from '@/lib/organizations/schema/settings';
import type { EditedSettings } from './edited-settings';

/** What holds for those who book, and what mentors may offer from now on. */
export function LimitsForm({
  settings,
  first,
}: {
  settings: EditedSettings;
  /** What a post without script left. */
  first: SettingsState;
}) {
  const t = useTranslations('organizationSettings');
  const formats = useTranslations('bookingFormat');
  const locale = useLocale();
  const form = useActionForm(saveLimitsAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const { slug } = settings;
  const number = (field: 'welcomeCredits' | 'mostOpenBookings') => ({
    name: field,
    label: t(field),
    type: 'number',
    inputMode: 'numeric' as const,
    min: settingBounds[field].least,
    max: settingBounds[field].most,
    defaultValue: 'values' in state ? submittedValue(state, field) : String(settings[field] ?? ''),
    error: errors[field] && t('numberWrong', settingBounds[field]),
  });
  const chosen = (field: string, usual: readonly unknown[]) =>
    'values' in state ? (state.values[field] ?? []) : usual.map(String);
  return (
    <ActionForm
      form={form}
      path={settingsPath(slug)}
      fields={{ organization: slug }}
      className="flex flex-col gap-5"
    >
      <RefusedAlert state={state} words={({ reason }) => t(`refused_${reason}`)} />
      <TextField
        {...number('welcomeCredits')}
        description={t(slug === publicSlug ? 'welcomeUsualHelp' : 'welcomeHelp')}
      />
      <TextField {...number('mostOpenBookings')} description={t('mostOpenHelp')} />
      <ChoiceBoxes
        legend={t('allowedFormats')}
        description={t('allowedHelp')}
        name="allowedFormats"
        choices={meetingFormats.map((format) => ({ value: format, label: formats(format) }))}
        defaultValues={chosen('allowedFormats', settings.allowedFormats)}
        error={errors['allowedFormats'] && t('formatWrong')}
      />
      <ChoiceBoxes
        legend={t('allowedLengths')}
        description={t('allowedLengthsHelp')}
        name="allowedLengths"
        choices={offeredLengths.map((minutes) => ({
          value: String(minutes),
          label: formatDuration(minutes, locale),
        }))}
        defaultValues={chosen('allowedLengths', settings.allowedLengths)}
      />
      {slug !== publicSlug && (
        <Checkbox
          name="refusesDisposable"
          label={t('refusesDisposable')}
          description={t('disposableHelp')}
          defaultChecked={
            'values' in state
              ? submittedValue(state, 'refusesDisposable') === 'on'
              : settings.refusesDisposable
          }
        />
      )}
      <SubmitButton className="self-start">{t('save')}</SubmitButton>
    </ActionForm>
  );
}
