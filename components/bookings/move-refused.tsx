'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { slotText } from '@/components/slots/booking-address';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-style';
import { formatDateTime, formatDayShort, formatTime } from '@/kernel/time/format';
import type { MoveState } from './move-form';

/**
 * Why the session keeps its time, and what to do. Where other times help, the nearest free ones are
 * buttons of the form that this stands in: one tap moves the session there.
 */
export function MoveRefused({
  state,
  until,
  timeZone,
}: {
  state: MoveState;
  /** The mentee's deadline for moving. */
  until: number | null;
  timeZone: string;
}) {
  const t = useTranslations('moving');
  const locale = useLocale();
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === 'refused') message.current?.focus();
  }, [state]);
  if (state.status !== 'refused') return null;
  const place = { locale, timeZone };
  const alternatives = state.reason === 'rate_limited' ? [] : state.data.alternatives;
  const deadline = until === null ? '' : formatDateTime(until, place);
  return (
    <div ref={message} tabIndex={-1} className="rounded-md">
      <Alert
        tone="warning"
        title={t('refusedTitle')}
        actions={
          alternatives.length > 0 &&
          alternatives.map((start) => (
            <button
              key={start}
              type="submit"
              name="alternative"
              // No time of the choice below needs to be picked as well.
              formNoValidate
              value={slotText(start)}
              className={buttonClass({ variant: 'secondary', size: 'sm' })}
            >
              {t('takeInstead', {
                day: formatDayShort(start, place),
                time: formatTime(start, place),
              })}
            </button>
          ))
        }
      >
        <p>
          {state.reason === 'rate_limited'
            ? t('rateLimited', { minutes: Math.ceil(state.data.retryAfterSeconds / 60) })
            : t(`refusals.${state.reason}`, { deadline })}
        </p>
        {alternatives.length > 0 && <p className="mt-1">{t('alternatives')}</p>}
      </Alert>
    </div>
  );
}
