'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { setTakingBookingsAction } from '@/lib/mentors/actions/publish-mentor';
import type { MentorSwitchState } from '@/lib/mentors/schema';
import { errorCode, sentOr } from './sent-values';
import { useFieldError } from './use-field-error';
import { WorkspaceRefused } from './workspace-refused';

/** Opens and closes the diary without hiding the page. */
export function TakingBookingsForm({
  takingBookings,
  awayMessage,
  first,
}: {
  takingBookings: boolean;
  awayMessage: string;
  first: MentorSwitchState;
}) {
  const t = useTranslations('mentorProfile');
  const fieldError = useFieldError();
  const form = useActionForm(setTakingBookingsAction, { first });
  const { state } = form;
  const isOpen = sentOr(state, 'takingBookings', takingBookings ? 'on' : '') === 'on';
  return (
    <Card as="section" aria-label={t('diary')}>
      <h2 className="text-xl">{t('diary')}</h2>
      <ActionForm form={form} path="/mentor/profile" className="mt-2 flex flex-col gap-4">
        <WorkspaceRefused state={state} />
        <Checkbox
          name="takingBookings"
          label={t('takingBookings')}
          description={t('takingBookingsHelp')}
          defaultChecked={isOpen}
        />
        <TextArea
          name="awayMessage"
          label={t('awayMessage')}
          description={t('awayMessageHelp')}
          rows={3}
          maxLength={300}
          defaultValue={sentOr(state, 'awayMessage', awayMessage)}
          error={fieldError(errorCode(state, 'awayMessage'))}
        />
        <SubmitButton variant="secondary" wide>
          {t('saveDiary')}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
