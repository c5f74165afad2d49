'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { drawTimeOffAction } from '@/lib/availability/actions/time-off';

/** Takes the span off. */
export function TimeOffForm({
  texts,
  onSaved,
}: {
  /** Wall times of the mentor's zone. */
  texts: { from: string; to: string };
  onSaved: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const form = useActionForm(drawTimeOffAction, { onDone: () => onSaved(t('timeOffSaved')) });

  return (
    <ActionForm form={form} fields={texts} className="flex flex-col gap-4">
      <TextField name="note" label={t('note')} maxLength={200} />
      <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
      <SubmitButton>{t('saveTimeOff')}</SubmitButton>
    </ActionForm>
  );
}
