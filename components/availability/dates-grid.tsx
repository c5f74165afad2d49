'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { WeekdayHeader } from '@/components/slots/weekday-header';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import { dayAfterKey } from '@/components/ui/day-after-key';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import type { AvailabilityView } from '@/lib/availability/schema/availability';
import { addMonths, type Day, type Month, monthOf, noonOf, weeksOf } from '@/kernel/time/calendar';
import { formatMonth } from '@/kernel/time/format';
import { DateCell, DateMark } from './date-cell';

/** How far ahead dates can be set. */
const mostMonths = 24;

/**
 * A month of dates to tick, any number of them in any months. Each is a checkbox, so it works before
 * script; with it the arrow keys move by day and week, and Page Up and Down by month.
 */
export function DatesGrid({
  first,
  today,
  overrides,
  chosen,
  onChoose,
}: {
  first: Month;
  today: Day;
  overrides: AvailabilityView['overrides'];
  chosen: readonly Day[];
  onChoose: (dates: Day[]) => void;
}) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const headingId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const isInteractive = useIsInteractive();
  const [month, setMonth] = useState(first);
  const [cursor, setCursor] = useState<Day | null>(null);
  const byDate = new Map(overrides.map((override) => [override.date, override]));
  const firstDay = month === monthOf(today) ? today : `${month}-01`;
  const tabStop = cursor !== null && monthOf(cursor) === month ? cursor : firstDay;
  const elsewhere = chosen.filter((date) => monthOf(date) !== month);

  function onKeyDown(event: KeyboardEvent) {
    const target = dayAfterKey(event.key, tabStop);
    if (target === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (target < today || monthOf(target) > addMonths(monthOf(today), mostMonths)) return;
    setMonth(monthOf(target));
    setCursor(target);
    // The cell may be of a month that is drawn only after this.
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`input[value="${target}"]`)?.focus(),
    );
  }

  const toggle = (date: Day, isOn: boolean) =>
    onChoose(isOn ? [...chosen, date] : chosen.filter((other) => other !== date));

  return (
    <div className="max-w-form">
      {elsewhere.map((date) => (
        <input key={date} type="hidden" name="date" value={date} />
      ))}
      <div className="mb-2 flex items-center justify-between">
        <MonthStep
          to={month > monthOf(today) ? addMonths(month, -1) : null}
          label={t('previousMonth')}
          isInteractive={isInteractive}
          onStep={setMonth}
        />
        <h3
          id={headingId}
          aria-live="polite"
          className="font-sans text-base font-semibold tracking-normal first-letter:uppercase"
        >
          {formatMonth(noonOf(`${month}-15`), { locale, timeZone: 'UTC' })}
        </h3>
        <MonthStep
          to={month < addMonths(monthOf(today), mostMonths) ? addMonths(month, 1) : null}
          label={t('nextMonth')}
          isInteractive={isInteractive}
          onStep={setMonth}
          isNext
        />
      </div>
      <table
        ref={grid}
        role="grid"
        aria-labelledby={headingId}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        className="week-wide table-fixed text-center tabular-nums"
      >
        <WeekdayHeader />
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((cell) => cell !== null)}>
              {week.map((date, index) =>
                date === null ? (
                  // An empty place has no date to be its key.
                  <td key={`empty ${String(index)}`}> </td>
                ) : (
                  <DateCell
                    key={date}
                    date={date}
                    override={byDate.get(date)}
                    isPast={date < today}
                    isToday={date === today}
                    isChosen={chosen.includes(date)}
                    tabIndex={isInteractive ? (date === tabStop ? 0 : -1) : undefined}
                    onFocus={() => setCursor(date)}
                    onToggle={(isOn) => toggle(date, isOn)}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-muted mt-2 flex flex-wrap gap-x-4 text-sm">
        <span>
          <DateMark kind="closed" /> {t('markClosed')}
        </span>
        <span>
          <DateMark kind="hours" /> {t('markHours')}
        </span>
      </p>
      {elsewhere.length > 0 && (
        <p className="mt-1 text-sm">{t('chosenElsewhere', { count: elsewhere.length })}</p>
      )}
    </div>
  );
}

/** A link before script, which asks for the page with that month. */
function MonthStep({
  to,
  label,
  isInteractive,
  onStep,
  isNext = false,
}: {
  to: Month | null;
  label: string;
  isInteractive: boolean;
  onStep: (month: Month) => void;
  isNext?: boolean;
}) {
  const icon = isNext ? <ChevronRightIcon /> : <ChevronLeftIcon />;
  if (to !== null && !isInteractive) {
    return (
      <a
        href={`?month=${to}#dates`}
        aria-label={label}
        className={buttonClass({ variant: 'ghost', size: 'sm' })}
      >
        {icon}
      </a>
    );
  }
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label={label}
      disabled={to === null}
      onClick={() => to !== null && onStep(to)}
    >
      {icon}
    </Button>
  );
}
