'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { drawTimeOffAction } from '@/lib/availability/actions/time-off';

/** Takes the span off, this once or every week. */
export function TimeOffForm({
  texts,
  onSaved,
}: {
  /** Wall times of the mentor's zone. */
  texts: { from: string; to: string };
  onSaved: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const [isWeekly, setIsWeekly] = useState(false);
  const form = useActionForm(drawTimeOffAction, {
    onDone: () => onSaved(t(isWeekly ? 'weeklyBlocked' : 'timeOffSaved')),
  });

  return (
    <ActionForm form={form} fields={texts} className="flex flex-col gap-4">
      <Checkbox
        name="weekly"
        label={t('everyWeek')}
        description={t('everyWeekHint')}
        checked={isWeekly}
        onChange={(event) => setIsWeekly(event.target.checked)}
      />
      {!isWeekly && <TextField name="note" label={t('note')} maxLength={200} />}
      <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
      <SubmitButton>{t(isWeekly ? 'saveWeekly' : 'saveTimeOff')}</SubmitButton>
    </ActionForm>
  );
}

/** Changes time off: when, and the note. */
export function ChangeTimeOffForm({
  id,
  from,
  to,
  note,
  onSaved,
}: {
  id: string;
  /** Wall times of the mentor's zone. */
  from: string;
  to: string;
  note: string;
  onSaved: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const form = useActionForm(drawTimeOffAction, { onDone: () => onSaved(t('timeOffSaved')) });
  return (
    <ActionForm form={form} fields={{ replaces: id }} className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField type="datetime-local" name="from" label={t('start')} defaultValue={from} />
        <TextField type="datetime-local" name="to" label={t('end')} defaultValue={to} />
      </div>
      <TextField name="note" label={t('note')} maxLength={200} defaultValue={note} />
      <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
      <SubmitButton>{t('changeTimeOff')}</SubmitButton>
    </ActionForm>
  );
}
