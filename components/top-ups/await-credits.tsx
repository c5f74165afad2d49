'use client';

import { useEffect } from 'react';
import { useRouter } from '@/i18n/router';

/** Stripe tells us within seconds; after two minutes somebody would have to look into it. */
const everyMs = 3000;
const mostTimes = 40;

/** Reads the page anew until what was paid for is there. It draws nothing. */
export function AwaitCredits() {
  const router = useRouter();
  useEffect(() => {
    let times = 0;
    const timer = setInterval(() => {
      if (document.hidden) return;
      times += 1;
      if (times >= mostTimes) clearInterval(timer);
      router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
