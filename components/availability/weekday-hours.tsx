'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import type { WindowRow as Row } from '@/lib/availability/schema/posted-rows';
import type { WindowProblem } from '@/lib/availability/rules/window-problems';
import { CopyDay } from './copy-day';
import { weekdayName } from './weekday-names';
import { WindowRow } from './window-row';
import { spareRow } from './window-rows';

/**
 * A weekday with its open hours: beside its name where the form is wide enough for two times in full,
 * whatever the page is.
 */
export function WeekdayHours({
  day,
  rows,
  problemsOf,
  onChange,
  onRemove,
  onAdd,
  onCopy,
}: {
  day: number;
  rows: readonly Row[];
  problemsOf: (key: string) => WindowProblem[];
  onChange: (key: string, change: Partial<Row>) => void;
  onRemove: (key: string) => void;
  onAdd: () => void;
  onCopy: (days: number[]) => void;
}) {
  const t = useTranslations('availability');
  const headingId = useId();
  const weekday = weekdayName(day, useLocale());
  const spare = spareRow(day, rows);
  return (
    <section
      aria-labelledby={headingId}
      className="grid gap-x-4 gap-y-2 border-t py-4 grid-cols-[auto_minmax(0,1fr)] @min-[42rem]:grid-cols-[7.5rem_minmax(0,1fr)_auto]"
    >
      <h3
        id={headingId}
        className="self-center whitespace-nowrap font-sans text-base font-semibold tracking-normal @min-[42rem]:self-start @min-[42rem]:pt-3"
      >
        {weekday}
      </h3>
      <div className="flex flex-wrap items-start justify-end gap-1 @min-[42rem]:order-1 noscript:hidden">
        <Button variant="ghost" size="sm" aria-label={t('addHoursOn', { weekday })} onClick={onAdd}>
          {t('addHours')}
        </Button>
        {rows.length > 0 && <CopyDay day={day} onCopy={onCopy} />}
      </div>
      <div className="col-span-2 flex flex-col gap-2 @min-[42rem]:col-span-1">
        {rows.length === 0 && (
          <p className="text-muted @min-[42rem]:py-3 noscript:hidden">{t('dayOff')}</p>
        )}
        {rows.map((row, index) => (
          <WindowRow
            key={row.key}
            row={row}
            day={day}
            number={index + 1}
            problems={problemsOf(row.key)}
            onChange={(change) => onChange(row.key, change)}
            onRemove={() => onRemove(row.key)}
          />
        ))}
        {/* Without script a row to fill in takes the place of the button that adds one. */}
        <div className="hidden noscript:block">
          <WindowRow
            key={spare.key}
            row={spare}
            day={day}
            number={rows.length + 1}
            problems={[]}
            onChange={() => undefined}
            onRemove={() => undefined}
          />
        </div>
      </div>
    </section>
  );
}
