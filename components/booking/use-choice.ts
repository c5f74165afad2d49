'use client';

import { useState } from 'react';
import { useViewerTimeZone } from '@/components/layout/time-zone-cookie';
import { localDay } from '@/lib/time/format';
import { groupByLocalDay } from '@/lib/time/local-days';
import { monthOf, type Day } from '@/lib/time/calendar';
import { choiceQuery } from './booking-address';
import type { BookableVariant, PanelData } from './panel-data';

/** What a choice is made from; `variantId` is empty where the address need not name one. */
export interface Choosable extends Pick<PanelData, 'month' | 'day' | 'slot' | 'viewerTimeZone'> {
  variant: Pick<BookableVariant, 'variantId' | 'timeZone'>;
}

/** The day and the slot that are chosen, in the viewer's zone. */
export function useChoice({ variant, month, day, slot, viewerTimeZone }: Choosable) {
  const browserTimeZone = useViewerTimeZone();
  const knownTimeZone = browserTimeZone ?? viewerTimeZone;
  const timeZone = knownTimeZone ?? variant.timeZone;

  // The address decides when it changes; in between, choosing changes both without the server.
  const address = [variant.variantId, month.month, day, slot].join(' ');
  const [choice, setChoice] = useState({ address, day, slot });
  if (choice.address !== address) setChoice({ address, day, slot });

  const days = groupByLocalDay(month.starts, timeZone);
  for (const key of days.keys()) if (monthOf(key) !== month.month) days.delete(key);

  const wantedDay = choice.day ?? (choice.slot === null ? null : localDay(choice.slot, timeZone));
  const shownDay = wantedDay && monthOf(wantedDay) === month.month ? wantedDay : firstOf(days);
  const slots = (shownDay && days.get(shownDay)) || [];
  const isFree = choice.slot !== null && month.starts.includes(choice.slot);

  function choose(next: { day: Day; slot: number | null }) {
    setChoice({ ...next, address });
    // Kept in the address, so that reloading, sharing and the other language keep it.
    const query = choiceQuery({ variant: variant.variantId, month: month.month, ...next });
    window.history.replaceState(null, '', query);
  }

  return {
    timeZone,
    /** False while nobody has said where the viewer is, so that times are the mentor's. */
    isViewersZone: knownTimeZone !== null,
    days,
    day: shownDay,
    slots,
    slot: isFree ? choice.slot : null,
    /** What was chosen and is no longer to be had. */
    goneSlot: isFree ? null : choice.slot,
    chooseDay: (next: Day) => choose({ day: next, slot: null }),
    chooseSlot: (next: number) => choose({ day: localDay(next, timeZone), slot: next }),
  };
}

function firstOf(days: Map<Day, number[]>): Day | null {
  return days.keys().next().value ?? null;
}
