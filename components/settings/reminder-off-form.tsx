'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { turnReminderOffAction } from '@/lib/reminders/actions';

export type ReminderOffState = Awaited<ReturnType<typeof turnReminderOffAction>>;

/** The button that turns the reminder off. */
export function ReminderOffForm({ token, first }: { token: string; first: ReminderOffState }) {
  const t = useTranslations('reminderOff');
  const form = useActionForm(turnReminderOffAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/unsubscribe/${token}`}
      fields={{ token }}
      className="flex flex-col gap-3"
    >
      <RefusedAlert state={form.state} words={({ reason }) => t(`${reason}Text`)} />
      <SubmitButton>{t('turnOff')}</SubmitButton>
    </ActionForm>
  );
}
