import { cookies } from 'next/headers';
import { sameWallTime } from './format';
import { calendarZoneCookie, knownTimeZone, noZone, timeZoneCookie } from './zone-names';

/**
 * The zone in which the viewer reads times, as their browser last said, or null for a first visit.
 * Reads the cookies, so it belongs under Suspense or on a page that is rendered for each request.
 */
export async function getViewerTimeZone(): Promise<string | null> {
  const value = (await cookies()).get(timeZoneCookie)?.value;
  return knownTimeZone(value === undefined ? null : decodeZone(value));
}

/**
 * The zone that a mentor's calendar shows beside its own: the one that was chosen, else the viewer's
 * where it differs at `now`. Null: none.
 */
export async function getSecondTimeZone({
  timeZone,
  viewerTimeZone,
  now,
}: {
  timeZone: string;
  viewerTimeZone: string;
  /** Epoch milliseconds. */
  now: number;
}): Promise<string | null> {
  const value = (await cookies()).get(calendarZoneCookie)?.value;
  const chosen = value === undefined ? null : decodeZone(value);
  if (chosen === noZone) return null;
  const isSame = sameWallTime(now, timeZone, viewerTimeZone);
  return knownTimeZone(chosen) ?? (isSame ? null : viewerTimeZone);
}

/** Cookie values written by scripts arrive percent-encoded or not, depending on who wrote them. */
function decodeZone(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
