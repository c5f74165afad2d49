'use client';

import { useViewerTimeZone } from '@/components/layout/time-zone-cookie';
import { formatNear, timeZoneCity } from '@/lib/time/format';

/**
 * When a mentor is free next: in the viewer's zone; in the mentor's, and saying so, as long as the
 * viewer's is not known. Two lines in either case, so that nothing moves when it becomes known.
 */
export function NextSlot({
  at,
  now,
  locale,
  mentorTimeZone,
  viewerTimeZone,
  label,
}: {
  /** ISO instant. */
  at: string;
  /** Epoch milliseconds of the server's clock: "today" must be the same day on both sides. */
  now: number;
  locale: string;
  mentorTimeZone: string;
  /** What the server knows of it. */
  viewerTimeZone: string | null;
  label: string;
}) {
  const known = useViewerTimeZone() ?? viewerTimeZone;
  const place = { locale, timeZone: known ?? mentorTimeZone };
  return (
    <div className="min-w-0 text-sm">
      <p className="text-muted truncate">
        {known === null ? `${label} · ${timeZoneCity(place)}` : label}
      </p>
      <p className="truncate font-semibold tabular-nums">
        <time dateTime={at}>{formatNear(Date.parse(at), place, { now })}</time>
      </p>
    </div>
  );
}
