import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import {
  claimJitsiRooms,
  type ClaimedRoom,
  insertJitsiRooms,
  listSessionsWithoutRoom,
  recordRoomFailure,
  recordWherebyRoom,
} from '@/db/queries/meeting-rooms';
import { openMinutes } from '@/domain/bookings';
import type { JobOutcome, Turn } from '@/kernel/turn';
import { env } from '@/kernel/env';
import { log } from '@/kernel/log';
import { newJitsiUrl } from './gateway/jitsi';
import { longestAnswerSeconds, makeWherebyRoom, type Whereby } from './gateway/whereby';
import { secondsUntilRetry } from './rules';
import { lingerMinutes } from './schema';

/** Rooms that one run asks Whereby for side by side. */
const atOnce = 5;
/** Longer than any answer is waited for: who holds a claim by then has died. */
const leaseSeconds = 60;
/** Sessions that are given a Jitsi room at once. */
const batchSize = 500;

/** Where rooms come from. */
export interface RoomSources {
  jitsiBaseUrl: string;
  /** Null where there is no key. */
  whereby: Whereby | null;
}

interface Preparing extends Turn {
  /** Only the sessions of these; null: of all that need a room. */
  bookingIds?: readonly string[] | null;
  sources?: RoomSources;
}

/**
 * Gives a room to each session by video that needs one: at first a Jitsi room, which is there at once
 * and whatever happens, and then, where there is a key, one of Whereby's in its place. The first is only
 * replaced while nobody can have seen it, so a session that is about to start keeps it.
 *
 * Any number of runs may be at it: a session gets one room, and each run claims what it asks Whereby
 * for. Never throws for what Whereby does; that is tried again.
 */
export async function prepareRooms({
  clock,
  endsAt,
  bookingIds = null,
  sources = configuredSources(),
}: Preparing): Promise<JobOutcome> {
  const counts = { made: 0, improved: 0, failed: 0, late: 0 };
  if (bookingIds?.length === 0) return { counts, hasMore: false };
  const asked = { now: clock(), bookingIds, limit: batchSize };
  const sessionIds = await listSessionsWithoutRoom(db, asked);
  // In one order, so that two runs wait for each other and never in a circle.
  const rooms = sessionIds.toSorted().map((sessionId) => ({
    sessionId,
    url: newJitsiUrl(sources.jitsiBaseUrl),
  }));
  counts.made = await insertJitsiRooms(db, { rooms, now: clock() });
  let hasMore = sessionIds.length === batchSize;
  const { whereby } = sources;
  if (!whereby) return { counts, hasMore };
  // The last ones are begun early enough to be over in time.
  const lastStart = endsAt.subtract({ seconds: longestAnswerSeconds });
  for (;;) {
    const claimed = await claim({ clock, bookingIds });
    const outcomes = await Promise.all(claimed.map((room) => improve(room, { clock, whereby })));
    for (const outcome of outcomes) counts[outcome === 'blocked' ? 'failed' : outcome] += 1;
    if (claimed.length < atOnce) break;
    const isTimeUp = Temporal.Instant.compare(clock(), lastStart) >= 0;
    hasMore ||= isTimeUp;
    // The next ones would be answered alike.
    if (isTimeUp || outcomes.includes('blocked')) break;
  }
  return { counts, hasMore };
}

/** What is done once these bookings have been made, confirmed or moved and their people have an answer. */
export async function prepareRoomsOf({
  bookingIds,
  now,
}: {
  bookingIds: readonly string[];
  now: Temporal.Instant;
}): Promise<void> {
  const startedMs = performance.now();
  const clock = () => now.add({ milliseconds: Math.round(performance.now() - startedMs) });
  await prepareRooms({ clock, endsAt: now.add({ seconds: longestAnswerSeconds }), bookingIds });
}

function configuredSources(): RoomSources {
  const { WHEREBY_API_KEY: apiKey, WHEREBY_API_URL: apiUrl, JITSI_BASE_URL: jitsiBaseUrl } = env;
  return { jitsiBaseUrl, whereby: apiKey === undefined ? null : { apiKey, apiUrl } };
}

function claim({
  clock,
  bookingIds,
}: {
  clock: Turn['clock'];
  bookingIds: readonly string[] | null;
}) {
  const now = clock();
  return claimJitsiRooms(db, {
    now,
    // Nobody sees the room while the answer is waited for.
    startsAfter: now.add({ minutes: openMinutes, seconds: longestAnswerSeconds }),
    leasedUntil: now.add({ seconds: leaseSeconds }),
    limit: atOnce,
    bookingIds,
  });
}

/** `blocked`: failed for a reason that goes for all. `late`: the room came when it was of no use any more. */
async function improve(
  { sessionId, claim: number, failures, period, capacity }: ClaimedRoom,
  { clock, whereby }: { clock: Turn['clock']; whereby: Whereby },
): Promise<'improved' | 'failed' | 'blocked' | 'late'> {
  const claimed = { sessionId, claim: number };
  const lastsUntilAt = period.end.add({ minutes: lingerMinutes });
  const made = await makeWherebyRoom(whereby, { endsAt: lastsUntilAt, people: capacity + 1 });
  const now = clock();
  if (made.ok) {
    const startsAfter = now.add({ minutes: openMinutes });
    const room = { ...made.value, lastsUntilAt, madeAt: now, startsAfter };
    return (await recordWherebyRoom(db, { ...claimed, ...room })) ? 'improved' : 'late';
  }
  const { reason: failure, pauseSeconds } = made;
  const seconds = secondsUntilRetry({ failures: failures + 1, pauseSeconds });
  log.warn({ sessionId, failure, seconds }, 'Whereby gave no room; the session has one at Jitsi');
  await recordRoomFailure(db, {
    ...claimed,
    failure,
    failures: failures + 1,
    nextAttemptAt: now.add({ seconds }),
  });
  return failure === 'refused' || failure === 'busy' ? 'blocked' : 'failed';
}
