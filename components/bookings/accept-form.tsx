'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { longestWord } from '@/domain/bookings';
import { acceptBookingAction } from '@/lib/bookings/actions/accept-booking';

export type AcceptState = Awaited<ReturnType<typeof acceptBookingAction>>;

/** The mentor's "yes" to a request. */
export function AcceptForm({
  bookingId,
  first,
  onTo,
  onDone,
}: {
  bookingId: string;
  first?: AcceptState;
  /** What the answer leads to, where it is not the booking's page. */
  onTo?: 'requests';
  /** Where the page stays as it is; else the answer leads to the booking's. */
  onDone?: () => void;
}) {
  const t = useTranslations('bookingPage');
  const form = useActionForm(acceptBookingAction, { first, onDone });
  return (
    <ActionForm
      form={form}
      path={onTo ? '/mentor/requests' : `/bookings/${bookingId}`}
      fields={{ bookingId, ...(onDone && { stay: 'yes' }), ...(onTo && { onTo }) }}
      className="flex flex-col gap-3"
    >
      <RefusedAlert
        state={form.state}
        title={t('refusedTitle')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
      <details>
        <summary className="text-link flex min-h-11 cursor-pointer items-center">
          {t('addWord')}
        </summary>
        <TextArea
          name="word"
          label={t('word')}
          description={t('wordHint')}
          rows={2}
          maxLength={longestWord}
          defaultValue={'values' in form.state ? form.state.values['word']?.at(-1) : ''}
        />
      </details>
      <SubmitButton wide>{t('accept')}</SubmitButton>
    </ActionForm>
  );
}
