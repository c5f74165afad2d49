'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { type ActionFormProps, useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { refreshCalendarAction, removeCalendarAction } from '@/lib/external-calendars/actions';
import { calendarsPath } from '@/domain/external-calendars';
import { CalendarRefused } from './calendar-refused';

export type CalendarState = Awaited<
  ReturnType<typeof refreshCalendarAction> | ReturnType<typeof removeCalendarAction>
>;

/** What can be done to a calendar elsewhere: reading it now, and removing it. */
export function CalendarButtons({ id, name }: { id: string; name: string }) {
  const t = useTranslations('externalCalendars');
  return (
    <div className="flex flex-wrap items-start gap-2">
      <CalendarButton
        form={useActionForm(refreshCalendarAction)}
        id={id}
        label={t('refreshOf', { name })}
        variant="secondary"
      >
        {t('refresh')}
      </CalendarButton>
      <CalendarButton
        form={useActionForm(removeCalendarAction)}
        id={id}
        label={t('removeOf', { name })}
        variant="ghost"
      >
        {t('remove')}
      </CalendarButton>
    </div>
  );
}

function CalendarButton({
  form,
  id,
  label,
  variant,
  children,
}: {
  form: ActionFormProps<CalendarState>;
  id: string;
  label: string;
  variant: 'secondary' | 'ghost';
  children: string;
}) {
  const t = useTranslations('externalCalendars');
  return (
    <ActionForm form={form} path={calendarsPath} fields={{ id }}>
      <CalendarRefused state={form.state} title={t('notDone')} />
      <SubmitButton variant={variant} size="sm" aria-label={label}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
