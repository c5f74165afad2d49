'use client';

import { useTranslations } from 'next-intl';
import { KeptForm } from '@/components/forms/kept-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { addTimeOffAction } from '@/lib/availability/actions/time-off';
import { submittedValue } from '@/components/forms/submitted-value';
import type { Day } from '@/kernel/time/calendar';
import { availabilityPath } from '@/lib/availability/constants';
import { NotSaved } from './not-saved';

export type TimeOffState = Awaited<ReturnType<typeof addTimeOffAction>>;

/** Time off as the form's fields have it, in the mentor's zone. */
export type EditedTimeOff = Record<
  'id' | 'fromDate' | 'fromTime' | 'toDate' | 'toTime' | 'note',
  string
>;

/** Time off from one day to another; without times it is whole days. */
export function TimeOffForm({
  today,
  edited,
  first,
}: {
  today: Day;
  /** What is changed, as its fields have it; null: it is new. */
  edited: EditedTimeOff | null;
  first: TimeOffState;
}) {
  const t = useTranslations('availability');
  const form = useActionForm(addTimeOffAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  const problemOf = (field: string) => {
    const code = errors[field];
    if (code === undefined) return undefined;
    return code === 'required' ? t('problem_required') : t('problem_not_a_date');
  };
  const field = (name: keyof Omit<EditedTimeOff, 'id'>, type: 'date' | 'time' | 'text') => ({
    name,
    type,
    error: problemOf(name),
    defaultValue: 'values' in first ? submittedValue(first, name) : (edited?.[name] ?? ''),
  });
  const isBackwards = state.status === 'refused' && state.reason === 'end_before_start';
  return (
    <KeptForm
      form={form}
      path={`${availabilityPath}${edited ? `?off=${edited.id}` : ''}#time-off`}
      fields={edited ? { replaces: edited.id } : {}}
      className="max-w-form"
    >
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
          {...field('note', 'text')}
          label={t('note')}
          description={t('noteHint')}
          maxLength={200}
        />
      </div>
      <div className="mt-5">
        <SubmitButton>{t(edited ? 'changeOff' : 'saveOff')}</SubmitButton>
      </div>
    </KeptForm>
  );
}
