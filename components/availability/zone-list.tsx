'use client';

import { useLocale } from 'next-intl';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import { commonTimeZones } from '@/kernel/time/common-zones';
import { timeZoneCity } from '@/kernel/time/format';

/** What fields for a zone's name point at with `list`. */
export const zoneListId = 'time-zones';

/** Suggestions for zones: a short list in the page, all of them once the browser can name them. */
export function ZoneList() {
  const locale = useLocale();
  const zones = useIsInteractive() ? Intl.supportedValuesOf('timeZone') : commonTimeZones;
  return (
    <datalist id={zoneListId}>
      {zones.map((timeZone) => (
        <option key={timeZone} value={timeZone} label={timeZoneCity({ locale, timeZone })} />
      ))}
    </datalist>
  );
}
