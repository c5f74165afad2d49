import type { Temporal } from 'temporal-polyfill';
import { createRandom } from '../random';
import { Diary } from './diary';
import { MentorDays } from './mentor-days';
import { type Cast, planDay } from './plan-days';
import { arrangeToday, arrangeYesterday } from './present';

const historyDays = 60;

interface Progress {
  now: Temporal.Instant;
  /** Called after each day, with the share that is done, from 0 to 1. */
  onProgress: (share: number) => void;
}

/**
 * Writes two months of bookings up to `now`, and those that they leave for the coming weeks, through the
 * services and in one order of time: a mentor's day that ran ahead would expire what others are about to
 * confirm. Days are UTC's, so what happened before today is the same whenever in the day it is written.
 */
export async function writeHistory(cast: Cast, { now, onProgress }: Progress): Promise<void> {
  const diary = new Diary();
  const random = createRandom(2026);
  const tracks = cast.mentors.map(
    (mentor, index) => new MentorDays(mentor, { diary, seed: index + 1 }),
  );
  const trackOf = new Map(tracks.map((track) => [track.mentor, track]));
  const today = now.toZonedDateTimeISO('UTC').startOfDay();

  for (let back = historyDays; back >= 0; back -= 1) {
    const midnight = today.subtract({ days: back }).toInstant();
    if (back === 1) await arrangeYesterday(tracks, cast, { at: midnight, now });
    for (const visit of planDay(cast, midnight, random)) trackOf.get(visit.mentor)?.expect(visit);
    const until = Math.min(midnight.add({ hours: 24 }).epochMilliseconds, now.epochMilliseconds);
    await liveUntil(tracks, until);
    onProgress(1 - back / historyDays);
  }
  await arrangeToday(tracks, cast, { now });
}

/** Lets all mentors live through what comes before `until`, in the one order of time. */
async function liveUntil(tracks: readonly MentorDays[], until: number): Promise<void> {
  for (;;) {
    const [next] = tracks.toSorted((one, other) => one.nextAt - other.nextAt);
    if (!next || next.nextAt >= until) return;
    await next.liveOn();
  }
}
