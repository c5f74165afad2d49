'use client';

import { useEffect, useState } from 'react';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import type { TakenTimes } from '@/lib/availability/schema/availability';
import { previewLength } from '@/lib/availability/constants';
import { addDays, type Day } from '@/kernel/time/calendar';
import { sessionNames } from './session-names';

/**
 * What has the mentor's time in the days that the preview shows from `first` on: those that the page came
 * with, or that have been asked for since; null until they are there.
 */
export function useTaken(initial: TakenTimes, first: Day) {
  const [taken, setTaken] = useState(initial);
  const [served, setServed] = useState(initial);
  /** What was asked for last; a new one for each try. */
  const [asked, setAsked] = useState<{ from: Day } | null>(null);
  const [failed, setFailed] = useState<{ from: Day } | null>(null);
  // The server has rendered the page anew: something has been saved.
  if (served !== initial) {
    setServed(initial);
    setTaken(initial);
    setAsked(null);
  }
  const isThere = covers(taken, first);
  if (!isThere && asked?.from !== first && served === initial) setAsked({ from: first });

  useEffect(() => {
    if (asked === null) return undefined;
    const request = new AbortController();
    async function take(wanted: { from: Day }) {
      const found = await read(wanted.from, request.signal);
      // A later reading has taken its place.
      if (request.signal.aborted) return;
      if (found) setTaken(found);
      else setFailed(wanted);
    }
    void take(asked);
    return () => request.abort();
  }, [asked]);

  return {
    taken: isThere ? taken : null,
    hasFailed: !isThere && failed !== null && failed === asked,
    reload: () => setAsked({ from: first }),
  };
}

function covers({ from, to }: TakenTimes, first: Day): boolean {
  return from <= first && addDays(first, previewLength) <= to;
}

/** These days and as many after them; null where the network or the server failed. */
async function read(from: Day, signal: AbortSignal): Promise<TakenTimes | null> {
  const days = { from, to: addDays(from, 2 * previewLength) };
  try {
    const answer = await fetch(`/api/mentor/calendar?${new URLSearchParams(days)}`, { signal });
    if (!answer.ok) return null;
    const calendar = (await answer.json()) as CalendarData;
    const { busy, sessions } = calendar.schedule;
    return { ...days, busy, sessions, names: sessionNames(calendar) };
  } catch {
    return null;
  }
}
