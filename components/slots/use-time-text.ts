'use client';

import { useLocale, useTranslations } from 'next-intl';
import { DASH } from '@/kernel/dash';
import { formatDayShort, formatTime, localDay } from '@/kernel/time/format';

export type TimeText = (start: number) => string;

/** "Tue 8 Dec, 16:30–17:30" of a start; with the year, where it is another than today's. */
export function useTimeText({
  timeZone,
  now,
  durationMinutes,
}: {
  timeZone: string;
  now: number;
  durationMinutes: number;
}): TimeText {
  const t = useTranslations('basket');
  const locale = useLocale();
  const place = { locale, timeZone };
  const yearOf = (at: number) => localDay(at, timeZone).slice(0, 4);
  return (start) =>
    t('time', {
      day: formatDayShort(start, place, { withYear: yearOf(start) !== yearOf(now) }),
      range: formatTime(start, place) + DASH + formatTime(start + durationMinutes * 60_000, place),
    });
}
