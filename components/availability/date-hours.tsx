'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { OverrideRange } from '@/domain/availability';
import { Button } from '@/components/ui/button';
import { controlClass, FieldError, timeClass } from '@/components/ui/field';
import { endOfHours, readSeats, shownEnd, shownSeats } from '@/lib/availability/schema/posted-rows';
import type { WindowProblem } from '@/lib/availability/rules/window-problems';
import { mostSeats } from '@/lib/availability/constants';

export interface HoursRow extends OverrideRange {
  key: string;
}

/** Two to begin with, so that a morning and an afternoon can be given without script too. */
const emptyRows: HoursRow[] = [
  { key: 'first', start: '09:00', end: '12:00', capacity: null },
  { key: 'second', start: '', end: '', capacity: null },
];

/** The rows as a form has sent them, else those to begin with. */
export function readHours(values: Record<string, string[]>): HoursRow[] {
  const starts = values['start'];
  if (!starts) return emptyRows;
  return starts.map((start, row) => ({
    key: `sent-${String(row)}`,
    start,
    end: endOfHours(values['end']?.[row] ?? ''),
    capacity: readSeats(values['capacity']?.[row] ?? ''),
  }));
}

/** The open hours of single dates. */
export function DateHours({
  rows,
  problems,
  onChange,
}: {
  rows: readonly HoursRow[];
  problems: readonly { row: number; problem: WindowProblem['problem'] }[];
  onChange: (rows: HoursRow[]) => void;
}) {
  const t = useTranslations('availability');
  const change = (key: string, values: Partial<HoursRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...values } : row)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-semibold">{t('hours')}</legend>
      {rows.map((row, index) => (
        <HoursFields
          key={row.key}
          row={row}
          number={index + 1}
          problem={problems.find((candidate) => candidate.row === index)?.problem}
          onChange={(values) => change(row.key, values)}
        />
      ))}
      <p className="text-muted text-sm">{t('hoursHint')}</p>
      <div className="noscript:hidden">
        <Button
          variant="secondary"
          size="sm"
          onClick={() =>
            onChange([
              ...rows,
              { key: `added-${String(rows.length)}`, start: '', end: '', capacity: null },
            ])
          }
        >
          {t('addHours')}
        </Button>
      </div>
    </fieldset>
  );
}

function HoursFields({
  row,
  number,
  problem,
  onChange,
}: {
  row: HoursRow;
  number: number;
  problem: WindowProblem['problem'] | undefined;
  onChange: (values: Partial<HoursRow>) => void;
}) {
  const t = useTranslations('availability');
  const id = useId();
  const label = t('hoursNumber', { number });
  const shared = {
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-error` : undefined,
  };
  return (
    <fieldset aria-label={label} className="min-w-0">
      <div className="flex items-center gap-2">
        <input
          {...shared}
          type="time"
          name="start"
          aria-label={t('rowFrom', { row: label })}
          className={timeClass}
          value={row.start}
          onChange={(event) => onChange({ start: event.target.value.slice(0, 5) })}
        />
        <span aria-hidden="true">–</span>
        <input
          {...shared}
          type="time"
          name="end"
          aria-label={t('rowTo', { row: label })}
          className={timeClass}
          value={shownEnd(row.end)}
          onChange={(event) => onChange({ end: endOfHours(event.target.value.slice(0, 5)) })}
        />
        <input
          {...shared}
          type="number"
          inputMode="numeric"
          name="capacity"
          min={1}
          max={mostSeats}
          aria-label={t('rowSeatsOf', { row: label })}
          title={t('rowSeats')}
          className={`${controlClass} max-w-20 min-w-0 px-3 tabular-nums`}
          value={shownSeats(row.capacity)}
          onChange={(event) => onChange({ capacity: readSeats(event.target.value) })}
        />
      </div>
      {problem && (
        <div className="mt-1.5">
          <FieldError id={id}>{t(`problem_${problem}`)}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
