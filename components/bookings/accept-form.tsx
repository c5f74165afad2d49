'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { acceptBookingAction } from '@/lib/bookings/actions/accept-booking';
import { FormOrigin } from './form-origin';
import { refusalText } from './refusal-text';

export type AcceptState = Awaited<ReturnType<typeof acceptBookingAction>>;

/** The mentor's "yes" to a request. */
export function AcceptForm({ bookingId, first }: { bookingId: string; first: AcceptState }) {
  const t = useTranslations('bookingPage');
  const locale = useLocale();
  const [state, action] = useActionState(acceptBookingAction, first);
  return (
    <form action={action} className="flex flex-col gap-3">
      <FormOrigin locale={locale} path={`/bookings/${bookingId}`} />
      <input type="hidden" name="bookingId" value={bookingId} />
      {state.status === 'refused' && (
        <Alert tone="danger" title={t('refusedTitle')}>
          {refusalText(state, t)}
        </Alert>
      )}
      <SubmitButton wide>{t('accept')}</SubmitButton>
    </form>
  );
}
