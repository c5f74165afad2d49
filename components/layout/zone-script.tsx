'use client';

import { zoneScript } from './inline';

/**
 * Tells the server the zone of the device, with this page and those that follow. It draws nothing. Where
 * the browser renders the whole page by itself (after an error), inline scripts do not run, nor need to.
 */
export function ZoneScript() {
  return (
    <script
      type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: zoneScript }}
    />
  );
}
