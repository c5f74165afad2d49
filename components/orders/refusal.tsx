'use client';

import { useLocale, useTranslations } from 'next-intl';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { slotText } from '@/components/slots/booking-address';
import type { BookableVariant } from '@/components/slots/panel-data';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { formatDayShort, formatTime } from '@/kernel/time/format';

/**
 * Why nothing was booked, and what to do. Where another time than the one slot helps, the nearest free
 * ones are buttons of the form itself: one tap sends what was written, for that time. Of several slots,
 * those that are in the way stand in the list of sessions.
 */
export function Refusal({
  state,
  variant,
  timeZone,
  isVisitor,
  takesInstead,
}: {
  state: OrderState;
  variant: BookableVariant;
  timeZone: string;
  isVisitor: boolean;
  /** Whether the alternatives are offered here. */
  takesInstead: boolean;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const ours = state.status === 'refused' && state.reason !== 'rate_limited' ? state : null;
  // The fields say it.
  if (ours?.reason === 'details_missing') return null;
  const failures = ours?.data.failures ?? [];
  const alternatives = takesInstead ? (failures[0]?.alternatives ?? []) : [];
  const does = isVisitor ? 'hold' : variant.confirmsByHand ? 'request' : 'book';
  const oneTap = { does, price: variant.priceCredits };
  const values = {
    name: variant.mentorName,
    count: ours?.values['startsAt']?.length ?? 1,
    failed: failures.length,
  };
  return (
    <RefusedAlert
      state={state}
      tone="warning"
      title={ours ? t(`refusals.${ours.reason}.title`) : t('refusedTitle')}
      words={({ reason }) => {
        const why = t(`refusals.${reason}.text`, values);
        return alternatives.length > 0 ? `${why} ${t('alternatives', oneTap)}` : why;
      }}
      actions={
        ours?.reason === 'not_enough_credits' ? (
          <ButtonLink href="/credits" variant="secondary" size="sm">
            {t('balanceLink')}
          </ButtonLink>
        ) : (
          alternatives.length > 0 &&
          alternatives.map((start) => (
            <button
              key={start}
              type="submit"
              name="alternative"
              value={slotText(start)}
              className={buttonClass({ variant: 'secondary', size: 'sm' })}
            >
              {t('dayAndTime', {
                day: formatDayShort(start, { locale, timeZone }),
                time: formatTime(start, { locale, timeZone }),
              })}
            </button>
          ))
        )
      }
    />
  );
}
