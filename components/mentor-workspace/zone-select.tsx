'use client';

import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import { commonTimeZones } from '@/kernel/time/common-zones';
import { timeZoneCity } from '@/kernel/time/format';

/** A time zone to choose: a short list in the page, all zones once the browser can name them. */
export function ZoneSelect({
  defaultValue,
  ...rest
}: Omit<ComponentProps<typeof Select>, 'defaultValue' | 'children'> & { defaultValue: string }) {
  const locale = useLocale();
  const isInteractive = useIsInteractive();
  const zones: readonly string[] = isInteractive
    ? Intl.supportedValuesOf('timeZone')
    : commonTimeZones;
  const listed = zones.includes(defaultValue) ? zones : [defaultValue, ...zones];
  const options = listed
    .map((zone) => ({ zone, city: timeZoneCity({ locale, timeZone: zone }) }))
    .toSorted((a, b) => a.city.localeCompare(b.city, locale));
  return (
    <Select {...rest} key={defaultValue} defaultValue={defaultValue}>
      {options.map(({ zone, city }) => (
        <option key={zone} value={zone}>
          {city}
        </option>
      ))}
    </Select>
  );
}
