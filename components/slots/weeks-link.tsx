'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import type { Day } from '@/kernel/time/calendar';
import { daysOfWeeks } from './days-of-weeks';
import { focusOnArrival } from './focus-on-arrival';
import { isPlainClick } from './plain-click';

const boxClass = 'grid size-11 place-items-center rounded-md';

/** To the weeks before or after; a bare arrow where the calendar ends. */
export function WeeksLink({
  to,
  direction,
  hrefOf,
  onWeeks,
}: {
  to: Day | null;
  direction: 'previous' | 'next';
  hrefOf: (choice: { from: Day }) => string;
  onWeeks: (from: Day) => void;
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
  const days = daysOfWeeks(to, locale);
  return (
    <a
      href={hrefOf({ from: to })}
      rel="nofollow"
      data-weeks-link={direction}
      aria-label={
        direction === 'previous' ? t('earlierWeeks', { days }) : t('laterWeeks', { days })
      }
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        // At the end of the calendar the arrow that was followed is gone: then the grid.
        focusOnArrival(`[data-weeks-link="${direction}"], [data-day][tabindex="0"]`);
        onWeeks(to);
      }}
      className={`reacts text-muted hover:bg-sunken hover:text-ink ${boxClass}`}
    >
      <Icon />
    </a>
  );
}
