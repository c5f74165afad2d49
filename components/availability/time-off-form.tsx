'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { addTimeOffAction } from '@/lib/availability/actions/time-off';
import { submittedValue } from '@/lib/action-kit/schema';
import type { Day } from '@/kernel/time/calendar';
import { availabilityPath } from '@/lib/availability/schema/availability';
import { NotSaved } from './not-saved';

export type TimeOffState = Awaited<ReturnType<typeof addTimeOffAction>>;

/** Time off from one day to another; without times it is whole days. */
export function TimeOffForm({ today, first }: { today: Day; first: TimeOffState }) {
  const t = useTranslations('availability');
  const form = useActionForm(addTimeOffAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const problemOf = (field: string) => {
    const code = errors[field];
    if (code === undefined) return undefined;
    return code === 'required' ? t('problem_required') : t('problem_not_a_date');
  };
  const field = (name: string, type: 'date' | 'time') => ({
    name,
    type,
    error: problemOf(name),
    defaultValue: submittedValue(first, name),
  });
  const isBackwards = state.status === 'refused' && state.reason === 'end_before_start';
  return (
    <ActionForm form={form} path={`${availabilityPath}#time-off`} className="max-w-form">
      <NotSaved state={state} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('fromDate', 'date')} label={t('offFrom')} min={today} required />
        <TextField {...field('fromTime', 'time')} label={t('offFromTime')} />
        <TextField
          {...field('toDate', 'date')}
          label={t('offTo')}
          min={today}
          required
          error={isBackwards ? t('refused_end_before_start') : problemOf('toDate')}
        />
        <TextField {...field('toTime', 'time')} label={t('offToTime')} />
      </div>
      <p className="text-muted mt-2 text-sm">{t('offHint')}</p>
      <div className="mt-4">
        <TextField
          label={t('note')}
          description={t('noteHint')}
          name="note"
          maxLength={200}
          defaultValue={submittedValue(first, 'note')}
        />
      </div>
      <div className="mt-5">
        <SubmitButton>{t('saveOff')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
