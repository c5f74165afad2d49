'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { noonOf, type Day } from '@/lib/time/calendar';
import { formatDay, formatDistinctTime } from '@/lib/time/format';
import { isPlainClick } from './plain-click';
import type { PanelData } from './panel-data';

/** The free times of a day, as links that choose one. */
export function SlotList({
  day,
  slots,
  slot,
  goneSlot,
  nearest,
  timeZone,
  month,
  hrefOf,
  onSlot,
}: {
  day: Day;
  slots: readonly number[];
  slot: number | null;
  /** A time of this day that has just gone, shown struck out among the others. */
  goneSlot: number | null;
  /** The times nearest to it, marked. */
  nearest: readonly number[];
  timeZone: string;
  month: PanelData['month'];
  hrefOf: (slot: number) => string;
  onSlot: (slot: number) => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const headingId = useId();
  const shown = goneSlot === null ? [...slots] : [...slots, goneSlot].toSorted((a, b) => a - b);
  return (
    <section aria-labelledby={headingId}>
      <div className="mt-4 mb-2.5 flex items-baseline justify-between gap-3">
        <h3
          id={headingId}
          className="font-sans text-base font-semibold tracking-normal first-letter:uppercase"
        >
          {formatDay(noonOf(day), { locale, timeZone: 'UTC' })}
        </h3>
        <span className="text-muted shrink-0 text-sm">
          {t('freeCount', { count: slots.length })}
        </span>
      </div>
      <ul className="grid grid-cols-3 gap-2">
        {shown.map((start) => (
          <li key={start}>
            {start === goneSlot ? (
              <s className={`text-muted bg-sunken border-dashed ${pillClass}`}>
                <span className="sr-only">{t('gone')}</span>
                {formatDistinctTime(start, { locale, timeZone })}
              </s>
            ) : (
              <a
                href={hrefOf(start)}
                rel="nofollow"
                aria-current={start === slot ? 'true' : undefined}
                onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  onSlot(start);
                }}
                className={`reacts font-semibold ${pillClass} ${start === slot ? 'bg-green border-green text-on-green' : `bg-surface hover:bg-green-soft ${nearest.includes(start) ? 'border-gold border-2' : 'border-edge'}`}`}
              >
                {formatDistinctTime(start, { locale, timeZone })}
                <SlotNote start={start} month={month} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const pillClass =
  'flex min-h-11 flex-col items-center justify-center rounded-md border px-1 py-1.5 text-sm tabular-nums';

/** What a group's slot has to say: the seats that are left, and its format once that is settled. */
function SlotNote({ start, month }: { start: number; month: PanelData['month'] }) {
  const t = useTranslations('booking');
  const seats = month.seats?.[month.starts.indexOf(start)];
  if (seats === undefined) return null;
  const settled = month.settled.find((session) => session.start === start);
  return (
    <span className="text-xs font-normal opacity-85">
      {t('seatsLeft', { count: seats, format: settled?.format ?? 'open' })}
    </span>
  );
}
