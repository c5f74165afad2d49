'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useActionForm } from '@/components/forms/use-action-form';
import { readSlot } from '@/components/slots/booking-address';
import type { MeetingFormat } from '@/domain/bookings';
import { orderSlotsAction } from '@/lib/orders/actions/order-slots';
import type { CheckedTime } from '@/lib/slots/schema/series';
import { timeZoneName } from '@/kernel/time/format';
import { Confirmation } from './confirmation';
import { endDraft, typedBefore, useDraft } from './draft';
import { FailedSlots } from './failed-slots';
import { OrderForm, type OrderProps } from './order-form';
import { OrderSteps } from './order-steps';
import { OrderTotal } from './order-total';
import { PolicyChoice } from './policy-choice';
import { Refusal } from './refusal';
import { SessionChoices } from './session-choices';
import { useSessionRows } from './use-session-rows';

/** Looking through what was chosen and booking it, then what has come of it. */
export function ReviewSteps({
  order,
  times,
  credits,
  calendarHref,
}: {
  order: OrderProps;
  /** What was chosen, and whether it is still to be had. */
  times: CheckedTime[];
  /** What the viewer can spend; null where nothing costs anything. */
  credits: number | null;
  /** Back to the calendar, with the basket. */
  calendarHref: string;
}) {
  const { variant, timeZone, now } = order;
  const t = useTranslations('batch');
  const locale = useLocale();
  const form = useActionForm(orderSlotsAction, {
    first: order.first,
    onDone: (ordered) => endDraft(variant.variantId, ordered),
  });
  const { state } = form;
  const draft = useDraft(variant.variantId);
  const { rows, version } = useSessionRows(times, state);
  const offered = rows.filter(({ isTicked }) => isTicked).map(({ start }) => start);
  const [ticked, setTicked] = useState({ version, starts: offered });
  if (ticked.version !== version) setTicked({ version, starts: offered });
  const { starts } = ticked;

  if (state.status === 'ok') {
    return (
      <OrderSteps isDone>
        <Confirmation ordered={state.value} order={order}>
          <FailedSlots ordered={state.value} order={order} />
        </Confirmation>
      </OrderSteps>
    );
  }
  return (
    <OrderSteps>
      <OrderForm
        form={form}
        order={order}
        starts={starts}
        settledFormat={settledFormatOf(times)}
        onFields={(fields) => setTicked({ version, starts: startsIn(fields) })}
        total={
          <>
            <PolicyChoice chosen={typedBefore(state, draft)('policy')} isNeeded={rows.length > 1} />
            <OrderTotal variant={variant} count={starts.length} credits={credits} />
          </>
        }
      >
        <Refusal {...{ state, variant, timeZone }} isVisitor={false} takesInstead={false} />
        <section aria-labelledby="sessions">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="sessions" className="text-xl">
              {t('sessions')}
            </h2>
            <a href={calendarHref} className="text-link inline-flex min-h-11 items-center text-sm">
              {t('changeTimes')}
            </a>
          </div>
          <p className="text-muted text-sm">
            {t('zone', { zone: timeZoneName(rows[0]?.start ?? now, { locale, timeZone }) })}
          </p>
          <SessionChoices {...{ variant, timeZone, now, rows }} key={version} ticked={starts} />
        </section>
      </OrderForm>
    </OrderSteps>
  );
}

function startsIn(form: FormData): number[] {
  const starts = form.getAll('startsAt').map(readSlot);
  return [...new Set(starts.filter((start) => start !== null))];
}

/** The format is no choice where every session is one of a group that has it already. */
function settledFormatOf(times: readonly CheckedTime[]): MeetingFormat | null {
  const formats = new Set(times.map(({ settledFormat }) => settledFormat));
  const [only = null] = formats;
  return formats.size === 1 ? only : null;
}
