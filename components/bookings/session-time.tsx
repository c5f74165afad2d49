import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import type { ReadingZone } from '@/lib/bookings/schema/booking';
import {
  formatDay,
  formatRange,
  formatTime,
  localDay,
  sameWallTime,
  timeZoneName,
} from '@/kernel/time/format';

/**
 * When a session is: day and hours in the reader's zone, or in the mentor's, as it says then; and below
 * them the same hours where the other party lives, when clocks differ there.
 */
export function SessionTime({
  startsAt: start,
  endsAt: end,
  timeZone,
  isViewersZone,
  otherTimeZone,
  isBrief = false,
}: ReadingZone & {
  startsAt: number;
  endsAt: number;
  /** Null: nobody knows it yet. */
  otherTimeZone: string | null;
  /** Leaves out the zone, where it is said once for a whole list. */
  isBrief?: boolean;
}) {
  const t = useTranslations('bookingTimes');
  const locale = useLocale();
  const here = { locale, timeZone };
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
          {t(isViewersZone ? 'inYourZone' : 'inMentorsZone', { zone: timeZoneName(start, here) })}
        </span>
      )}
      {otherTimeZone !== null && !sameWallTime(start, timeZone, otherTimeZone) && (
        <span className="text-muted block text-sm">
          <OtherTime start={start} timeZone={timeZone} otherTimeZone={otherTimeZone} />
        </span>
      )}
    </>
  );
}

/** The start on the other party's clock, with the day where that differs. */
function OtherTime({
  start,
  timeZone,
  otherTimeZone,
}: {
  start: number;
  timeZone: string;
  otherTimeZone: string;
}) {
  const t = useTranslations('bookingTimes');
  const there = { locale: useLocale(), timeZone: otherTimeZone };
  const [time, zone] = [formatTime(start, there), timeZoneName(start, there)];
  return localDay(start, timeZone) === localDay(start, otherTimeZone)
    ? t('inOtherZone', { time, zone })
    : t('inOtherZoneOtherDay', { time, zone, day: formatDay(start, there) });
}

function unbroken(text: ReactNode) {
  return <span className="whitespace-nowrap">{text}</span>;
}
