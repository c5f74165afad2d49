'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { mostSlotsPerOrder } from '@/domain/bookings';
import { isPlainClick } from './plain-click';
import { buttonClass } from '@/components/ui/button-style';
import { CheckIcon, CloseIcon } from '@/components/ui/icons';
import { nearInBasket, withAdded } from '@/lib/slots/rules/basket';
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
  /** What had the focus is gone then. */
  onAdded: () => void;
}

/** The dates of a series before they count: what is free joins the basket, the rest is passed over. */
export function SeriesPreview({
  variant,
  basket,
  series,
  timeZone,
  hrefOf,
  onChange,
  timeText,
  onAdded,
}: SeriesPreviewProps) {
  const t = useTranslations('basket');
  const locale = useLocale();
  const spacingMs = variant.spacingMinutes * 60_000;
  const free = series.times.filter(({ obstacle }) => obstacle === null);
  const merged = withAdded(
    basket,
    free.map(({ start }) => start),
    spacingMs,
  );
  const added = merged.length - basket.length;
  const zones = { timeZone, mentorTimeZone: variant.timeZone };

  /** Why a date does not join; null: it does. `chosen`: it is there already. */
  function reason({ start, obstacle }: CheckedTime) {
    if (basket.includes(start)) return 'chosen';
    if (obstacle !== null) return obstacle;
    if (merged.includes(start)) return null;
    if (nearInBasket(merged, start, spacingMs) !== null) return 'too_near';
    return 'too_many';
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
          const isIn = why === null || why === 'chosen';
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
      {added === 0 ? (
        <p className="mt-2 text-sm font-semibold">{t('nothingToAdd')}</p>
      ) : (
        <a
          href={hrefOf(merged)}
          rel="nofollow"
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onChange(merged);
            onAdded();
          }}
          className={`mt-3 ${buttonClass({ size: 'sm', wide: true })}`}
        >
          {t('add', { count: added })}
        </a>
      )}
    </section>
  );
}
