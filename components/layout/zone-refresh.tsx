'use client';

import { useEffect, useRef } from 'react';
import { useRouter } from '@/i18n/navigation';
import { useViewerTimeZone } from './time-zone-cookie';

/**
 * Asks for the page again, once, when the server has written its times in another zone than the
 * browser's: on a first visit it could not know. The cookie that tells it is set by then.
 */
export function ZoneRefresh({ renderedIn }: { renderedIn: string }) {
  const router = useRouter();
  const timeZone = useViewerTimeZone();
  const asked = useRef(false);
  useEffect(() => {
    if (timeZone === null || timeZone === renderedIn || asked.current) return;
    asked.current = true;
    router.refresh();
  }, [timeZone, renderedIn, router]);
  return null;
}
