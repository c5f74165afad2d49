'use client';

import { useTranslations } from 'next-intl';
import { useViewerTimeZone } from '@/components/layout/time-zone-cookie';
import { timeZoneName } from '@/lib/time/format';

/** In whose zone the times of a list are. Its texts come from the namespace `zoneNote`. */
export function ZoneNote({
  now,
  locale,
  viewerTimeZone,
}: {
  now: number;
  locale: string;
  viewerTimeZone: string | null;
}) {
  const t = useTranslations('zoneNote');
  const timeZone = useViewerTimeZone() ?? viewerTimeZone;
  return (
    <p className="text-muted text-sm">
      {timeZone === null
        ? t('theirs')
        : t('yours', { zone: timeZoneName(now, { locale, timeZone }) })}
    </p>
  );
}
