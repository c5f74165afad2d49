'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TimeRange } from '@/components/ui/time-range';
import { formatDay, timeZoneName } from '@/kernel/time/format';
import type { BookableVariant } from '@/components/slots/panel-data';
import { VariantSummary } from '@/components/slots/variant-summary';
import type { MeetingFormat } from '@/domain/bookings';

/** What and when, at the top of the form, with the way back to the calendar. */
export function ChosenTime({
  variant,
  slot,
  timeZone,
  settledFormat,
  changeTimeHref,
  onChangeTime,
}: {
  variant: BookableVariant;
  slot: number;
  timeZone: string;
  settledFormat: MeetingFormat | null;
  changeTimeHref?: string;
  onChangeTime?: () => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const place = { locale, timeZone };
  const change = 'text-link inline-flex min-h-11 shrink-0 cursor-pointer items-center text-sm';
  return (
    <div className="bg-sunken flex flex-wrap items-center justify-between gap-x-4 rounded-md px-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold first-letter:uppercase">
          {formatDay(slot, place)},{' '}
          <TimeRange start={slot} end={slot + variant.durationMinutes * 60_000} place={place} />
        </p>
        <p className="text-muted text-sm">{timeZoneName(slot, place)}</p>
        <VariantSummary variant={variant} formats={settledFormat ? [settledFormat] : []} />
      </div>
      {changeTimeHref === undefined ? (
        <button type="button" onClick={onChangeTime} className={change}>
          {t('changeTime')}
        </button>
      ) : (
        <a href={changeTimeHref} className={change}>
          {t('changeTime')}
        </a>
      )}
    </div>
  );
}
