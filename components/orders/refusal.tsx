'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { slotText } from '@/components/slots/booking-address';
import type { BookableVariant } from '@/components/slots/panel-data';
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
  slotCount,
  timeZone,
}: {
  state: OrderState;
  variant: BookableVariant;
  /** How many slots the form asks for. */
  slotCount: number;
  /** Null where the alternatives stand elsewhere. */
  timeZone: string | null;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const message = useRef<HTMLDivElement>(null);
  // It stands above a long form: without this, whoever has sent it sees nothing happen.
  useEffect(() => {
    // With answers the first wrong one gets it.
    if (state.status === 'refused' && state.reason !== 'answers_wrong') message.current?.focus();
  }, [state]);
  if (state.status !== 'refused' || state.reason === 'details_missing') return null;
  if (state.reason === 'rate_limited') {
    const minutes = Math.ceil(state.data.retryAfterSeconds / 60);
    return (
      <div ref={message} tabIndex={-1} className="rounded-md">
        <Alert tone="warning" title={t('refusedTitle')}>
          <p>{t('rateLimited', { minutes })}</p>
        </Alert>
      </div>
    );
  }
  const { failures } = state.data;
  const alternatives = timeZone === null ? [] : (failures[0]?.alternatives ?? []);
  const values = { name: variant.mentorName, count: slotCount, failed: failures.length };
  return (
    <div ref={message} tabIndex={-1} className="rounded-md">
      <Alert
        tone="warning"
        title={t(`refusals.${state.reason}.title`)}
        actions={
          state.reason === 'not_enough_credits' ? (
            <ButtonLink href="/credits" variant="secondary" size="sm">
              {t('purseLink')}
            </ButtonLink>
          ) : (
            timeZone !== null &&
            alternatives.map((start) => (
              <button
                key={start}
                type="submit"
                name="alternative"
                value={slotText(start)}
                className={buttonClass({ variant: 'secondary', size: 'sm' })}
              >
                {t('takeInstead', {
                  day: formatDayShort(start, { locale, timeZone }),
                  time: formatTime(start, { locale, timeZone }),
                })}
              </button>
            ))
          )
        }
      >
        <p>{t(`refusals.${state.reason}.text`, values)}</p>
        {alternatives.length > 0 && <p className="mt-1">{t('alternatives')}</p>}
      </Alert>
    </div>
  );
}
