'use client';

import { useLocale, useTranslations } from 'next-intl';
import { timeZoneCity, timeZoneName } from '@/kernel/time/format';
import { minutesAhead } from '@/kernel/time/local-days';
import { ChangeZone } from './change-zone';

/** In which zone the times above are, and what the clock shows then where the mentor is. */
export function ZoneLine({
  at,
  timeZone,
  isViewersZone,
  mentorName,
  mentorTimeZone,
  from,
}: {
  /** The instant that it is said for: offsets change with the clocks. */
  at: number;
  timeZone: string;
  isViewersZone: boolean;
  mentorName: string;
  mentorTimeZone: string;
  /** The page that this stands on, to come back to without JavaScript. */
  from: string;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const zone = timeZoneName(at, { locale, timeZone });
  const city = timeZoneCity({ locale, timeZone: mentorTimeZone });
  const ahead = minutesAhead(at, timeZone, mentorTimeZone);
  const apart = Math.abs(ahead);

  return (
    <div className="text-muted mt-4 flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
      <p className="min-w-0 flex-1 basis-52">
        {!isViewersZone
          ? t('zoneOfMentor', { zone, name: mentorName })
          : ahead === 0
            ? t('zoneSame', { zone })
            : t('zoneApart', {
                zone,
                city,
                hours: Math.floor(apart / 60),
                minutes: apart % 60,
                direction: ahead > 0 ? 'later' : 'earlier',
              })}
      </p>
      <ChangeZone timeZone={timeZone} from={from} />
    </div>
  );
}
