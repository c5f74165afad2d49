'use client';

import { useTranslations } from 'next-intl';
import { MinutesSelect } from '@/components/availability/minutes-select';
import {
  bufferChoices,
  noticeChoices,
  stepChoices,
  termChoices,
} from '@/components/availability/rule-choices';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { type BookingRules, confirmationModes } from '@/domain/availability';
import { saveNewMentorsAction } from '@/lib/organizations/actions/change-settings';
import { settingsPath } from '@/lib/organizations/constants';
import type { SettingsState } from '@/lib/organizations/schema/settings';
import type { EditedSettings } from './edited-settings';

type Rule = Exclude<keyof BookingRules, 'timeZone'>;

/** By which rules and on which terms new mentors are booked, until they say otherwise. */
export function NewMentorsForm({
  settings,
  first,
}: {
  settings: EditedSettings;
  /** What a post without script left. */
  first: SettingsState;
}) {
  const t = useTranslations('organizationSettings');
  const rules = useTranslations('availability');
  const form = useActionForm(saveNewMentorsAction, { first });
  const { state } = form;
  const errors: Record<string, string> = state.status === 'invalid' ? state.errors : {};
  const shown = (field: Rule) =>
    'values' in state ? submittedValue(state, field) : String(settings[field] ?? '');
  const minutes = (field: Rule, choices: readonly number[]) => ({
    name: field,
    label: rules(`rule_${field}`),
    error: errors[field] && rules('problem_out_of_range'),
    choices,
    defaultValue: Number(shown(field)),
  });
  const number = (field: Rule, most: number) => ({
    name: field,
    label: rules(`rule_${field}`),
    error: errors[field] && rules('problem_number', { most }),
    type: 'number',
    inputMode: 'numeric' as const,
    max: most,
    defaultValue: shown(field),
  });
  return (
    <ActionForm
      form={form}
      path={settingsPath(settings.slug)}
      fields={{ organization: settings.slug }}
      className="flex flex-col gap-5"
    >
      <RefusedAlert state={state} words={({ reason }) => t(`refused_${reason}`)} />
      <div className="grid items-end gap-x-5 gap-y-6 sm:grid-cols-2">
        <TextField {...number('horizonDays', 365)} min={1} required />
        <MinutesSelect {...minutes('minimumNoticeMinutes', noticeChoices)} />
        <MinutesSelect {...minutes('stepMinutes', stepChoices)} />
        <MinutesSelect {...minutes('bufferBeforeMinutes', bufferChoices)} />
        <MinutesSelect {...minutes('bufferAfterMinutes', bufferChoices)} />
        <TextField {...number('maxSessionsPerDay', 100)} min={1} />
        <TextField {...number('maxSessionsPerWeek', 500)} min={1} />
        <TextField {...number('mostOpenEach', 100)} min={1} required />
        <TextField {...number('mostRequestsEach', 100)} min={1} required />
        <MinutesSelect {...minutes('cancelNoticeMinutes', termChoices)} />
        <MinutesSelect {...minutes('moveNoticeMinutes', termChoices)} />
        <TextField {...number('lateCancelPercent', 100)} min={0} required />
      </div>
      <ChoiceGroup
        legend={rules('rule_confirmation')}
        name="confirmation"
        choices={confirmationModes.map((mode) => ({
          value: mode,
          label: t(`confirm_${mode}`),
        }))}
        defaultValue={shown('confirmation')}
      />
      <SubmitButton className="self-start">{t('save')}</SubmitButton>
    </ActionForm>
  );
}
