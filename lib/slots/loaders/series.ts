import 'server-only';
import { Temporal } from 'temporal-polyfill';
import type { ViewerExecutor } from '@/db/viewer';
import { listOwnTime } from '@/db/queries/bookings';
import { listSchedules } from '@/db/queries/schedules';
import type { Offer } from '../schema/schedule';
import { seriesStarts } from '../rules/series';
import { checkTimes } from '../rules/time-checks';
import type { CheckedTime, Series, SeriesAsked } from '../schema/series';

interface Asked {
  mentorId: string;
  offer: Offer;
  /** Whose own sessions are in the way; null: a visitor. */
  personId: string | null;
}

/** Beyond every horizon, whatever an address says. */
const farDays = 400;

/** When the sessions of a series would be, in the mentor's wall time, and which of them are free. */
export async function loadSeries(
  executor: ViewerExecutor,
  { series, timeZone, ...asked }: Asked & { series: SeriesAsked; timeZone: string },
): Promise<Series> {
  const starts = seriesStarts(series.first, { ...series, timeZone });
  return { asked: series, times: await loadTimes(executor, { ...asked, starts }) };
}

/** Which of these times are free for the viewer now: five queries, and one for their own sessions. */
export async function loadTimes(
  executor: ViewerExecutor,
  { mentorId, offer, personId, starts }: Asked & { starts: readonly number[] },
): Promise<CheckedTime[]> {
  if (starts.length === 0) return [];
  const now = Temporal.Now.instant();
  const far = now.add({ hours: 24 * farDays }).epochMilliseconds;
  const within = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(Math.min(Math.max(at, now.epochMilliseconds), far));
  const from = within(Math.min(...starts));
  const to = within(Math.max(...starts)).add({ minutes: offer.durationMinutes });
  const periods = starts.map((at) => {
    const start = within(at);
    return { start, end: start.add({ minutes: offer.durationMinutes }) };
  });
  const [[schedule], own] = await Promise.all([
    listSchedules(executor, { mentorIds: [mentorId], from, to, now }),
    personId === null ? [] : listOwnTime(executor, { personId, periods, now }),
  ]);
  if (!schedule) {
    return starts.map((start) => ({ start, obstacle: 'not_offered', settledFormat: null }));
  }
  return checkTimes(schedule, offer, { starts, own, now: now.epochMilliseconds });
}
