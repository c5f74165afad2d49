'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import type { Schedule } from '@/domain/schedules';
import { draftSchedule, type PreviewDay, previewDays } from '@/lib/availability/rules/preview';
import type { AvailabilityView, SessionNames } from '@/lib/availability/schema/availability';
import { previewLength } from '@/lib/availability/constants';
import type { TitledOffer } from '@/lib/slots/schema/schedule';
import { addDays, type Day } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import { useDraft } from './draft';
import { useTaken } from './use-taken';

/** No further ahead than the longest booking horizon. */
const furthestDays = 365;

type Saved = Pick<AvailabilityView, 'now' | 'offers' | 'schedule' | 'taken'>;

interface Preview extends Pick<Saved, 'now' | 'offers'> {
  schedule: Schedule;
  sessions: SessionNames;
  /** Whether it is known what has the mentor's time in these days; or why it is not. */
  state: 'there' | 'loading' | 'failed';
  reload: () => void;
  offer: TitledOffer;
  days: PreviewDay[];
  /** The day whose times are shown. */
  day: PreviewDay | undefined;
  /** How many times visitors can take in these days. */
  freeCount: number;
  isDraft: boolean;
  /** The first days before and after these; null where there are none. */
  earlier: Day | null;
  later: Day | null;
  chooseOffer: (variantId: string) => void;
  chooseDay: (day: Day) => void;
  showFrom: (day: Day) => void;
}

const PreviewContext = createContext<Preview | null>(null);

/**
 * What visitors are offered, by the very engine that offers it, from what is typed now: computed
 * once for all that shows it. It follows to a date that is ticked outside the days shown.
 */
export function PreviewProvider({ saved, children }: { saved: Saved; children: ReactNode }) {
  const { rows, rules, dates } = useDraft();
  const [variantId, setVariantId] = useState(saved.offers[0]?.variantId);
  const [shown, setShown] = useState<{ first: Day | null; day: Day | null }>({
    first: null,
    day: null,
  });
  const ticked = dates?.dates.at(-1) ?? null;
  const [followed, setFollowed] = useState(ticked);

  const { now, offers } = saved;
  const offer = offers.find((candidate) => candidate.variantId === variantId) ?? offers[0];
  const timeZone = rules?.timeZone ?? saved.schedule.timeZone;
  const today = localDay(now, timeZone);
  const first = shown.first !== null && shown.first > today ? shown.first : today;
  if (ticked !== followed) {
    setFollowed(ticked);
    if (ticked !== null) {
      const isShown = first <= ticked && ticked < addDays(first, previewLength);
      setShown({ first: isShown ? first : ticked, day: ticked });
    }
  }
  const { taken, hasFailed, reload } = useTaken(saved.taken, first);
  if (!offer) return children;
  const { busy, sessions, names } = taken ?? { busy: [], sessions: [], names: {} };
  const saves: Schedule = { ...saved.schedule, busy, sessions };
  const schedule = draftSchedule(saves, { windows: rows, rules, dates });

  const shownDays = { now, first, days: previewLength };
  const found = previewDays(schedule, offer, shownDays);
  // What is not known to be taken is not known to be free.
  const days = taken ? found : found.map(({ day }) => ({ day, times: [] }));
  const later = addDays(first, previewLength);
  const preview: Preview = {
    now,
    offers,
    schedule,
    sessions: names,
    state: taken ? 'there' : hasFailed ? 'failed' : 'loading',
    reload,
    offer,
    days,
    day: days.find((candidate) => candidate.day === shown.day) ?? days.find(hasFreeTime) ?? days[0],
    freeCount: days.flatMap(({ times }) => times).filter(({ seatsLeft }) => seatsLeft > 0).length,
    isDraft: rows !== null || rules !== null || dates !== null,
    earlier: first > today ? laterOf(addDays(first, -previewLength), today) : null,
    later: later <= addDays(today, furthestDays) ? later : null,
    chooseOffer: setVariantId,
    chooseDay: (day) => setShown({ first, day }),
    showFrom: (day) => setShown({ first: day, day: null }),
  };
  return <PreviewContext value={preview}>{children}</PreviewContext>;
}

/** Null where the mentor offers nothing yet. */
export function usePreview(): Preview | null {
  return use(PreviewContext);
}

function hasFreeTime({ times }: PreviewDay): boolean {
  return times.some(({ seatsLeft }) => seatsLeft > 0);
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}
