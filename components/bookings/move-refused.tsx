'use client';

import { useLocale, useTranslations } from 'next-intl';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { slotText } from '@/components/slots/booking-address';
import { buttonClass } from '@/components/ui/button-style';
import type { moveBookingAction } from '@/lib/bookings/actions/move-booking';
import { formatDateTime, formatDayShort, formatTime } from '@/kernel/time/format';

export type MoveState = Awaited<ReturnType<typeof moveBookingAction>>;

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
  /** The mentee's deadline for moving, epoch milliseconds. */
  until: number | null;
  timeZone: string;
}) {
  const t = useTranslations('moving');
  const locale = useLocale();
  const place = { locale, timeZone };
  const isOurs = state.status === 'refused' && state.reason !== 'rate_limited';
  const alternatives = isOurs ? state.data.alternatives : [];
  const deadline = until === null ? '' : formatDateTime(until, place);
  return (
    <RefusedAlert
      state={state}
      tone="warning"
      title={t('refusedTitle')}
      words={({ reason }) => {
        const why = t(`refusals.${reason}`, { deadline });
        return alternatives.length > 0 ? `${why} ${t('alternatives')}` : why;
      }}
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
    />
  );
}
