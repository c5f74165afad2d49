'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import { noonOf } from '@/kernel/time/calendar';
import { formatMonth } from '@/kernel/time/format';
import { focusOnArrival } from './focus-on-arrival';
import { isPlainClick } from './plain-click';

const boxClass = 'grid size-11 place-items-center rounded-md';

/** To the month before or after; a bare arrow where the calendar ends. */
export function MonthLink({
  to,
  direction,
  hrefOf,
  onMonth,
}: {
  to: string | null;
  direction: 'previous' | 'next';
  hrefOf: (choice: { month: string }) => string;
  onMonth: (month: string) => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const Icon = direction === 'previous' ? ChevronLeftIcon : ChevronRightIcon;
  if (to === null) {
    return (
      <span aria-hidden="true" className={`text-line ${boxClass}`}>
        <Icon />
      </span>
    );
  }
  const month = formatMonth(noonOf(`${to}-15`), { locale, timeZone: 'UTC' });
  return (
    <a
      href={hrefOf({ month: to })}
      rel="nofollow"
      data-month-link={direction}
      aria-label={
        direction === 'previous' ? t('previousMonth', { month }) : t('nextMonth', { month })
      }
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        // At the end of the calendar the arrow that was followed is gone: then the grid.
        focusOnArrival(`[data-month-link="${direction}"], [data-day][tabindex="0"]`);
        onMonth(to);
      }}
      className={`reacts text-muted hover:bg-sunken hover:text-ink ${boxClass}`}
    >
      <Icon />
    </a>
  );
}
