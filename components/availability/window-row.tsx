'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError, timeClass } from '@/components/ui/field';
import { CloseIcon } from '@/components/ui/icons';
import { shownEnd, type WindowRow as Row } from '@/lib/availability/schema/posted-rows';
import type { WindowProblem } from '@/lib/availability/rules/window-problems';
import { endOfHours } from '@/lib/availability/schema/posted-rows';
import { weekdayName } from './weekday-names';
import { WindowDetails } from './window-details';

/** One open span of a weekday: from, to, and behind a disclosure what few need. */
export function WindowRow({
  row,
  day,
  number,
  problems,
  onChange,
  onRemove,
}: {
  row: Row;
  day: number;
  /** Which of the day's it is, from 1. */
  number: number;
  problems: readonly WindowProblem[];
  onChange: (change: Partial<Row>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('availability');
  const id = useId();
  const weekday = weekdayName(day, useLocale());
  const label = t('row', { weekday, number });
  const hours = problems.find(({ field }) => field === 'start' || field === 'end');
  const time = (field: 'start' | 'end') => ({
    type: 'time',
    name: field,
    'aria-label': t(field === 'start' ? 'rowFrom' : 'rowTo', { row: label }),
    'aria-invalid': hours?.field === field || undefined,
    'aria-describedby': hours ? `${id}-error` : undefined,
    className: `${timeClass} flex-1`,
  });
  return (
    <fieldset aria-label={label} className={`min-w-0 ${row.active ? '' : 'opacity-80'}`}>
      <input type="hidden" name="key" value={row.key} />
      <input type="hidden" name="day" value={day} />
      <div className="flex max-w-sm items-center gap-2">
        <input
          {...time('start')}
          value={row.start}
          onChange={(event) => onChange({ start: event.target.value.slice(0, 5) })}
        />
        <span aria-hidden="true">–</span>
        <input
          {...time('end')}
          value={shownEnd(row.end)}
          onChange={(event) => onChange({ end: endOfHours(event.target.value.slice(0, 5)) })}
        />
        <Button
          variant="ghost"
          size="sm"
          className="noscript:hidden"
          aria-label={t('removeRow', { row: label })}
          onClick={onRemove}
        >
          <CloseIcon />
        </Button>
      </div>
      {hours && (
        <div className="mt-1.5">
          <FieldError id={id}>{t(`problem_${hours.problem}`)}</FieldError>
        </div>
      )}
      <WindowDetails row={row} label={label} problems={problems} onChange={onChange} />
    </fieldset>
  );
}
