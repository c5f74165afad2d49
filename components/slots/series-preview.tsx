'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { mostSlotsPerOrder } from '@/domain/bookings';
import { isPlainClick } from './plain-click';
import { buttonClass } from '@/components/ui/button-style';
import { CheckIcon } from '@/components/ui/everyday-icons';
import { CloseIcon } from '@/components/ui/icons';
import { nearInBasket } from '@/lib/slots/rules/basket';
import type { CheckedTime, Series } from '@/lib/slots/schema/series';
import { formatTime, timeZoneCity } from '@/kernel/time/format';
import { clockShift } from './clock-shift';
import type { BookableVariant } from './panel-data';
import type { TimeText } from './use-time-text';

export interface SeriesPreviewProps {
  variant: Pick<BookableVariant, 'mentorName' | 'timeZone' | 'spacingMinutes'>;
  /** Epoch milliseconds, ascending. */
  basket: readonly number[];
  series: Series;
  timeZone: string;
  /** The panel with another basket. */
  hrefOf: (basket: number[]) => string;
  onChange: (basket: number[]) => void;
  timeText: TimeText;
}

/** The dates of a series: what is free has joined the basket, the rest is passed over. */
export function SeriesPreview({
  variant,
  basket,
  series,
  timeZone,
  hrefOf,
  onChange,
  timeText,
}: SeriesPreviewProps) {
  const t = useTranslations('basket');
  const locale = useLocale();
  const spacingMs = variant.spacingMinutes * 60_000;
  const free = series.times.filter(({ obstacle }) => obstacle === null);
  const joined = free.filter(({ start }) => basket.includes(start)).map(({ start }) => start);
  // The time that was repeated was there before.
  const without = basket.filter((start) => start === series.asked.first || !joined.includes(start));
  const zones = { timeZone, mentorTimeZone: variant.timeZone };

  /** Why a date is not in the basket; null: it is. */
  function reason({ start, obstacle }: CheckedTime) {
    if (basket.includes(start)) return null;
    if (obstacle !== null) return obstacle;
    if (nearInBasket(basket, start, spacingMs) !== null) return 'too_near';
    return basket.length < mostSlotsPerOrder ? 'taken_out' : 'too_many';
  }

  return (
    <section
      data-series=""
      tabIndex={-1}
      aria-label={t('seriesLabel')}
      className="mt-3 rounded-md border p-4 outline-offset-2"
    >
      <p className="text-sm font-semibold">
        {t('seriesFound', { free: free.length, count: series.times.length })}
      </p>
      <ol className="mt-2 text-sm">
        {series.times.map((time, index) => {
          const before = series.times[index - 1];
          const shift = before ? clockShift(before.start, time.start, zones) : null;
          const why = reason(time);
          const isIn = why === null;
          const Icon = isIn ? CheckIcon : CloseIcon;
          return (
            <Fragment key={time.start}>
              {shift !== null && (
                <li className="text-muted border-gold my-1 border-l-2 py-0.5 pl-3">
                  {t(shift === 'mentors' ? 'clocksOfMentor' : 'clocksOfViewer', {
                    time: formatTime(time.start, { locale, timeZone }),
                    city: timeZoneCity({ locale, timeZone: variant.timeZone }),
                    name: variant.mentorName,
                  })}
                </li>
              )}
              <li className="flex items-baseline gap-2 py-1">
                <Icon
                  className={`size-4 shrink-0 translate-y-0.5 ${isIn ? 'text-green' : 'text-muted'}`}
                />
                <span className="tabular-nums">
                  {isIn ? (
                    timeText(time.start)
                  ) : (
                    <s className="text-muted">{timeText(time.start)}</s>
                  )}
                  {why !== null && (
                    <span className="text-muted block">
                      {t(`reason_${why}`, { name: variant.mentorName, most: mostSlotsPerOrder })}
                    </span>
                  )}
                </span>
              </li>
            </Fragment>
          );
        })}
      </ol>
      {without.length < basket.length && (
        <a
          href={hrefOf(without)}
          rel="nofollow"
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onChange(without);
          }}
          className={`mt-3 ${buttonClass({ variant: 'secondary', size: 'sm', wide: true })}`}
        >
          {t('takeOut', { count: basket.length - without.length })}
        </a>
      )}
    </section>
  );
}
