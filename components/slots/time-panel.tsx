'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LiveRegion } from '@/components/ui/live-region';
import { noonOf } from '@/kernel/time/calendar';
import { formatDay, localDay } from '@/kernel/time/format';
import { focusOnArrival } from './focus-on-arrival';
import { daysOfWeeks } from './days-of-weeks';
import { WeeksCalendar } from './weeks-calendar';
import { NothingFree } from './nothing-free';
import { SlotList, type Ticks } from './slot-list';
import type { Times } from './use-times';
import { ZoneLine } from './zone-line';

/**
 * Five weeks, a day's available times, and in which zone they are. Everything that is chosen is a link, so it
 * works as soon as it is on the screen; once JavaScript is there, days and times of these weeks answer at
 * once, and other weeks come from the server while the old one stays.
 */
export function TimePanel({
  times,
  mentor,
  ticks = null,
  hrefOfSlot = (start) => times.hrefOf({ ...times.shown, slot: start }),
  onSlot = times.chooseSlot,
  children,
}: {
  times: Times;
  mentor: { name: string; timeZone: string };
  /** Several are ticked; null: one is chosen. */
  ticks?: Ticks | null;
  /** Where a time leads, when it leads further than to itself. */
  hrefOfSlot?: (start: number) => string;
  onSlot?: (start: number) => void;
  /** What stands between the times and their zone. */
  children?: ReactNode;
}) {
  const { weeks, days, day, slots, slot, goneSlot, timeZone, hrefOf, show } = times;
  const t = useTranslations('booking');
  const locale = useLocale();
  const goneDay = goneSlot === null ? null : localDay(goneSlot, timeZone);
  return (
    <>
      <WeeksCalendar
        weeks={weeks}
        counts={new Map([...days].map(([key, starts]) => [key, starts.length]))}
        day={day}
        today={localDay(times.now, timeZone)}
        isPending={times.isPending}
        hrefOf={(choice) => hrefOf({ from: times.from, ...choice })}
        onDay={times.chooseDay}
        onWeeks={(from) => show({ from })}
      />
      {day !== null && days.size > 0 ? (
        <SlotList
          day={day}
          slots={slots}
          slot={slot}
          goneSlot={goneDay === day ? goneSlot : null}
          nearest={goneSlot === null ? [] : nearestTo(goneSlot, weeks.starts)}
          ticks={ticks}
          timeZone={timeZone}
          weeks={weeks}
          hrefOf={hrefOfSlot}
          onSlot={onSlot}
        />
      ) : (
        <NothingFree
          weeks={weeks}
          mentorName={mentor.name}
          timeZone={timeZone}
          hrefOf={(start) => hrefOf({ day: localDay(start, timeZone) })}
          onJump={(start) => {
            const to = localDay(start, timeZone);
            focusOnArrival(`[data-day="${to}"]`);
            show({ day: to });
          }}
        />
      )}
      {children}
      <ZoneLine
        at={slot ?? slots[0] ?? noonOf(day ?? weeks.from)}
        timeZone={timeZone}
        isViewersZone={times.isViewersZone}
        mentorName={mentor.name}
        mentorTimeZone={mentor.timeZone}
        from={times.from}
      />
      <LiveRegion>
        {times.isPending
          ? t('loadingWeeks')
          : day !== null
            ? t('dayShown', {
                day: formatDay(noonOf(day), { locale, timeZone: 'UTC' }),
                count: slots.length,
              })
            : t('weeksShown', { days: daysOfWeeks(weeks.from, locale) })}
      </LiveRegion>
    </>
  );
}

function nearestTo(wanted: number, starts: readonly number[]): number[] {
  return starts.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted)).slice(0, 3);
}
