'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import type { BookingRules } from '@/domain/availability';
import type { WindowRow } from '@/lib/availability/schema/posted-rows';
import type { AvailabilityDraft } from '@/lib/availability/rules/preview';

interface Draft {
  /** Rows of the weekly editor in the order in which they are posted; null: as saved. */
  rows: WindowRow[] | null;
  rules: BookingRules | null;
  dates: AvailabilityDraft['dates'];
  /** Another one for each time that dates were saved: their form begins anew then. */
  datesKey: string | null;
  setRows: (rows: WindowRow[] | null) => void;
  setRules: (rules: BookingRules | null) => void;
  setDates: (dates: AvailabilityDraft['dates']) => void;
}

const DraftContext = createContext<Draft | null>(null);

/** Holds what is typed in the parts of the page and not yet saved, for the preview beside them. */
export function DraftProvider({
  saved,
  datesSavedAt,
  children,
}: {
  /** What is saved of each part, as a text: when it changes, that part's draft has become it. */
  saved: Record<'windows' | 'rules', string>;
  /** When dates were saved last; null when something else was. */
  datesSavedAt: string | null;
  children: ReactNode;
}) {
  const [rows, setRows] = useState<WindowRow[] | null>(null);
  const [rules, setRules] = useState<BookingRules | null>(null);
  const [dates, setDates] = useState<AvailabilityDraft['dates']>(null);
  const [seen, setSeen] = useState(saved);
  if (saved.windows !== seen.windows || saved.rules !== seen.rules) {
    setSeen(saved);
    if (saved.windows !== seen.windows) setRows(null);
    if (saved.rules !== seen.rules) setRules(null);
  }
  const [datesKey, setDatesKey] = useState(datesSavedAt);
  if (datesSavedAt !== null && datesSavedAt !== datesKey) {
    setDatesKey(datesSavedAt);
    setDates(null);
  }
  return (
    <DraftContext value={{ rows, rules, dates, datesKey, setRows, setRules, setDates }}>
      {children}
    </DraftContext>
  );
}

export function useDraft(): Draft {
  const draft = use(DraftContext);
  if (!draft) throw new Error('useDraft stands outside its provider');
  return draft;
}
