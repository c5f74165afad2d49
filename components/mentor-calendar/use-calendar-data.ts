'use client';

import { useEffect, useState } from 'react';
import { daysAround, type Days } from '@/lib/bookings/rules/calendar-days';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';

export interface VisibleRange {
  /** Epoch milliseconds. */
  from: number;
  to: number;
}

/**
 * The calendar's data for the days that are looked at, and as many on either side, so that the next
 * page is there before it is turned to. What was read before stays until something newer has come.
 */
export function useCalendarData(initial: CalendarData, shown: Days) {
  const [data, setData] = useState(initial);
  const [served, setServed] = useState(initial);
  /** The days that were asked for last; null before there was a need. */
  const [asked, setAsked] = useState<Days | null>(null);
  const [failed, setFailed] = useState<Days | null>(null);
  // The server has rendered the page anew.
  if (served !== initial) {
    setServed(initial);
    if (covered(initial.days, shown)) setData(initial);
  }
  const isThere = covered(data.days, shown);
  if (!isThere && !(asked && covered(asked, shown))) setAsked(daysAround(shown));

  useEffect(() => {
    if (asked === null) return undefined;
    const request = new AbortController();
    async function take(days: Days) {
      const next = await read(days, request.signal);
      // A later reading has taken its place.
      if (request.signal.aborted) return;
      if (next) setData(next);
      else setFailed(days);
    }
    void take(asked);
    return () => request.abort();
  }, [asked]);

  return {
    data,
    hasFailed: failed !== null && failed === asked,
    isLoading: !isThere && failed !== asked,
    reload: () => setAsked(daysAround(shown)),
  };
}

/** Null where the network or the server failed. */
async function read(days: Days, signal: AbortSignal): Promise<CalendarData | null> {
  try {
    const asked = new URLSearchParams({ ...days });
    const answer = await fetch(`/api/mentor/calendar?${asked}`, { signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Whether all of the range has been read. */
export function covers(data: CalendarData, { from, to }: VisibleRange): boolean {
  return data.from <= from && to <= data.to;
}

function covered(days: Days, { from, to }: Days): boolean {
  return days.from <= from && to <= days.to;
}
