'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { dayAfterKey } from '@/components/ui/day-after-key';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import { monthOf, noonOf, weeksOf, type Day } from '@/kernel/time/calendar';
import { formatMonth } from '@/kernel/time/format';
import { DayCell } from './day-cell';
import { focusOnArrival } from './focus-on-arrival';
import { MonthLink } from './month-link';
import { WeekdayHeader } from './weekday-header';

export interface MonthCalendarProps {
  month: string;
  previous: string | null;
  next: string | null;
  /** How many free slots each day has; days without are missing. */
  counts: ReadonlyMap<Day, number>;
  day: Day | null;
  today: Day;
  isPending: boolean;
  hrefOf: (choice: { month: string; day?: Day }) => string;
  onDay: (day: Day) => void;
  onMonth: (month: string) => void;
}

/**
 * A month whose free days are links, after the grid pattern of the ARIA Authoring Practices: one tab
 * stop, arrow keys by day and week, Home and End within the week, Page Up and Down by month. Before
 * JavaScript each free day is an ordinary link. Why this is not React Aria's calendar:
 * docs/decisions/calendar-of-links.md.
 */
export function MonthCalendar(props: MonthCalendarProps) {
  const { month, previous, next, counts, day, today, isPending, hrefOf, onDay, onMonth } = props;
  const t = useTranslations('booking');
  const locale = useLocale();
  const headingId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const isInteractive = useIsInteractive();
  const [cursor, setCursor] = useState<Day | null>(null);

  const firstFree = counts.keys().next().value;
  const inMonth = (candidate: Day | null | undefined) =>
    candidate && monthOf(candidate) === month ? candidate : null;
  const tabStop = inMonth(cursor) ?? inMonth(day) ?? inMonth(firstFree) ?? `${month}-01`;

  function moveTo(target: Day) {
    const to = monthOf(target);
    if (to === month) {
      grid.current?.querySelector<HTMLElement>(cellOf(target))?.focus();
    } else if (to === previous || to === next) {
      focusOnArrival(cellOf(target));
      onMonth(to);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = dayAfterKey(event.key, tabStop);
    if (target === null) return;
    event.preventDefault();
    if (target !== tabStop) moveTo(target);
  }

  return (
    <div>
      <div className="mb-2 flex items-center justify-between">
        <MonthLink to={previous} direction="previous" hrefOf={hrefOf} onMonth={onMonth} />
        <h3 id={headingId} className="font-sans text-base font-semibold tracking-normal">
          {capitalized(formatMonth(noonOf(`${month}-15`), { locale, timeZone: 'UTC' }), locale)}
        </h3>
        <MonthLink to={next} direction="next" hrefOf={hrefOf} onMonth={onMonth} />
      </div>
      <table
        ref={grid}
        role="grid"
        aria-labelledby={headingId}
        aria-busy={isPending}
        onKeyDown={onKeyDown}
        onFocus={(event) => setCursor(event.target.dataset['day'] ?? null)}
        className={`reacts w-full table-fixed text-center tabular-nums ${isPending ? 'opacity-50' : ''}`}
      >
        <WeekdayHeader />
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((cell) => cell !== null)}>
              {week.map((cell, index) =>
                cell === null ? (
                  // An empty place has no day to be its key.
                  <td key={`empty ${String(index)}`}> </td>
                ) : (
                  <DayCell
                    key={cell}
                    day={cell}
                    free={counts.get(cell) ?? 0}
                    isChosen={cell === day}
                    isToday={cell === today}
                    isTabStop={cell === tabStop}
                    isInteractive={isInteractive}
                    href={hrefOf({ month, day: cell })}
                    onChoose={() => onDay(cell)}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sr-only">{isInteractive ? t('calendarKeys') : ''}</p>
    </div>
  );
}

function cellOf(day: Day): string {
  return `[data-day="${day}"]`;
}

function capitalized(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
