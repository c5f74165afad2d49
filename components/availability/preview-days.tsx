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
    <fieldset
      aria-label={t('previewDays')}
      className="week-wide mt-4 grid grid-cols-7 gap-y-1 sm:gap-x-1"
    >
      {days.slice(0, 7).map(({ day }) => (
        <span key={day} aria-hidden="true" className="text-muted text-center text-xs">
          {weekdayName(weekdayOf(day), locale).slice(0, 2)}
        </span>
      ))}
      {days.map(({ day, times }) => {
        const free = times.filter(({ seatsLeft }) => seatsLeft > 0).length;
        const name = formatDay(noonOf(day), { locale, timeZone: 'UTC' });
        return (
          <button
            key={day}
            type="button"
            aria-pressed={day === chosen}
            onClick={() => onChoose(day)}
            className="reacts hover:bg-sunken aria-pressed:bg-green aria-pressed:text-on-green flex min-h-12 cursor-pointer flex-col items-center justify-center rounded-md text-sm tabular-nums"
          >
            <NumbersOf text={t('previewDay', { day: name, count: free })} />
            {free === 0 && (
              <span aria-hidden="true" className="text-xs opacity-80">
                –
              </span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}

/** A day and how many times it has: the eye sees the two numbers, and the name is the whole of it. */
function NumbersOf({ text }: { text: string }) {
  return text.split(/(\d+)/).map((part, index) => (
    // Parts of one text, in order.
    <span
      key={`${String(index)} ${part}`}
      className={index % 2 === 0 ? 'sr-only' : index === 1 ? 'font-semibold' : 'text-xs opacity-80'}
    >
      {part}
    </span>
  ));
}
