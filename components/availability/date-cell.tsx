'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AvailabilityView } from '@/lib/availability/schema/availability';
import { noonOf, type Day } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';

/** One date of the grid: a checkbox as large as its cell. */
export function DateCell({
  date,
  override,
  isPast,
  isToday,
  isChosen,
  tabIndex,
  onFocus,
  onToggle,
}: {
  date: Day;
  override: AvailabilityView['overrides'][number] | undefined;
  isPast: boolean;
  isToday: boolean;
  isChosen: boolean;
  tabIndex: number | undefined;
  onFocus: () => void;
  onToggle: (isOn: boolean) => void;
}) {
  const t = useTranslations('availability');
  const day = formatDay(noonOf(date), { locale: useLocale(), timeZone: 'UTC' });
  const kind = override && (override.ranges.length === 0 ? 'closed' : 'hours');
  return (
    <td aria-selected={isChosen} className="p-0">
      <label
        className={`reacts relative mx-auto grid h-11 w-full max-w-14 place-items-center rounded-md has-focus-visible:outline-3 ${isPast ? 'text-muted opacity-60' : 'hover:bg-sunken cursor-pointer'} ${isToday ? 'ring-gold ring-2 ring-inset' : ''} has-checked:bg-green has-checked:text-on-green has-checked:hover:bg-green-strong has-focus-visible:outline-green has-focus-visible:outline-offset-2`}
      >
        <input
          type="checkbox"
          name="date"
          value={date}
          checked={isChosen}
          disabled={isPast}
          tabIndex={tabIndex}
          aria-label={kind ? t(`dateIs_${kind}`, { day, note: override.note }) : day}
          aria-current={isToday ? 'date' : undefined}
          onFocus={onFocus}
          onChange={(event) => onToggle(event.target.checked)}
          className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-default"
        />
        <span aria-hidden="true" className={kind === 'closed' ? 'line-through' : ''}>
          {Number(date.slice(8))}
        </span>
        {kind && (
          <span className="absolute bottom-1 leading-none">
            <DateMark kind={kind} />
          </span>
        )}
      </label>
    </td>
  );
}

/** What an override does to a date, for the eye; cells say it in words too. */
export function DateMark({ kind }: { kind: 'closed' | 'hours' }) {
  return (
    <span
      aria-hidden="true"
      className={`dot inline-block size-2 ${kind === 'closed' ? 'bg-red rounded-none' : 'bg-gold'}`}
    />
  );
}
