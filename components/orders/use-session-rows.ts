'use client';

import { useState } from 'react';
import type { SlotRefusal } from '@/domain/bookings';
import { readSlot } from '@/components/slots/booking-address';
import { reasonsOfTime } from '@/lib/orders/schema/order';
import type { OrderState } from '@/lib/orders/schema/order-form';
import type { CheckedTime, TimeObstacle } from '@/lib/slots/schema/series';

/** A session in the list: to be had, or not and why. */
export interface SessionRow {
  start: number;
  /** Null: free, as far as is known. */
  reason: TimeObstacle | SlotRefusal | null;
  /** It is not to be had; for other reasons it may still be ticked. */
  isGone: boolean;
  /** Free times near one that has gone; empty where none is known. */
  alternatives: number[];
  /** Whether it is ticked to begin with. */
  isTicked: boolean;
}

/**
 * What was chosen, with all that has been learnt about it since: as the page was read, and from every
 * answer of the server. `version` changes with each answer: the boxes start anew from it.
 */
export function useSessionRows(times: CheckedTime[], state: OrderState) {
  const [seen, setSeen] = useState<OrderState | null>(null);
  const [version, setVersion] = useState(0);
  const [rows, setRows] = useState<SessionRow[]>(() => times.map(rowOf));
  if (seen !== state) {
    setSeen(state);
    if ('values' in state) {
      setRows(answered(rows, state));
      setVersion(version + 1);
    }
  }
  return { rows, version };
}

function rowOf({ start, obstacle }: CheckedTime): SessionRow {
  const isGone = obstacle !== null;
  return { start, reason: obstacle, isGone, alternatives: [], isTicked: !isGone };
}

function answered(
  rows: SessionRow[],
  state: Extract<OrderState, { values: unknown }>,
): SessionRow[] {
  const sent = (state.values['startsAt'] ?? []).map(readSlot).filter((start) => start !== null);
  const data = state.status === 'refused' ? state.data : null;
  const failures = data && 'failures' in data ? data.failures : [];
  // Alternatives that were taken are sessions like the others from now on.
  const added = sent.filter((start) => rows.every((row) => row.start !== start));
  const all = [
    ...rows,
    ...[...new Set(added)].map((start) => rowOf({ start, obstacle: null, settledFormat: null })),
  ];
  return all
    .map((row) => {
      const failure = failures.find(({ slot }) => slot === row.start);
      const wasSent = sent.includes(row.start);
      if (!failure) return { ...row, isTicked: wasSent && !row.isGone };
      const { reason, alternatives } = failure;
      const isGone = reasonsOfTime.some((known) => known === reason);
      return { ...row, reason, isGone, alternatives, isTicked: wasSent && !isGone };
    })
    .sort((a, b) => a.start - b.start);
}
