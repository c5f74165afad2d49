'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useKeptForm } from '@/components/availability/use-kept-form';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Button } from '@/components/ui/button';
import { refreshCalendarAction, removeCalendarAction } from '@/lib/external-calendars/actions';
import { calendarsPath } from '@/lib/external-calendars/schema';
import { CalendarRefused } from './calendar-refused';

type Deed = typeof refreshCalendarAction | typeof removeCalendarAction;
export type CalendarDeedState = Awaited<ReturnType<Deed>>;

/** What can be done to a calendar elsewhere: reading it now, and removing it. */
export function CalendarButtons({ id, name }: { id: string; name: string }) {
  const t = useTranslations('externalCalendars');
  return (
    <div className="flex flex-wrap items-start gap-2">
      <DeedForm
        action={refreshCalendarAction}
        id={id}
        label={t('refreshOf', { name })}
        variant="secondary"
      >
        {t('refresh')}
      </DeedForm>
      <DeedForm
        action={removeCalendarAction}
        id={id}
        label={t('removeOf', { name })}
        variant="ghost"
      >
        {t('remove')}
      </DeedForm>
    </div>
  );
}

function DeedForm({
  action,
  id,
  label,
  variant,
  children,
}: {
  action: Deed;
  id: string;
  label: string;
  variant: 'secondary' | 'ghost';
  children: string;
}) {
  const t = useTranslations('externalCalendars');
  const locale = useLocale();
  const { state, isPending, formProps } = useKeptForm(action as typeof refreshCalendarAction, {
    status: 'idle',
  });
  return (
    <form {...formProps}>
      <FormOrigin locale={locale} path={calendarsPath} />
      <input type="hidden" name="id" value={id} />
      <CalendarRefused state={state} title={t('notDone')} />
      <Button type="submit" variant={variant} size="sm" aria-label={label} isPending={isPending}>
        {children}
      </Button>
    </form>
  );
}
