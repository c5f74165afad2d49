import { cookies } from 'next/headers';
import { knownTimeZone } from './canonical-zone';
import { sameWallTime } from './format';
import {
  calendarZoneCookie,
  chosenZoneCookie,
  deviceZoneCookie,
  noZone,
  settledZoneCookie,
} from './zone-names';

/**
 * What the browser says of zones: the device's, the one that a visitor picked, and whether it has been
 * settled for the place that the device is in; null where it has not said. Reads the cookies, so it
 * belongs under Suspense or on a page that is rendered for each request.
 */
export async function getBrowserZones() {
  const store = await cookies();
  const zoneIn = (name: string) => {
    const value = store.get(name)?.value;
    return knownTimeZone(value === undefined ? null : decodeZone(value));
  };
  const device = zoneIn(deviceZoneCookie);
  const isSettled = device !== null && zoneIn(settledZoneCookie) === device;
  return { device, chosen: zoneIn(chosenZoneCookie), isSettled };
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
