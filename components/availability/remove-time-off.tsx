'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { removeTimeOffAction } from '@/lib/availability/actions/time-off';
import { availabilityPath } from '@/lib/availability/constants';
import { NotSaved } from './not-saved';

/** The button that takes time off back. */
export function RemoveTimeOff({ id, label }: { id: string; label: string }) {
  const t = useTranslations('availability');
  const form = useActionForm(removeTimeOffAction);
  return (
    <ActionForm form={form} path={`${availabilityPath}#time-off`} fields={{ id }}>
      <NotSaved state={form.state} />
      <SubmitButton variant="ghost" size="sm" aria-label={label}>
        {t('removeOff')}
      </SubmitButton>
    </ActionForm>
  );
}
