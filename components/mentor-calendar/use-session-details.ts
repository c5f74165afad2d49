'use client';

import { useEffect, useState } from 'react';
import type { BookingDetail } from '@/lib/bookings/schema/booking';

/** The bookings of a session, read when its panel opens and again after each change; key it by the session. */
export function useSessionDetails(sessionId: string) {
  const [bookings, setBookings] = useState<BookingDetail[] | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [asked, setAsked] = useState({ sessionId });

  useEffect(() => {
    const request = new AbortController();
    async function read() {
      try {
        const answer = await fetch(`/api/mentor/calendar/sessions/${asked.sessionId}`, {
          signal: request.signal,
        });
        if (!answer.ok) throw new Error(`the session answered ${String(answer.status)}`);
        const next: BookingDetail[] = await answer.json();
        setBookings(next);
        setHasFailed(false);
      } catch {
        if (!request.signal.aborted) setHasFailed(true);
      }
    }
    void read();
    return () => request.abort();
  }, [asked]);

  return { bookings, hasFailed, reload: () => setAsked({ sessionId }) };
}
