'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { newRequestId } from '@/components/forms/request-id';
import { useActionForm } from '@/components/forms/use-action-form';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { longestMessage } from '@/domain/bookings';
import { messageSessionAction } from '@/lib/bookings/actions/message-session';

/** Writes to everybody who has a seat in the session. */
export function MessageAll({
  bookingId,
  count,
  onSent,
}: {
  /** Any booking of the session. */
  bookingId: string;
  count: number;
  onSent: (news: string) => void;
}) {
  const t = useTranslations('messageAll');
  const words = useTranslations('bookingPage');
  const [requestId, setRequestId] = useState(newRequestId);
  const form = useActionForm(messageSessionAction, {
    onDone: () => {
      // The next text is another message.
      setRequestId(newRequestId());
      onSent(t('sent', { count }));
    },
  });
  const { state } = form;
  const problem = state.status === 'invalid' ? state.errors.text : undefined;
  return (
    <details key={requestId}>
      <summary className={buttonClass({ variant: 'secondary', wide: true })}>{t('title')}</summary>
      <ActionForm
        form={form}
        path="/mentor/calendar"
        fields={{ bookingId, requestId }}
        className="flex flex-col gap-3 pt-3"
      >
        <TextArea
          label={t('text')}
          description={t('hint')}
          error={problem && t(problem === 'too_big' ? 'tooLong' : 'missing')}
          name="text"
          required
          rows={4}
          maxLength={longestMessage}
        />
        <RefusedAlert
          state={state}
          title={t('refusedTitle')}
          words={({ reason }) => {
            switch (reason) {
              case 'too_late':
              case 'too_many_messages':
              case 'nobody_there':
                return t(`refused_${reason}`);
              default:
                return words(`refused_${reason}`);
            }
          }}
        />
        <SubmitButton>{t('submit', { count })}</SubmitButton>
      </ActionForm>
    </details>
  );
}
