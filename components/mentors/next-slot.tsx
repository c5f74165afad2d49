'use client';

import { useViewerTimeZone } from '@/components/layout/time-zone-cookie';
import { Time } from '@/components/ui/time';
import { formatNear, timeZoneCity } from '@/kernel/time/format';

/**
 * When a mentor is free next: in the viewer's zone; in the mentor's, and saying so, as long as the
 * viewer's is not known. Two lines in either case, so that nothing moves when it becomes known.
 */
export function NextSlot({
  at,
  now,
  locale,
  shownTimeZone,
  isViewers,
  text,
  label,
}: {
  /** Epoch milliseconds, as is `now`. */
  at: number;
  /** By the server's clock: "today" must be the same day on both sides. */
  now: number;
  locale: string;
  /** The zone in which the server wrote `text`. */
  shownTimeZone: string;
  /** Whether that zone is the viewer's, as far as the server knows. */
  isViewers: boolean;
  /**
   * The time as the server wrote it. The browser does not write it again: its time zone data may be
   * of another year (Morocco's differ now), and the page would not match what was sent.
   */
  text: string;
  label: string;
}) {
  const timeZone = useViewerTimeZone();
  const isOwn = isViewers || timeZone !== null;
  return (
    <div className="min-w-0 text-sm">
      <p className="text-muted truncate">
        {isOwn ? label : `${label} · ${timeZoneCity({ locale, timeZone: shownTimeZone })}`}
      </p>
      <p className="truncate font-semibold tabular-nums">
        <Time at={at}>
          {timeZone === null || timeZone === shownTimeZone
            ? text
            : formatNear(at, { locale, timeZone }, { now })}
        </Time>
      </p>
    </div>
  );
}
