'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { dayAfterKey } from '@/components/ui/day-after-key';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import { isInWeeks, type WeeksOfSlots, weeksShown } from '@/lib/slots/schema/weeks';
import { addDays, type Day } from '@/kernel/time/calendar';
import { DayCell } from './day-cell';
import { daysOfWeeks } from './days-of-weeks';
import { focusOnArrival } from './focus-on-arrival';
import { WeekdayHeader } from './weekday-header';
import { WeeksLink } from './weeks-link';

/**
 * Five weeks whose available days are links, after the grid pattern of the ARIA Authoring Practices: one
 * tab stop, arrow keys by day and week, Home and End within the week, Page Up and Down by month. Before
 * JavaScript each of those days is an ordinary link. Why this is not React Aria's calendar:
 * docs/decisions/0006-a-calendar-of-links.md.
 */
export function WeeksCalendar({
  weeks: { from, previous, next, full },
  counts,
  day,
  today,
  isPending,
  hrefOf,
  onDay,
  onWeeks,
}: {
  weeks: WeeksOfSlots;
  /** How many slots each day has; days without are missing. */
  counts: ReadonlyMap<Day, number>;
  day: Day | null;
  today: Day;
  isPending: boolean;
  hrefOf: (choice: { from?: Day; day?: Day }) => string;
  onDay: (day: Day) => void;
  onWeeks: (from: Day) => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const headingId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const isInteractive = useIsInteractive();
  const [cursor, setCursor] = useState<Day | null>(null);

  const firstFree = counts.keys().next().value;
  const shown = (candidate: Day | null | undefined) =>
    candidate && isInWeeks(candidate, from) ? candidate : null;
  const tabStop = shown(cursor) ?? shown(day) ?? shown(firstFree) ?? from;

  function moveTo(target: Day) {
    const to = target < from ? previous : next;
    if (isInWeeks(target, from)) {
      grid.current?.querySelector<HTMLElement>(cellOf(target))?.focus();
    } else if (to !== null) {
      focusOnArrival(cellOf(nearestIn(to, target)));
      onWeeks(to);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = dayAfterKey(event.key, tabStop);
    if (target === null) return;
    event.preventDefault();
    if (target !== tabStop) moveTo(target);
  }

  function lookOf(cell: Day) {
    if (cell < today) return 'gone';
    return full.includes(cell) ? 'full' : 'closed';
  }

  return (
    <div>
      <div className="mb-2 flex items-center justify-between">
        <WeeksLink to={previous} direction="previous" hrefOf={hrefOf} onWeeks={onWeeks} />
        <h3
          id={headingId}
          className="text-center font-sans text-base font-semibold tracking-normal text-balance"
        >
          {daysOfWeeks(from, locale)}
        </h3>
        <WeeksLink to={next} direction="next" hrefOf={hrefOf} onWeeks={onWeeks} />
      </div>
      <table
        ref={grid}
        role="grid"
        aria-labelledby={headingId}
        aria-busy={isPending}
        onKeyDown={onKeyDown}
        onFocus={(event) => setCursor(event.target.dataset['day'] ?? null)}
        className={`reacts week-wide table-fixed text-center tabular-nums ${isPending ? 'opacity-50' : ''}`}
      >
        <WeekdayHeader />
        <tbody>
          {weekStarts(from).map((monday) => (
            <tr key={monday}>
              {sevenFrom(monday).map((cell) => (
                <DayCell
                  key={cell}
                  day={cell}
                  free={counts.get(cell) ?? 0}
                  look={lookOf(cell)}
                  namesMonth={cell === from || cell.endsWith('-01')}
                  isChosen={cell === day}
                  isToday={cell === today}
                  isTabStop={cell === tabStop}
                  isInteractive={isInteractive}
                  href={hrefOf({ day: cell })}
                  onChoose={() => onDay(cell)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {full.length > 0 && (
        <p aria-hidden="true" className="text-muted mt-1 text-right text-xs">
          {t('fullDays')}
        </p>
      )}
      <p className="sr-only">{isInteractive ? t('calendarKeys') : ''}</p>
    </div>
  );
}

function weekStarts(from: Day): Day[] {
  return Array.from({ length: weeksShown }, (_, week) => addDays(from, week * 7));
}

function sevenFrom(monday: Day): Day[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The day itself, or where the weeks begin or end towards it. */
function nearestIn(from: Day, day: Day): Day {
  if (isInWeeks(day, from)) return day;
  return day < from ? from : addDays(from, weeksShown * 7 - 1);
}

function cellOf(day: Day): string {
  return `[data-day="${day}"]`;
}
