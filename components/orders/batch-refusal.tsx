'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { BookableVariant } from '@/components/slots/panel-data';
import { Alert } from '@/components/ui/alert';
import type { BookBatchState } from '@/lib/orders/schema/batch-forms';

/** Why nothing was booked, and what to do; which times are in the way stands beside them. */
export function BatchRefusal({
  state,
  variant,
}: {
  state: BookBatchState;
  variant: BookableVariant;
}) {
  const words = useRefusalWords(state, variant.mentorName);
  const message = useRef<HTMLDivElement>(null);
  // It stands above a long form: without this, whoever has sent it sees nothing happen.
  useEffect(() => {
    // With answers the first wrong one gets it.
    if (state.status === 'refused' && state.reason !== 'answers_wrong') message.current?.focus();
  }, [state]);
  if (!words) return null;
  return (
    <div ref={message} tabIndex={-1} className="rounded-md">
      <Alert tone="warning" title={words.title}>
        <p>{words.text}</p>
      </Alert>
    </div>
  );
}

function useRefusalWords(
  state: BookBatchState,
  name: string,
): { title: string; text: string } | null {
  const t = useTranslations('batch');
  const tBooking = useTranslations('booking');
  if (state.status !== 'refused' || state.reason === 'details_missing') return null;
  if (state.reason === 'rate_limited') {
    const minutes = Math.ceil(state.data.retryAfterSeconds / 60);
    return { title: tBooking('refusedTitle'), text: tBooking('rateLimited', { minutes }) };
  }
  const { reason } = state;
  if (reason === 'not_all' || reason === 'none_fits' || reason === 'not_enough_credits') {
    const count = state.data.failures.length;
    return {
      title: t(`refusals.${reason}.title`),
      text: t(`refusals.${reason}.text`, { count }),
    };
  }
  return {
    title: tBooking(`refusals.${reason}.title`),
    text: tBooking(`refusals.${reason}.text`, { name }),
  };
}
