'use client';

import { useEffect, useSyncExternalStore } from 'react';
import {
  calendarZoneCookie,
  knownTimeZone,
  noZone,
  timeZoneCookie,
} from '@/kernel/time/zone-names';

/** Set once somebody has picked a zone by hand: from then on it no longer follows the device. */
const chosenCookie = 'tz_chosen';
const yearSeconds = 60 * 60 * 24 * 365;

/** What was chosen on this page, should the browser refuse cookies. */
let chosenHere: string | null = null;
const listeners = new Set<() => void>();

/**
 * The zone in which this browser shows times: the one that was picked, else the device's. Null while
 * the server's HTML is being taken over, so write `useViewerTimeZone() ?? zoneTheServerUsed`.
 */
export function useViewerTimeZone(): string | null {
  return useSyncExternalStore(subscribe, readTimeZone, readNothing);
}

/** Shows all times in `timeZone` from now on, here and on the pages that the server renders. */
export function chooseTimeZone(timeZone: string): void {
  chosenHere = timeZone;
  writeCookie(timeZoneCookie, timeZone);
  writeCookie(chosenCookie, '1');
  for (const listener of listeners) listener();
}

/** Keeps the zone that a mentor's calendar shows beside the mentor's own; null: none. */
export function chooseCalendarZone(timeZone: string | null): void {
  writeCookie(calendarZoneCookie, timeZone ?? noZone);
}

/** Tells the server the viewer's zone for the next page. It draws nothing. */
export function TimeZoneCookie() {
  const timeZone = useViewerTimeZone();
  useEffect(() => {
    if (timeZone !== null && readCookie(timeZoneCookie) !== timeZone) {
      writeCookie(timeZoneCookie, timeZone);
    }
  }, [timeZone]);
  return null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Back from the background, the phone may have landed in another zone.
  document.addEventListener('visibilitychange', listener);
  return () => {
    listeners.delete(listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

function readTimeZone(): string | null {
  const chosen = readCookie(chosenCookie) === '1' ? readCookie(timeZoneCookie) : null;
  return chosenHere ?? knownTimeZone(chosen) ?? deviceTimeZone();
}

function readNothing(): null {
  return null;
}

function deviceTimeZone(): string | null {
  return knownTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function readCookie(name: string): string | null {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

function writeCookie(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${yearSeconds}; samesite=lax${secure}`;
}
