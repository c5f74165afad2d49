'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import { Select } from '@/components/ui/select';
import { commonTimeZones } from '@/lib/time/common-zones';
import { timeZoneCity } from '@/lib/time/format';
import type { View } from './calendar-entries';

/** Turning pages, choosing a view, and a second zone beside the mentor's own. */
export function CalendarToolbar({
  title,
  view,
  secondZone,
  onView,
  onTurn,
  onSecondZone,
  onTimeOff,
}: {
  title: string;
  view: View;
  secondZone: string | null;
  onView: (view: View) => void;
  onTurn: (to: 'prev' | 'today' | 'next') => void;
  onSecondZone: (zone: string | null) => void;
  onTimeOff: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  return (
    <div className="flex flex-col gap-3 pb-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-2xl" aria-live="polite">
          {title}
        </h2>
        <Button onClick={onTimeOff}>{t('addTimeOff')}</Button>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="flex gap-2">
          <Button
            variant="secondary"
            size="sm"
            aria-label={t('previous')}
            onClick={() => onTurn('prev')}
          >
            <ChevronLeftIcon />
          </Button>
          <Button variant="secondary" size="sm" onClick={() => onTurn('today')}>
            {t('today')}
          </Button>
          <Button
            variant="secondary"
            size="sm"
            aria-label={t('next')}
            onClick={() => onTurn('next')}
          >
            <ChevronRightIcon />
          </Button>
        </div>
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t('view')}</legend>
          {(['day', 'week', 'month', 'list'] as const).map((name) => (
            <Button
              key={name}
              size="sm"
              variant={name === view ? 'primary' : 'ghost'}
              aria-pressed={name === view}
              onClick={() => onView(name)}
            >
              {t(name)}
            </Button>
          ))}
        </fieldset>
        <SecondZone zone={secondZone} onChange={onSecondZone} />
      </div>
    </div>
  );
}

function SecondZone({
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
