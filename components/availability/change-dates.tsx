'use client';

import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Button } from '@/components/ui/button';
import { saveOverridesAction } from '@/lib/availability/actions/save-overrides';
import type { Day } from '@/kernel/time/calendar';
import { pagePath } from './page-path';
import { RefusedAlert } from './refused-alert';
import { useKeptForm } from './use-kept-form';

/** A button that closes dates, or gives them their usual hours back. */
export function ChangeDates({
  dates,
  change,
  note = '',
  part,
  label,
  variant = 'ghost',
  children,
}: {
  dates: readonly Day[];
  change: 'closed' | 'usual';
  note?: string;
  part: 'dates' | 'holidays';
  /** The accessible name, where the text alone does not say which dates. */
  label?: string;
  variant?: 'ghost' | 'secondary';
  children: ReactNode;
}) {
  const locale = useLocale();
  const { state, isPending, formProps } = useKeptForm(saveOverridesAction, { status: 'idle' });
  return (
    <form {...formProps}>
      <FormOrigin locale={locale} path={`${pagePath}#${part}`} />
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="note" value={note} />
      {dates.map((date) => (
        <input key={date} type="hidden" name="date" value={date} />
      ))}
      <RefusedAlert state={state} />
      <Button type="submit" variant={variant} size="sm" aria-label={label} isPending={isPending}>
        {children}
      </Button>
    </form>
  );
}
