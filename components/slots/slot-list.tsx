'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { mostSlotsPerOrder } from '@/domain/bookings';
import { CheckIcon } from '@/components/ui/everyday-icons';
import { nearInBasket } from '@/lib/slots/rules/basket';
import { noonOf, type Day } from '@/kernel/time/calendar';
import { formatDay, formatDistinctTime } from '@/kernel/time/format';
import { isPlainClick } from './plain-click';
import type { PanelData } from './panel-data';

/** Several slots at once: which are ticked, and how far apart they must lie. */
export interface Ticks {
  basket: readonly number[];
  spacingMs: number;
}

/** The free times of a day, as links that choose one, or that tick several. */
export function SlotList({
  day,
  slots,
  slot,
  goneSlot,
  nearest,
  ticks = null,
  timeZone,
  weeks,
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
  /** Null: one is chosen. */
  ticks?: Ticks | null;
  timeZone: string;
  weeks: PanelData['weeks'];
  hrefOf: (slot: number) => string;
  onSlot: (slot: number) => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const headingId = useId();
  const isBlocked = (start: number) => ticks !== null && blocks(ticks, start);
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
              <SlotLink
                href={isBlocked(start) ? undefined : hrefOf(start)}
                isTick={ticks !== null}
                isChosen={ticks === null ? start === slot : ticks.basket.includes(start)}
                isNearest={nearest.includes(start)}
                onChoose={() => onSlot(start)}
              >
                {formatDistinctTime(start, { locale, timeZone })}
                <SlotNote start={start} weeks={weeks} />
              </SlotLink>
            )}
          </li>
        ))}
      </ul>
      {ticks !== null && slots.some(isBlocked) && (
        <p className="text-muted mt-2 text-sm">
          {t(ticks.basket.length < mostSlotsPerOrder ? 'tooNear' : 'basketFull')}
        </p>
      )}
    </section>
  );
}

function blocks({ basket, spacingMs }: Ticks, start: number): boolean {
  if (basket.includes(start)) return false;
  return basket.length >= mostSlotsPerOrder || nearInBasket(basket, start, spacingMs) !== null;
}

/** One time: a link that chooses it, or the box of one that is ticked. Without `href` it cannot be. */
function SlotLink({
  href,
  isTick,
  isChosen,
  isNearest,
  onChoose,
  children,
}: {
  href: string | undefined;
  isTick: boolean;
  isChosen: boolean;
  isNearest: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  const tick = {
    role: 'checkbox',
    'aria-checked': isChosen,
    'aria-disabled': href === undefined,
    tabIndex: 0,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      if (href !== undefined) onChoose();
    },
  } as const;
  const look =
    href === undefined
      ? 'text-muted bg-sunken cursor-not-allowed border-dashed'
      : isChosen
        ? 'bg-green border-green text-on-green font-semibold'
        : `bg-surface hover:bg-green-soft font-semibold ${isNearest ? 'border-gold border-2' : 'border-edge'}`;
  return (
    <a
      href={href}
      rel="nofollow"
      {...(isTick ? tick : { 'aria-current': isChosen ? ('true' as const) : undefined })}
      onClick={(event) => {
        if (href === undefined || !isPlainClick(event)) return;
        event.preventDefault();
        onChoose();
      }}
      className={`reacts ${pillClass} ${isTick ? 'relative' : ''} ${look}`}
    >
      {isTick && isChosen && <CheckIcon className="absolute top-1 right-1 size-4" />}
      {children}
    </a>
  );
}

const pillClass =
  'flex min-h-11 flex-col items-center justify-center rounded-md border px-1 py-1.5 text-sm tabular-nums';

/** What a group's slot has to say: the seats that are left, and its format once that is settled. */
function SlotNote({ start, weeks }: { start: number; weeks: PanelData['weeks'] }) {
  const t = useTranslations('booking');
  const seats = weeks.seats?.[weeks.starts.indexOf(start)];
  if (seats === undefined) return null;
  const settled = weeks.settled.find((session) => session.start === start);
  return (
    <span className="text-xs font-normal opacity-85">
      {t('seatsLeft', { count: seats, format: settled?.format ?? 'open' })}
    </span>
  );
}
