'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { saveOverridesAction } from '@/lib/availability/actions/save-overrides';
import type { Day } from '@/kernel/time/calendar';
import { availabilityPath } from '@/lib/availability/constants';
import { NotSaved } from './not-saved';

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
  const form = useActionForm(saveOverridesAction);
  return (
    <ActionForm form={form} path={`${availabilityPath}#${part}`} fields={{ part, change, note }}>
      {dates.map((date) => (
        <input key={date} type="hidden" name="date" value={date} />
      ))}
      <NotSaved state={form.state} />
      <SubmitButton variant={variant} size="sm" aria-label={label}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
