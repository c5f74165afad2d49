'use client';

import { useSyncExternalStore } from 'react';

/**
 * Posts the zone in which the viewer reads times: as the page knows it, else as the device says; empty
 * without JavaScript, as nobody knows then. Never that of somebody else.
 */
export function ZoneField({ known }: { known: string | null }) {
  const device = useSyncExternalStore(neverChanges, deviceTimeZone, nothing);
  return <input type="hidden" name="timeZone" value={known ?? device ?? ''} />;
}

const neverChanges = () => () => undefined;
const nothing = () => null;

function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
