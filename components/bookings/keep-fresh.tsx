'use client';

import { useEffect } from 'react';
import { useRouter } from '@/i18n/router';

/** Often enough to see the other side come in, seldom enough for a slow network. */
const everyMs = 20_000;

/**
 * Reads the page anew while people come in and meet, so that each sees when the other is there and
 * steps appear as they become possible. It draws nothing, and rests while the page is not looked at.
 */
export function KeepFresh({ opensAt, endsAt }: { opensAt: number; endsAt: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Date.now();
      if (now >= opensAt && now <= endsAt + everyMs && !document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [opensAt, endsAt, router]);
  return null;
}
