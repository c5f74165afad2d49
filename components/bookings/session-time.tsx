import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import {
  formatDay,
  formatRange,
  formatTime,
  localDay,
  sameWallTime,
  timeZoneName,
} from '@/kernel/time/format';

/**
 * When a session is: day and hours in the reader's zone, and below them the same hours where the
 * other party lives, when clocks differ there.
 */
export function SessionTime({
  startsAt: start,
  endsAt: end,
  timeZone,
  otherTimeZone,
  isBrief = false,
}: {
  startsAt: number;
  endsAt: number;
  timeZone: string;
  otherTimeZone: string;
  /** Leaves out the reader's own zone, where it is said once for a whole list. */
  isBrief?: boolean;
}) {
  const t = useTranslations('bookingTimes');
  const locale = useLocale();
  const here = { locale, timeZone };
  const there = { locale, timeZone: otherTimeZone };
  const sameDay = localDay(start, timeZone) === localDay(start, otherTimeZone);
  return (
    <>
      <Time at={start} className="block font-semibold first-letter:uppercase">
        {t.rich('when', {
          day: formatDay(start, here, { withYear: true }),
          range: formatRange(start, end, here),
          hours: unbroken,
        })}
      </Time>
      {!isBrief && (
        <span className="text-muted block text-sm">
          {t('inYourZone', { zone: timeZoneName(start, here) })}
        </span>
      )}
      {!sameWallTime(start, timeZone, otherTimeZone) && (
        <span className="text-muted block text-sm">
          {sameDay
            ? t('inOtherZone', { time: formatTime(start, there), zone: timeZoneName(start, there) })
            : t('inOtherZoneOtherDay', {
                time: formatTime(start, there),
                day: formatDay(start, there),
                zone: timeZoneName(start, there),
              })}
        </span>
      )}
    </>
  );
}

function unbroken(text: ReactNode) {
  return <span className="whitespace-nowrap">{text}</span>;
}
