import { cookies } from 'next/headers';
import { knownTimeZone, timeZoneCookie } from './zone-names';

/**
 * The zone in which the viewer reads times, as their browser last said, or null for a first visit.
 * Reads the cookies, so it belongs under Suspense or on a page that is rendered for each request.
 */
export async function getViewerTimeZone(): Promise<string | null> {
  const value = (await cookies()).get(timeZoneCookie)?.value;
  return knownTimeZone(value === undefined ? null : decodeZone(value));
}

/** Cookie values written by scripts arrive percent-encoded or not, depending on who wrote them. */
function decodeZone(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
