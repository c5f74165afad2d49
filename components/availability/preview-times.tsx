'use client';

import { useTranslations } from 'next-intl';
import type { PreviewDay } from '@/lib/availability/rules/preview';
import { noonOf } from '@/kernel/time/calendar';
import { formatDay, formatDistinctTime, type Place } from '@/kernel/time/format';

/** A day's times: free ones, and those that are blocked, struck through. Each can be asked about. */
export function PreviewTimes({
  day: { day, times },
  place,
  asked,
  onAsk,
}: {
  day: PreviewDay;
  place: Place;
  asked: number | null;
  onAsk: (start: number) => void;
}) {
  const t = useTranslations('availability');
  return (
    <div className="mt-4">
      <h3 className="mb-2 font-sans text-base font-semibold tracking-normal first-letter:uppercase">
        {formatDay(noonOf(day), { ...place, timeZone: 'UTC' })}
      </h3>
      {times.length === 0 && <p className="text-muted text-sm">{t('previewEmptyDay')}</p>}
      <ul className="flex max-h-72 flex-wrap gap-1.5 overflow-y-auto p-1">
        {times.map(({ start, seatsLeft }) => {
          const time = formatDistinctTime(start, place);
          const isFree = seatsLeft > 0;
          return (
            <li key={start}>
              <button
                type="button"
                aria-pressed={start === asked}
                aria-label={t(isFree ? 'timeFree' : 'timeBlocked', { time })}
                onClick={() => onAsk(start)}
                className={`reacts aria-pressed:border-ink min-h-11 min-w-16 cursor-pointer rounded-md border px-2 text-sm font-semibold tabular-nums aria-pressed:border-2 ${isFree ? 'border-green bg-green-soft text-green' : 'border-edge text-muted bg-sunken border-dashed line-through'}`}
              >
                {time}
              </button>
            </li>
          );
        })}
      </ul>
      {times.length > 0 && <p className="text-muted mt-2 text-sm">{t('previewHint')}</p>}
    </div>
  );
}
