'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { commonTimeZones } from '@/kernel/time/common-zones';
import { timeZoneCity } from '@/kernel/time/format';

/** A zone beside the mentor's own. */
export function SecondZone({
  zone,
  onChange,
}: {
  zone: string | null;
  onChange: (zone: string | null) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const zones: string[] = [...commonTimeZones];
  if (zone !== null && !zones.includes(zone)) zones.push(zone);
  const options = zones
    .map((timeZone) => ({ timeZone, city: timeZoneCity({ locale, timeZone }) }))
    .toSorted((one, other) => one.city.localeCompare(other.city, locale));
  return (
    <Select
      label={t('secondZone')}
      value={zone ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{t('noSecondZone')}</option>
      {options.map(({ timeZone, city }) => (
        <option key={timeZone} value={timeZone}>
          {city}
        </option>
      ))}
    </Select>
  );
}
