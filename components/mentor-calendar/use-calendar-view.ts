'use client';

import { useSearchParams } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import {
  calendarPath,
  type CalendarView,
  calendarViewCookie,
  daysShown,
  knownView,
  turnedDay,
} from '@/lib/bookings/rules/calendar-days';
import { type Day, knownDay } from '@/kernel/time/calendar';

/** Null in the server's HTML and while it is taken over. */
type Width = 'narrow' | 'wide' | null;

/** A phone starts with the list: what else there is does not fit, or weighs too much to come first. */
const firstViews = { narrow: 'list', wide: 'week' } as const;
const yearSeconds = 60 * 60 * 24 * 365;

/** Which view of the calendar is shown, and of which days: by the address, which follows what is chosen. */
export function useCalendarView({
  remembered,
  today,
}: {
  remembered: CalendarView | null;
  today: Day;
}) {
  const asked = useSearchParams();
  const width = useWidth();
  const chosen = knownView(asked.get('view')) ?? remembered;
  const view = chosen ?? firstViews[width ?? 'wide'];
  const day = knownDay(asked.get('day')) ?? today;
  const isNarrow = width === 'narrow';

  function go(next: { view?: CalendarView; day?: Day }) {
    const to = { view: next.view ?? chosen, day: next.day ?? knownDay(asked.get('day')) };
    window.history.replaceState(null, '', calendarPath(to).replace(/^[^?]*/, location.pathname));
    if (next.view) remember(next.view);
  }

  return {
    width,
    /** What was asked for; null: what fits. */
    chosen,
    view,
    day,
    days: daysShown(view, day, { isNarrow }),
    turned: (by: -1 | 1) => turnedDay(view, day, { by, isNarrow }),
    go,
  };
}

function remember(view: CalendarView) {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${calendarViewCookie}=${view}; path=/; max-age=${yearSeconds}; samesite=lax${secure}`;
}

function useWidth(): Width {
  return useSyncExternalStore(subscribe, readWidth, readNothing);
}

const wide = '(width >= 48rem)';

function subscribe(listener: () => void) {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function readWidth(): Width {
  return window.matchMedia(wide).matches ? 'wide' : 'narrow';
}

function readNothing(): null {
  return null;
}
