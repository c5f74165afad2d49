'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { addTimeOffAction } from '@/lib/availability/actions/time-off';
import { submittedValue } from '@/lib/action-kit/schema';
import type { Day } from '@/kernel/time/calendar';
import { pagePath } from './page-path';
import { RefusedAlert } from './refused-alert';
import { useKeptForm } from './use-kept-form';

export type TimeOffState = Awaited<ReturnType<typeof addTimeOffAction>>;

/** Time off from one day to another; without times it is whole days. */
export function TimeOffForm({ today, first }: { today: Day; first: TimeOffState }) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const { state, isPending, formProps } = useKeptForm(addTimeOffAction, first);
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
    <form {...formProps} className="max-w-form">
      <FormOrigin locale={locale} path={`${pagePath}#time-off`} />
      <RefusedAlert state={state} />
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
        <Button type="submit" isPending={isPending}>
          {t('saveOff')}
        </Button>
      </div>
    </form>
  );
}
