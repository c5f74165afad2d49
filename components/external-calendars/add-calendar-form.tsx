'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useKeptForm } from '@/components/availability/use-kept-form';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/lib/action-kit/schema';
import { addCalendarAction } from '@/lib/external-calendars/actions';
import { calendarsPath, mostNameLetters } from '@/lib/external-calendars/schema';
import { CalendarRefused } from './calendar-refused';

export type AddCalendarState = Awaited<ReturnType<typeof addCalendarAction>>;

/** The address of a calendar elsewhere; what was typed stays while it cannot be read. */
export function AddCalendarForm({ first }: { first: AddCalendarState }) {
  const t = useTranslations('externalCalendars');
  const locale = useLocale();
  const { state, isPending, formProps } = useKeptForm(addCalendarAction, first);
  const code = state.status === 'invalid' ? state.errors.url : undefined;
  return (
    <form {...formProps} className="flex max-w-form flex-col gap-4">
      <FormOrigin locale={locale} path={calendarsPath} />
      <CalendarRefused state={state} title={t('notAdded')} />
      <TextField
        label={t('url')}
        description={t('urlHint')}
        error={code && t(code === 'required' ? 'problem_required' : 'problem_not_an_address')}
        name="url"
        // Not of type "url": browsers refuse "webcal://" there.
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={2000}
        required
        defaultValue={submittedValue(first, 'url')}
      />
      <TextField
        label={t('name')}
        description={t('nameHint')}
        name="name"
        autoComplete="off"
        maxLength={mostNameLetters}
        defaultValue={submittedValue(first, 'name')}
      />
      <div>
        <Button type="submit" isPending={isPending}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
