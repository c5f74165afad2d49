'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { choiceQuery } from '@/components/slots/booking-address';
import { focusOnArrival, useArrivalFocus } from '@/components/slots/focus-on-arrival';
import { MonthCalendar } from '@/components/slots/month-calendar';
import { NothingFree } from '@/components/slots/nothing-free';
import { SlotList } from '@/components/slots/slot-list';
import { useChoice } from '@/components/slots/use-choice';
import { ZoneLine } from '@/components/slots/zone-line';
import { useRouter } from '@/i18n/navigation';
import { localizedPath } from '@/i18n/routing';
import type { MonthOfSlots } from '@/lib/availability/schema/availability';
import { noonOf } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import { type ActVia, pageVia } from './act-via';
import { MoveForm, type MoveState } from './move-form';

export interface MovePanelProps {
  via: ActVia;
  /** The deadline for moving. */
  until: number | null;
  first: MoveState;
  month: MonthOfSlots;
  /** What the address says is chosen: a local day, and a slot in epoch milliseconds. */
  day: string | null;
  slot: number | null;
  mentorName: string;
  mentorTimeZone: string;
  /** The zone that the page was rendered in. */
  viewerTimeZone: string;
  /** Epoch milliseconds. */
  now: number;
}

type Next = { month?: string; day?: string | null; slot?: number | null };

/** A mentee's way to another time: a month, a day's free times, and one button. All choices are links. */
export function MovePanel(props: MovePanelProps) {
  const { via, month, now, mentorName, mentorTimeZone } = props;
  const t = useTranslations('moving');
  const locale = useLocale();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const choice = useChoice({ ...props, variant: { variantId: '', timeZone: mentorTimeZone } });
  useArrivalFocus(now);
  const { timeZone, days, day, slots, slot, goneSlot } = choice;

  const page = `${pageVia(via)}/move`;
  const hrefOf = (next: Next) => localizedPath(page, locale) + choiceQuery(next);
  const show = (next: Next) => {
    startTransition(() => router.push(page + choiceQuery(next), { scroll: false }));
  };

  const counts = new Map([...days].map(([key, starts]) => [key, starts.length]));
  const isGoneToday = goneSlot !== null && localDay(goneSlot, timeZone) === day;
  const from = page + choiceQuery({ month: month.month, day, slot });
  return (
    <div>
      <h2 className="mb-3 text-xl">{t('choose')}</h2>
      <MonthCalendar
        month={month.month}
        previous={month.previous}
        next={month.next}
        counts={counts}
        day={day}
        today={localDay(now, timeZone)}
        isPending={isPending}
        hrefOf={hrefOf}
        onDay={choice.chooseDay}
        onMonth={(to) => show({ month: to })}
      />
      {day !== null && days.size > 0 ? (
        <SlotList
          day={day}
          slots={slots}
          slot={slot}
          goneSlot={isGoneToday ? goneSlot : null}
          nearest={[]}
          timeZone={timeZone}
          month={month}
          hrefOf={(start) => hrefOf({ month: month.month, day, slot: start })}
          onSlot={choice.chooseSlot}
        />
      ) : (
        <NothingFree
          month={month}
          mentorName={mentorName}
          timeZone={timeZone}
          hrefOf={(start) => hrefOf({ day: localDay(start, timeZone) })}
          onJump={(start) => {
            const to = localDay(start, timeZone);
            focusOnArrival(`[data-day="${to}"]`);
            show({ day: to });
          }}
        />
      )}
      <ZoneLine
        at={slot ?? slots[0] ?? noonOf(day ?? `${month.month}-15`)}
        timeZone={timeZone}
        isViewersZone={choice.isViewersZone}
        mentorName={mentorName}
        mentorTimeZone={mentorTimeZone}
        from={from}
      />
      <MoveForm
        via={via}
        until={props.until}
        first={props.first}
        slot={slot}
        from={from}
        mentorName={mentorName}
        timeZone={timeZone}
      />
    </div>
  );
}
