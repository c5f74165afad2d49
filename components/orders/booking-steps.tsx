'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import type { MeetingFormat } from '@/domain/bookings';
import { StepIndicator } from '@/components/ui/step-indicator';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { Confirmation } from './confirmation';
import { DetailsForm } from './details-form';
import type { BookableVariant, BookingViewer, Purse } from '@/components/slots/panel-data';
import { sendOrder } from './send-order';

export interface BookingStepsProps {
  variant: BookableVariant;
  viewer: BookingViewer | null;
  /** Null for what is free. */
  purse: Purse | null;
  /** Epoch milliseconds. */
  slot: number;
  /** Of the group session that the slot joins. */
  settledFormat: MeetingFormat | null;
  timeZone: string;
  requestId: string;
  keepsMails: boolean;
  now: number;
  /** The address of the step's own page, with its query and without its language. */
  from: string;
  /** What an earlier sending without JavaScript was answered. */
  initialState?: OrderState;
  /** What was typed before the form was closed; the form keeps it up to date. */
  draft?: Map<string, string>;
  /** Back to the calendar, which lies under the dialog; the page has a link for it. */
  changeTimeHref?: string;
  onChangeTime?: () => void;
  onBooked?: () => void;
  onDone?: () => void;
}

/** Steps two and three: the details, then what has happened. */
export function BookingSteps(props: BookingStepsProps) {
  const { variant, timeZone, viewer, keepsMails, onBooked, onDone } = props;
  const t = useTranslations('booking');
  const [state, send] = useActionState<OrderState, FormData>(
    sendOrder,
    props.initialState ?? { status: 'idle' },
  );
  const isDone = state.status === 'ok';
  useEffect(() => {
    if (isDone) onBooked?.();
  }, [isDone, onBooked]);
  return (
    <div className="flex flex-col gap-5">
      <StepIndicator
        label={t('steps')}
        steps={[t('stepTime'), t('stepDetails'), t('stepDone')]}
        current={isDone ? 2 : 1}
      />
      {isDone ? (
        <Confirmation
          booked={state.value.bookings[0]}
          variant={variant}
          timeZone={timeZone}
          isVisitor={viewer === null}
          keepsMails={keepsMails}
          onDone={onDone}
        />
      ) : (
        <DetailsForm {...props} state={state} send={send} />
      )}
    </div>
  );
}
