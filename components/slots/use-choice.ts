'use client';

import { useRef, useState } from 'react';
import { toggled } from '@/lib/slots/rules/basket';
import { localDay } from '@/kernel/time/format';
import { groupByLocalDay } from '@/kernel/time/local-days';
import { isInWeeks } from '@/lib/slots/schema/weeks';
import type { Day } from '@/kernel/time/calendar';
import { type AddressChoice, choiceQuery } from './booking-address';
import type { BookableVariant, PanelData } from './panel-data';

/** What a choice is made from; `variantId` is empty where the address need not name one. */
export interface Choosable extends Pick<PanelData, 'weeks' | 'day' | 'slot' | 'viewerTimeZone'> {
  variant: Pick<BookableVariant, 'variantId' | 'link' | 'timeZone'>;
  /** The basket; null or missing where one slot is chosen. */
  slots?: number[] | null;
}

interface Choice {
  day: Day | null;
  slot: number | null;
  basket: number[] | null;
}

/** The day and the slot, or the several slots, that are chosen, in the viewer's zone. */
export function useChoice({ variant, weeks, day, slot, slots = null, viewerTimeZone }: Choosable) {
  const timeZone = viewerTimeZone ?? variant.timeZone;

  // The address decides when it changes; in between, choosing changes both without the server.
  const address = [variant.variantId, weeks.from, day, slot, slots?.join('.')].join(' ');
  const [choice, setChoice] = useState({ address, day, slot, basket: slots });
  if (choice.address !== address) setChoice({ address, day, slot, basket: slots });
  // What was in the basket when one slot was to be chosen after all, should that be taken back.
  const [setAside, setSetAside] = useState<number[]>([]);

  const days = groupByLocalDay(weeks.starts, timeZone);
  for (const key of days.keys()) if (!isInWeeks(key, weeks.from)) days.delete(key);

  const first = choice.slot ?? choice.basket?.[0] ?? null;
  const wantedDay = choice.day ?? (first === null ? null : localDay(first, timeZone));
  const shownDay = wantedDay && isInWeeks(wantedDay, weeks.from) ? wantedDay : firstOf(days);
  const freeToday = (shownDay && days.get(shownDay)) || [];
  const isFree = choice.slot !== null && weeks.starts.includes(choice.slot);

  // From this week on nothing need be named, and in the address of next week it would be last week's.
  const from = weeks.previous === null ? null : weeks.from;
  // What was chosen last, which may not be on the screen yet: switching over waits for the basket's script.
  const latest = useRef(choice);

  function choose(change: (before: Choice) => Choice) {
    setChoice((before) => ({ ...change(before), address }));
    const known = latest.current.address === address ? latest.current : choice;
    const next = change(known);
    latest.current = { ...next, address };
    // Kept in the address, so that reloading, sharing and the other language keep it.
    const { basket, ...shown } = next;
    const { link, variantId } = variant;
    const named = { link, variant: variantId, from, ...shown, slots: basket };
    window.history.replaceState(null, '', choiceQuery(named));
  }

  return {
    timeZone,
    /** The weeks that are shown, as the address names them. */
    from,
    /** False while nobody has said where the viewer is, so that times are the mentor's. */
    isViewersZone: viewerTimeZone !== null,
    days,
    day: shownDay,
    slots: freeToday,
    slot: isFree ? choice.slot : null,
    /** What was chosen and is no longer to be had. */
    goneSlot: isFree ? null : choice.slot,
    /** Several at once, ascending; null while one is chosen. */
    basket: choice.basket,
    /** What an entry of the history says is chosen, without writing it there again. */
    restore: ({
      day: then,
      slot: at,
      slots: several,
    }: Pick<AddressChoice, 'day' | 'slot' | 'slots'>) =>
      setChoice({ address, day: then, slot: at, basket: several }),
    chooseDay: (next: Day) => choose(({ basket }) => ({ day: next, slot: null, basket })),
    chooseSlot: (next: number) =>
      choose(() => ({ day: localDay(next, timeZone), slot: next, basket: null })),
    chooseMany: (basket: number[]) => choose(() => ({ day: shownDay, slot: null, basket })),
    toggleSlot: (start: number, spacingMs: number) =>
      choose(({ basket }) => ({
        day: localDay(start, timeZone),
        slot: null,
        basket: toggled(basket ?? [], start, spacingMs),
      })),
    /** Between one slot and several: what was chosen stays, as far as it can. */
    toggleSeveral: () => {
      if (choice.basket === null) {
        const kept = isFree && choice.slot !== null ? [choice.slot] : setAside;
        choose(() => ({ day: shownDay, slot: null, basket: kept }));
        return;
      }
      setSetAside(choice.basket);
      const [only, ...others] = choice.basket;
      const stays = only !== undefined && others.length === 0 && weeks.starts.includes(only);
      choose(() => ({
        day: stays ? localDay(only, timeZone) : shownDay,
        slot: stays ? only : null,
        basket: null,
      }));
    },
  };
}

function firstOf(days: Map<Day, number[]>): Day | null {
  return days.keys().next().value ?? null;
}
