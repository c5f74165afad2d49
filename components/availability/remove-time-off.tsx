'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Button } from '@/components/ui/button';
import { removeTimeOffAction } from '@/lib/availability/actions/time-off';
import { pagePath } from './page-path';
import { RefusedAlert } from './refused-alert';
import { useKeptForm } from './use-kept-form';

/** The button that takes time off back. */
export function RemoveTimeOff({ id, label }: { id: string; label: string }) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const { state, isPending, formProps } = useKeptForm(removeTimeOffAction, { status: 'idle' });
  return (
    <form {...formProps}>
      <FormOrigin locale={locale} path={`${pagePath}#time-off`} />
      <input type="hidden" name="id" value={id} />
      <RefusedAlert state={state} />
      <Button type="submit" variant="ghost" size="sm" aria-label={label} isPending={isPending}>
        {t('removeOff')}
      </Button>
    </form>
  );
}
