'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

const second = 1000;

/**
 * How long until the room opens, by the server's clock; then the page is asked for again. Without
 * scripts there is nothing of it, and the page asks for itself.
 */
export function JoinCountdown({ opensAt, servedAt }: { opensAt: number; servedAt: number }) {
  const t = useTranslations('joining');
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    const startedMs = performance.now();
    const timer = setInterval(() => {
      const left = opensAt - servedAt - (performance.now() - startedMs);
      setLeftMs(left);
      if (left > 0) return;
      clearInterval(timer);
      window.location.reload();
    }, second);
    return () => clearInterval(timer);
  }, [opensAt, servedAt]);
  if (leftMs === null) return null;
  const seconds = Math.max(0, Math.ceil(leftMs / second));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p role="timer" className="mt-3 text-2xl font-semibold tabular-nums">
      {t('opensIn', { clock })}
    </p>
  );
}
