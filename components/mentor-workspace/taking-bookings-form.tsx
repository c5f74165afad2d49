'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { setTakingBookingsAction } from '@/lib/mentors/actions/publish-mentor';
import type { TakingBookingsState } from '@/lib/mentors/schema';
import { errorCode, sentOr } from './sent-values';
import { useFieldError } from './use-field-error';
import { useWorkspaceWords } from './workspace-refused';

/** Opens and closes the diary without hiding the page. */
export function TakingBookingsForm({
  takingBookings,
  awayMessage,
  resumesOn,
  earliestResume,
  first,
}: {
  takingBookings: boolean;
  awayMessage: string;
  /** The local day on which the diary opens again by itself; null: none. */
  resumesOn: string | null;
  earliestResume: string;
  first: TakingBookingsState;
}) {
  const t = useTranslations('mentorProfile');
  const fieldError = useFieldError();
  const form = useActionForm(setTakingBookingsAction, { first });
  const { state } = form;
  const words = useWorkspaceWords();
  const isDayWrong = state.status === 'refused' && state.reason === 'day_not_ahead';
  const isOpen = sentOr(state, 'takingBookings', takingBookings ? 'on' : '') === 'on';
  return (
    <Card as="section" aria-label={t('diary')}>
      <h2 className="text-xl">{t('diary')}</h2>
      <ActionForm form={form} path="/mentor/profile" className="mt-2 flex flex-col gap-4">
        <RefusedAlert
          state={state}
          tone="warning"
          words={({ reason }) => (reason === 'day_not_ahead' ? null : words({ reason }))}
        />
        <Checkbox
          name="takingBookings"
          label={t('takingBookings')}
          description={t('takingBookingsHelp')}
          defaultChecked={isOpen}
        />
        <TextField
          name="resumesOn"
          type="date"
          label={t('resumesOn')}
          description={t('resumesOnHelp')}
          min={earliestResume}
          defaultValue={sentOr(state, 'resumesOn', resumesOn ?? '')}
          error={isDayWrong ? t('resumesOnWrong') : fieldError(errorCode(state, 'resumesOn'))}
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
