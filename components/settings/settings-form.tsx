'use client';

import { useTranslations } from 'next-intl';
import { KeptForm } from '@/components/forms/kept-form';
import { noOther, RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZonePicker } from '@/components/forms/zone-picker';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/components/forms/submitted-value';
import { saveSettingsAction } from '@/lib/settings/actions';
import type { SettingsView } from '@/lib/settings/schema';
import { ReminderChoices } from './reminder-choices';

export type SettingsState = Awaited<ReturnType<typeof saveSettingsAction>>;

/** The user's settings as one form, so that one button saves whatever was changed. */
export function SettingsForm({
  settings,
  first,
}: {
  settings: SettingsView;
  first: SettingsState;
}) {
  const t = useTranslations('settings');
  const form = useActionForm(saveSettingsAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const sent = 'values' in first ? first.values : null;
  const value = (field: 'language' | 'timeZone' | 'quietFrom' | 'quietUntil') =>
    sent ? submittedValue(first, field) : settings[field];
  const chosen = (field: 'email' | 'inApp') => (sent ? (sent[field] ?? []) : settings[field]);
  return (
    <KeptForm form={form} path="/settings" className="flex flex-col gap-5">
      <RefusedAlert state={state} title={t('refusedTitle')} words={noOther} />
      <Card as="section" className="flex flex-col gap-5">
        <div>
          <h2 className="text-xl">{t('placeTitle')}</h2>
          <p className="text-muted mt-1 text-sm">{t('placeText')}</p>
        </div>
        <ChoiceGroup
          legend={t('language')}
          name="language"
          choices={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
          defaultValue={value('language')}
        />
        <ZonePicker
          label={t('timeZone')}
          name="timeZone"
          defaultValue={value('timeZone')}
          error={errors.timeZone && t('unknownZone')}
          isRequired
        />
      </Card>
      <Card as="section" className="flex flex-col gap-5">
        <div>
          <h2 className="text-xl">{t('remindersTitle')}</h2>
          <p className="text-muted mt-1 text-sm">{t('remindersText')}</p>
        </div>
        <ReminderChoices email={chosen('email')} inApp={chosen('inApp')} />
        <fieldset>
          <legend className="font-semibold">{t('quietTitle')}</legend>
          <p className="text-muted mt-1 text-sm">{t('quietText')}</p>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            {(['quietFrom', 'quietUntil'] as const).map((field) => (
              <TextField
                key={field}
                label={t(field)}
                name={field}
                type="time"
                defaultValue={value(field)}
                error={errors[field] && t('quietBoth')}
              />
            ))}
          </div>
        </fieldset>
      </Card>
      <Card as="section" className="flex flex-col gap-3">
        <h2 className="text-xl">{t('repliesTitle')}</h2>
        <Checkbox
          name="allowsReplies"
          value="on"
          label={t('replies')}
          description={t('repliesHint')}
          defaultChecked={sent ? sent.allowsReplies !== undefined : settings.allowsReplies}
        />
      </Card>
      <SubmitButton className="self-start">{t('save')}</SubmitButton>
    </KeptForm>
  );
}
