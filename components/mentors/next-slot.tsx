import { useLocale, useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import { formatNear, timeZoneCity } from '@/kernel/time/format';
import { DOT } from '@/kernel/dot';

/**
 * When a mentor is free next: in the viewer's zone; in the mentor's, and saying so, as long as the
 * viewer's is not known.
 */
export function NextSlot({
  at,
  now,
  mentorTimeZone,
  viewerTimeZone,
}: {
  /** Epoch milliseconds, as is `now`. */
  at: number;
  now: number;
  mentorTimeZone: string;
  viewerTimeZone: string | null;
}) {
  const t = useTranslations('mentorCard');
  const place = { locale: useLocale(), timeZone: viewerTimeZone ?? mentorTimeZone };
  return (
    <div className="min-w-0 text-sm">
      <p className="text-muted truncate">
        {viewerTimeZone === null ? `${t('nextFree')}${DOT}${timeZoneCity(place)}` : t('nextFree')}
      </p>
      <p className="truncate font-semibold tabular-nums">
        <Time at={at}>{formatNear(at, place, { now })}</Time>
      </p>
    </div>
  );
}
