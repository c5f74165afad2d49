'use client';

import { useEffect, useState } from 'react';

export type HoldProgress = 'held' | 'pending' | 'confirmed' | 'over';

/** How often it is asked whether the mail's link was used, in another tab or on another device. */
const everyMs = 5000;

/**
 * What becomes of a hold while its page is looked at, and the time by this device's clock, each second;
 * null before scripts run.
 */
export function useHoldState({
  bookingId,
  requestId,
  expiresAt,
}: {
  bookingId: string;
  requestId: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}): { state: HoldProgress; now: number | null } {
  const [state, setState] = useState<HoldProgress>('held');
  const [now, setNow] = useState<number | null>(null);
  const isOpen = state === 'held';

  useEffect(() => {
    if (!isOpen) return undefined;
    let isLeft = false;
    let asked = 0;
    const ask = async () => {
      asked = Date.now();
      try {
        const query = new URLSearchParams({ request: requestId });
        const answer = await fetch(`/api/holds/${bookingId}?${query.toString()}`);
        if (!answer.ok) return;
        const { state: found } = (await answer.json()) as { state: HoldProgress };
        if (!isLeft) setState(found);
      } catch {
        // No network: it is asked again.
      }
    };
    const tick = () => {
      setNow(Date.now());
      if (Date.now() > expiresAt) setState('over');
      else if (document.visibilityState === 'visible' && Date.now() - asked >= everyMs) void ask();
    };
    tick();
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      isLeft = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [isOpen, bookingId, requestId, expiresAt]);

  return { state, now };
}
