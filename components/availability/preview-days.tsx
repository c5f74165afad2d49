'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { PreviewDay } from '@/lib/availability/rules/preview';
import { noonOf, weekdayOf } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';
import { weekdayName } from './weekday-names';

/** Two weeks of days, each with how many slots it has. */
export function PreviewDays({
  days,
  chosen,
  onChoose,
}: {
  days: readonly PreviewDay[];
  chosen: string | null;
  onChoose: (day: string) => void;
}) {
  const t = useTranslations('availability');
  const locale = useLocale();
  return (
    <fieldset aria-label={t('previewDays')} className="mt-4 grid grid-cols-7 gap-1">
      {days.map(({ day, times }) => {
        const free = times.filter(({ seatsLeft }) => seatsLeft > 0).length;
        const name = formatDay(noonOf(day), { locale, timeZone: 'UTC' });
        return (
          <button
            key={day}
            type="button"
            aria-pressed={day === chosen}
            aria-label={t('previewDay', { day: name, count: free })}
            onClick={() => onChoose(day)}
            className="reacts hover:bg-sunken aria-pressed:bg-green aria-pressed:text-on-green flex min-h-15 cursor-pointer flex-col items-center justify-center rounded-md text-sm tabular-nums"
          >
            <span aria-hidden="true" className="text-xs opacity-80">
              {weekdayName(weekdayOf(day), locale).slice(0, 2)}
            </span>
            <span aria-hidden="true" className="font-semibold">
              {Number(day.slice(8))}
            </span>
            <span aria-hidden="true" className="text-xs opacity-80">
              {free === 0 ? '–' : free}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
