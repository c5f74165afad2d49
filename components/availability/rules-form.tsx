'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { type BookingRules, confirmationModes } from '@/domain/availability';
import { KeptForm } from '@/components/forms/kept-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZonePicker } from '@/components/forms/zone-picker';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/components/forms/submitted-value';
import { saveBookingRulesAction } from '@/lib/availability/actions/save-booking-rules';
import { typedRules } from '@/lib/availability/rules/typed-rules';
import { availabilityPath } from '@/lib/availability/constants';
import { useDraft } from './draft';
import { MinutesSelect } from './minutes-select';
import { NotSaved } from './not-saved';
import { bufferChoices, noticeChoices, stepChoices, termChoices } from './rule-choices';

export type RulesState = Awaited<ReturnType<typeof saveBookingRulesAction>>;

/** By which rules the mentor is booked. */
export function RulesForm({ rules, first }: { rules: BookingRules; first: RulesState }) {
  const t = useTranslations('availability');
  const draft = useDraft();
  const fields = useRef<HTMLDivElement>(null);
  const form = useActionForm(saveBookingRulesAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const shown = (field: keyof BookingRules) =>
    'values' in first && field in first.values
      ? submittedValue(first, field)
      : String(rules[field] ?? '');
  const minutes = (field: keyof BookingRules, choices: readonly number[]) => ({
    name: field,
    label: t(`rule_${field}`),
    error: errors[field] && t('problem_out_of_range'),
    choices,
    defaultValue: Number(shown(field)),
  });
  const number = (field: keyof BookingRules, most: number) => ({
    name: field,
    label: t(`rule_${field}`),
    error: errors[field] && t('problem_number', { most }),
    type: 'number',
    inputMode: 'numeric' as const,
    max: most,
    defaultValue: shown(field),
  });

  /** @param picked what has not reached the form yet */
  function onChange(picked: { timeZone?: string } = {}) {
    const changed = fields.current?.closest('form');
    if (!changed) return;
    const posted = new FormData(changed);
    if (picked.timeZone !== undefined) posted.set('timeZone', picked.timeZone);
    const typed = typedRules(posted);
    if (typed) draft.setRules(typed);
  }

  return (
    // A reset of the draft, after saving, draws the fields anew.
    <KeptForm
      key={JSON.stringify(rules)}
      form={form}
      path={`${availabilityPath}#rules`}
      onChange={() => onChange()}
    >
      <NotSaved state={state} />
      <div ref={fields} className="grid items-end gap-x-5 gap-y-6 sm:grid-cols-2">
        <ZonePicker
          label={t('rule_timeZone')}
          description={t('rule_timeZoneHint')}
          name="timeZone"
          defaultValue={shown('timeZone')}
          error={errors['timeZone'] && t('problem_unknown_zone')}
          isRequired
          onPick={(timeZone) => onChange({ timeZone })}
        />
        <TextField
          {...number('horizonDays', 365)}
          min={1}
          description={t('rule_horizonDaysHint')}
          required
        />
        <MinutesSelect {...minutes('minimumNoticeMinutes', noticeChoices)} />
        <MinutesSelect {...minutes('stepMinutes', stepChoices)} />
        <MinutesSelect {...minutes('bufferBeforeMinutes', bufferChoices)} />
        <MinutesSelect {...minutes('bufferAfterMinutes', bufferChoices)} />
        <TextField {...number('maxSessionsPerDay', 100)} min={1} description={t('rule_capHint')} />
        <TextField {...number('maxSessionsPerWeek', 500)} min={1} description={t('rule_capHint')} />
        <TextField {...number('mostOpenEach', 100)} min={1} required />
        <TextField {...number('mostRequestsEach', 100)} min={1} required />
        <MinutesSelect {...minutes('cancelNoticeMinutes', termChoices)} />
        <MinutesSelect {...minutes('moveNoticeMinutes', termChoices)} />
        <TextField
          {...number('lateCancelPercent', 100)}
          min={0}
          description={t('rule_lateHint')}
          required
        />
      </div>
      <div className="mt-6">
        <ChoiceGroup
          legend={t('rule_confirmation')}
          name="confirmation"
          choices={confirmationModes.map((mode) => ({ value: mode, label: t(`confirm_${mode}`) }))}
          defaultValue={shown('confirmation')}
        />
      </div>
      <div className="mt-6">
        <SubmitButton>{t('saveRules')}</SubmitButton>
      </div>
    </KeptForm>
  );
}
