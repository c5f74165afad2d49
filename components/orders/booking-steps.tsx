'use client';

import { useActionForm } from '@/components/forms/use-action-form';
import { slotText } from '@/components/slots/booking-address';
import type { MeetingFormat } from '@/domain/bookings';
import { orderSlotsAction } from '@/lib/orders/actions/order-slots';
import { ChosenTime } from './chosen-time';
import { Confirmation } from './confirmation';
import { endDraft } from './draft';
import type { Balance } from './order-data';
import { OrderForm, type OrderProps } from './order-form';
import { OrderSteps } from './order-steps';
import { BalanceNote } from './balance-note';
import { Refusal } from './refusal';

/** Steps two and three for one slot: the details, then what has happened. */
export function BookingSteps({
  order,
  slot,
  settledFormat,
  balance,
  keepsMails,
  changeTimeHref,
  onChangeTime,
  onBooked,
  onDone,
}: {
  order: OrderProps;
  /** Epoch milliseconds. */
  slot: number;
  /** Of the group session that the slot joins. */
  settledFormat: MeetingFormat | null;
  /** Null for what is free. */
  balance: Balance | null;
  keepsMails: boolean;
  /** Back to the calendar, which lies under the dialog; the page has a link for it. */
  changeTimeHref?: string;
  onChangeTime?: () => void;
  onBooked?: () => void;
  onDone?: () => void;
}) {
  const { variant, timeZone } = order;
  const form = useActionForm(orderSlotsAction, {
    first: order.first,
    onDone: (ordered) => {
      endDraft(variant.variantId, ordered);
      onBooked?.();
    },
  });
  const { state } = form;
  if (state.status === 'ok') {
    return (
      <OrderSteps isDone>
        <Confirmation ordered={state.value} order={order} keepsMails={keepsMails} onDone={onDone} />
      </OrderSteps>
    );
  }
  return (
    <OrderSteps>
      <OrderForm form={form} order={order} starts={[slot]} settledFormat={settledFormat}>
        <input type="hidden" name="startsAt" value={slotText(slot)} />
        <ChosenTime {...{ variant, slot, timeZone, settledFormat, changeTimeHref, onChangeTime }} />
        <Refusal {...{ state, variant, timeZone }} isVisitor={order.viewer === null} takesInstead />
        <BalanceNote balance={balance} price={variant.priceCredits} />
      </OrderForm>
    </OrderSteps>
  );
}
