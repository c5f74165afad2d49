'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { setTakingBookingsAction } from '@/lib/mentors/actions/publish-mentor';
import type { MentorSwitchState } from '@/lib/mentors/schema';
import { errorCode, sentOr } from './sent-values';
import { useWorkspaceWords } from './use-workspace-words';

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
  const { fieldError, refusal } = useWorkspaceWords();
  const locale = useLocale();
  const [state, send] = useActionState(setTakingBookingsAction, first);
  const form = useFocusFirstInvalid(state);
  const isOpen = sentOr(state, 'takingBookings', takingBookings ? 'on' : '') === 'on';
  return (
    <Card as="section" aria-label={t('diary')}>
      <h2 className="text-xl">{t('diary')}</h2>
      <form ref={form} action={send} className="mt-2 flex flex-col gap-4">
        <FormOrigin locale={locale} path="/mentor/profile" />
        {state.status === 'refused' && <Alert tone="warning">{refusal(state)}</Alert>}
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
      </form>
    </Card>
  );
}
