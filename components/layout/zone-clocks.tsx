'use client';

import { serveClocks, type ServedClocks } from '@/kernel/time/served-clocks';

/**
 * Lets the browser go by the server's clocks in these zones, in all that is drawn after it. It draws
 * nothing, and the same clocks again change nothing.
 */
export function ZoneClocks({ clocks }: { clocks: ServedClocks }) {
  if (typeof window !== 'undefined') serveClocks(clocks);
  return null;
}
