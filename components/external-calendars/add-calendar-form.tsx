'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/components/forms/submitted-value';
import { addCalendarAction } from '@/lib/external-calendars/actions';
import { calendarsPath } from '@/domain/external-calendars';
import { mostNameLetters } from '@/lib/external-calendars/constants';
import { CalendarRefused } from './calendar-refused';

export type AddCalendarState = Awaited<ReturnType<typeof addCalendarAction>>;

/** The address of a calendar elsewhere; what was typed stays while it cannot be read. */
export function AddCalendarForm({ first }: { first: AddCalendarState }) {
  const t = useTranslations('externalCalendars');
  const form = useActionForm(addCalendarAction, { first });
  const { state } = form;
  const code = state.status === 'invalid' ? state.errors.url : undefined;
  return (
    <ActionForm form={form} path={calendarsPath} className="flex max-w-form flex-col gap-4">
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
        <SubmitButton>{t('add')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
