'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ZonePicker } from '@/components/forms/zone-picker';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { readSeats, shownSeats, type WindowRow } from '@/lib/availability/schema/posted-rows';
import type { WindowProblem } from '@/lib/availability/rules/window-problems';
import { mostSeats } from '@/lib/availability/constants';
import { knownDay, noonOf } from '@/kernel/time/calendar';
import { formatDayShort, timeZoneCity } from '@/kernel/time/format';
import { DOT } from '@/kernel/dot';

/** Zone, seats, first and last date, and whether it counts: closed, it says what differs from usual. */
export function WindowDetails({
  row,
  label,
  problems,
  onChange,
}: {
  row: WindowRow;
  label: string;
  problems: readonly WindowProblem[];
  onChange: (change: Partial<WindowRow>) => void;
}) {
  const t = useTranslations('availability');
  const unusual = useUnusual(row);
  const [isOpen, setIsOpen] = useState(false);
  const errorOf = (field: WindowProblem['field']) => {
    const problem = problems.find((candidate) => candidate.field === field)?.problem;
    return problem && t(`problem_${problem}`);
  };
  const hasError = problems.some(({ field }) => field !== 'start' && field !== 'end');
  return (
    <details
      className="group"
      open={hasError || undefined}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="text-muted hover:text-ink inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-sm text-sm">
        <ChevronDownIcon className="reacts size-4 group-open:rotate-180" />
        <span className="sr-only">{label}</span>
        {unusual || t('more')}
      </summary>
      <div className="bg-sunken mb-2 grid gap-4 rounded-md p-4 sm:grid-cols-2">
        <ZonePicker
          label={t('rowZone')}
          description={t('rowZoneHint')}
          name="timeZone"
          defaultValue={row.timeZone ?? ''}
          error={errorOf('timeZone')}
          isShown={isOpen}
          onPick={(timeZone) => onChange({ timeZone: timeZone || null })}
        />
        <TextField
          label={t('rowSeats')}
          description={t('rowSeatsHint')}
          error={errorOf('capacity')}
          name="capacity"
          type="number"
          inputMode="numeric"
          min={1}
          max={mostSeats}
          value={shownSeats(row.capacity)}
          onChange={(event) => onChange({ capacity: readSeats(event.target.value) })}
        />
        <TextField
          label={t('rowFirst')}
          error={errorOf('firstOn')}
          name="firstOn"
          type="date"
          value={row.firstOn ?? ''}
          onChange={(event) => onChange({ firstOn: event.target.value || null })}
        />
        <TextField
          label={t('rowLast')}
          error={errorOf('lastOn')}
          name="lastOn"
          type="date"
          value={row.lastOn ?? ''}
          onChange={(event) => onChange({ lastOn: event.target.value || null })}
        />
        <Select
          label={t('rowActive')}
          name="active"
          value={row.active ? 'on' : 'off'}
          onChange={(event) => onChange({ active: event.target.value === 'on' })}
        >
          <option value="on">{t('rowOn')}</option>
          <option value="off">{t('rowOff')}</option>
        </Select>
      </div>
    </details>
  );
}

/** "Paused · 3 seats · Paris · from Tue 8 Dec": empty when all is as usual. */
function useUnusual({ active, capacity, timeZone, firstOn, lastOn }: WindowRow): string {
  const t = useTranslations('availability');
  const locale = useLocale();
  const day = (date: string) => formatDayShort(noonOf(date), { locale, timeZone: 'UTC' });
  return [
    !active && t('paused'),
    capacity !== null && t('seats', { count: capacity }),
    timeZone !== null && timeZoneCity({ locale, timeZone }),
    firstOn !== null && knownDay(firstOn) && t('fromDay', { day: day(firstOn) }),
    lastOn !== null && knownDay(lastOn) && t('untilDay', { day: day(lastOn) }),
  ]
    .filter((text) => typeof text === 'string')
    .join(DOT);
}
