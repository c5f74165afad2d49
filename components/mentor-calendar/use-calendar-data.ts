'use client';

import { useRef, useState } from 'react';
import { type CalendarData, longestCalendarDays } from '@/lib/bookings/schema/mentor-calendar';

export interface VisibleRange {
  /** Epoch milliseconds. */
  from: number;
  to: number;
}

/**
 * The calendar's data for the range that is looked at, and as much on either side, so that the next
 * page is there before it is turned to. What was read before stays until something newer has come.
 */
export function useCalendarData(initial: CalendarData) {
  const [data, setData] = useState(initial);
  const [state, setState] = useState<'idle' | 'refreshing' | 'loading' | 'failed'>('idle');
  const latest = useRef<AbortController | null>(null);
  const shown = useRef<VisibleRange | null>(null);

  async function read({ from, to }: VisibleRange) {
    latest.current?.abort();
    const request = new AbortController();
    latest.current = request;
    // What is there already is shown as it is while it is read again.
    setState(covers(data, { from, to }) ? 'refreshing' : 'loading');
    const length = to - from;
    const room = Math.max(0, longestCalendarDays * 86_400_000 - length) / 2;
    const beside = Math.min(length, room);
    const asked = new URLSearchParams({
      from: new Date(from - beside).toISOString(),
      to: new Date(to + beside).toISOString(),
    });
    try {
      const answer = await fetch(`/api/mentor/calendar?${asked}`, { signal: request.signal });
      if (!answer.ok) throw new Error(`the calendar answered ${answer.status}`);
      const next: CalendarData = await answer.json();
      if (latest.current !== request) return;
      setData(next);
      setState('idle');
    } catch {
      // A later reading has taken this one's place, or the network has failed: that is said.
      if (latest.current === request) setState('failed');
    }
  }

  return {
    data,
    state,
    show: (range: VisibleRange) => {
      const before = shown.current;
      shown.current = range;
      const isFirst = before === null && covers(data, range);
      const isSame = before?.from === range.from && before.to === range.to;
      if (!isFirst && !isSame) void read(range);
    },
    reload: () => {
      if (shown.current) void read(shown.current);
    },
  };
}

/** Whether all of the range has been read. */
export function covers(data: CalendarData, { from, to }: VisibleRange): boolean {
  return data.from <= from && to <= data.to;
}
