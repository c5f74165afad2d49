'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { BookableVariant, BookingViewer } from '@/components/slots/panel-data';
import { StepIndicator } from '@/components/ui/step-indicator';
import type { OrderState } from '@/lib/orders/schema/order-form';
import type { CheckedTime } from '@/lib/slots/schema/series';
import { BatchResult } from './batch-result';
import { ReviewForm } from './review-form';
import { sendOrder } from './send-order';

export interface ReviewProps {
  variant: BookableVariant;
  viewer: BookingViewer;
  /** What was chosen, and whether it is still to be had. */
  times: CheckedTime[];
  /** What the viewer can spend; null where nothing costs anything. */
  credits: number | null;
  timeZone: string;
  now: number;
  requestId: string;
  /** The page's own address, without its language. */
  from: string;
  /** Back to the calendar, with the basket. */
  calendarHref: string;
}

/** Looking through what was chosen and booking it, then what has come of it. */
export function ReviewSteps(props: ReviewProps & { initialState: OrderState }) {
  const t = useTranslations('booking');
  const [state, send] = useActionState<OrderState, FormData>(sendOrder, props.initialState);
  const isDone = state.status === 'ok';
  return (
    <div className="flex flex-col gap-5">
      <StepIndicator
        label={t('steps')}
        steps={[t('stepTime'), t('stepDetails'), t('stepDone')]}
        current={isDone ? 2 : 1}
      />
      {isDone ? (
        <BatchResult {...props} booked={state.value} />
      ) : (
        <ReviewForm {...props} state={state} send={send} />
      )}
    </div>
  );
}
