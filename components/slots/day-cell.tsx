'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { noonOf, type Day } from '@/kernel/time/calendar';
import { dayNumber, formatDay, formatMonthShort } from '@/kernel/time/format';
import { isPlainClick } from './plain-click';

const boxClass =
  'relative mx-auto grid h-11.5 w-full max-w-14 place-items-center rounded-md text-base outline-offset-0';

/** One day of the grid: a link when something is free, else a word that the arrow keys still reach. */
export function DayCell({
  day,
  free,
  look,
  namesMonth,
  isChosen,
  isToday,
  isTabStop,
  isInteractive,
  href,
  onChoose,
}: {
  day: Day;
  /** How many slots. */
  free: number;
  /** Of a day without: it is over, all its hours are taken, or the mentor has none. */
  look: 'gone' | 'full' | 'closed';
  /** The first of those that are shown, or of its month. */
  namesMonth: boolean;
  isChosen: boolean;
  isToday: boolean;
  isTabStop: boolean;
  /** False before JavaScript: then every link is its own tab stop. */
  isInteractive: boolean;
  href: string;
  onChoose: () => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const date = formatDay(noonOf(day), { locale, timeZone: 'UTC' });
  // Behind the number, as in the name: "8 Dec" is in "Tuesday 8 December".
  const month = namesMonth && (
    <>
      {' '}
      <span
        aria-hidden="true"
        className="absolute top-0.5 text-[0.625rem] leading-none font-medium"
      >
        {formatMonthShort(noonOf(day), locale)}
      </span>
    </>
  );
  const plainNumber = String(Number(day.slice(8)));
  const number = namesMonth ? dayNumber(plainNumber, locale) : plainNumber;
  const ring = isToday ? 'ring-gold ring-2 ring-inset' : '';
  const current = isToday ? ('date' as const) : undefined;
  const tabIndex = isTabStop ? 0 : -1;

  if (free === 0) {
    return (
      <td
        data-day={day}
        aria-disabled="true"
        aria-selected={isChosen}
        aria-current={current}
        aria-label={t(`day_${look}`, { day: date })}
        tabIndex={isInteractive ? tabIndex : undefined}
        className="rounded-md p-0"
      >
        <span className={`text-muted ${boxClass} ${ring}`}>
          {look === 'gone' ? <s>{number}</s> : number}
          {month}
          {look === 'full' && (
            <span
              aria-hidden="true"
              className="border-muted absolute bottom-1.5 size-1.5 rounded-full border"
            />
          )}
        </span>
      </td>
    );
  }
  return (
    <td aria-selected={isChosen} className="p-0">
      <a
        data-day={day}
        href={href}
        rel="nofollow"
        aria-current={current}
        aria-label={t('dayWithFree', { day: date, count: free })}
        tabIndex={isInteractive ? tabIndex : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onChoose();
        }}
        onKeyDown={chooseOnSpace(onChoose)}
        className={`reacts font-semibold ${boxClass} ${ring} ${isChosen ? 'bg-green text-on-green' : 'hover:bg-green-soft'}`}
      >
        {number}
        {month}
        <span
          aria-hidden="true"
          className={`absolute bottom-1.5 dot size-1.25 ${isChosen ? 'bg-on-green' : 'bg-green'}`}
        />
      </a>
    </td>
  );
}

/** A grid's cell is chosen by Space too; a link by itself knows only Enter. */
function chooseOnSpace(onChoose: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
}
