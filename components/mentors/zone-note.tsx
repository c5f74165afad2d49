'use client';

import { useTranslations } from 'next-intl';
import { useViewerTimeZone } from '@/components/layout/time-zone-cookie';
import { timeZoneName } from '@/kernel/time/format';

/** In whose zone the times of a list are. Its texts come from the namespace `zoneNote`. */
export function ZoneNote({
  now,
  locale,
  viewerTimeZone,
  viewerZoneName,
}: {
  now: number;
  locale: string;
  /** What the server knows of it, and its name as the server writes it. */
  viewerTimeZone: string | null;
  viewerZoneName: string | null;
}) {
  const t = useTranslations('zoneNote');
  const timeZone = useViewerTimeZone();
  const zone =
    timeZone === null || timeZone === viewerTimeZone
      ? viewerZoneName
      : timeZoneName(now, { locale, timeZone });
  return <p className="text-muted text-sm">{zone === null ? t('theirs') : t('yours', { zone })}</p>;
}
