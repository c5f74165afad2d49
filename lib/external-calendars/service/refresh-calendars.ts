import { Temporal } from 'temporal-polyfill';
import { validate as isUuid } from 'uuid';
import type { ReadFailure } from '@/domain/external-calendars';
import { db } from '@/db/client';
import {
  claimCalendars,
  type ClaimedCalendar,
  type ReadOutcome,
  recordReadOutcome,
} from '@/db/queries/external-calendars';
import { inTransaction } from '@/db/transaction';
import { lockPeopleAndSweep } from '@/lib/bookings/service/locks';
import type { JobOutcome, Turn } from '@/kernel/turn';
import { log } from '@/kernel/log';
import { ok, refused, type Result } from '@/kernel/result';
import { longestFetchSeconds, type Network } from '../gateway/fetch-calendar';
import { failsForLong, zonesToAnnounce } from '../rules/announcements';
import { isExpansionGood, minutesUntilNext } from '../rules/retry';
import { announceFailure, announceZones } from './announce';
import { keepEvents, readCalendarAt, type WholeCalendar } from './read-calendar';

/** Calendars that one run reads side by side. */
const atOnce = 5;
/** Longer than any read takes: who holds it by then has died. */
const leaseSeconds = 120;

interface Refreshing {
  now: Temporal.Instant;
  /** For tests, whose calendars are on this machine. */
  network?: Network;
}

/**
 * Reads the calendars that are due, those of any mentor. Any number of runs may be at it: each claims
 * what it reads. One that cannot be read keeps the busy times that it had.
 */
export async function refreshCalendars({
  clock,
  endsAt,
  network,
}: Turn & { network?: Network }): Promise<JobOutcome> {
  const counts = { read: 0, unchanged: 0, failed: 0, broken: 0 };
  // The last ones are begun early enough to be over in time.
  const lastStart = endsAt.subtract({ seconds: longestFetchSeconds });
  do {
    const now = clock();
    const leasedUntil = now.add({ seconds: leaseSeconds });
    const claimed = await claimCalendars(db, { now, leasedUntil, limit: atOnce });
    const refreshing = network ? { now, network } : { now };
    const outcomes = await Promise.all(claimed.map((one) => refreshOrLog(one, refreshing)));
    for (const outcome of outcomes) counts[outcome] += 1;
    if (claimed.length < atOnce) return { counts, hasMore: false };
  } while (Temporal.Instant.compare(clock(), lastStart) < 0);
  return { counts, hasMore: true };
}

/** Reads one calendar of a mentor's own at once, due or not. */
export async function refreshCalendar({
  userId,
  id,
  ...refreshing
}: Refreshing & { userId: string; id: string }): Promise<
  Result<{ failure: ReadFailure | null }, 'not_now'>
> {
  if (!isUuid(id)) return refused('not_now');
  const { now } = refreshing;
  const [claimed] = await claimCalendars(db, {
    now,
    leasedUntil: now.add({ seconds: leaseSeconds }),
    limit: 1,
    only: { id, mentorId: userId },
  });
  if (!claimed) return refused('not_now');
  const outcome = await refresh(claimed, refreshing);
  return ok({ failure: outcome.kind === 'failed' ? outcome.failure : null });
}

/** One that breaks must not keep the others waiting; its lease runs out, and it is due again. */
async function refreshOrLog(calendar: ClaimedCalendar, refreshing: Refreshing) {
  try {
    return (await refresh(calendar, refreshing)).kind;
  } catch (error) {
    log.error({ calendarId: calendar.id, err: error }, 'a calendar could not be refreshed');
    return 'broken';
  }
}

async function refresh(calendar: ClaimedCalendar, { now, network }: Refreshing) {
  const { url, timeZone, expandedTimeZone, ownersEmail, ownAddresses } = calendar;
  const expanded = { at: calendar.expandedAt.epochMilliseconds, timeZone: expandedTimeZone };
  const isGood = isExpansionGood(expanded, { now: now.epochMilliseconds, timeZone });
  const { etag, lastModified } = isGood ? calendar : { etag: null, lastModified: null };
  const place = {
    timeZone,
    owners: [ownersEmail, ...ownAddresses],
    now,
    ...(network && { network }),
  };
  const read = await readCalendarAt({ url, etag, lastModified }, place);
  if (read.kind === 'read') {
    await keep(calendar, read, now);
  } else {
    await recordUnread(calendar, read.kind === 'failed' ? read.failure : null, now);
  }
  return read;
}

async function keep(calendar: ClaimedCalendar, whole: WholeCalendar, now: Temporal.Instant) {
  const { id, claim, mentorId, name, timeZone } = calendar;
  const { etag, lastModified, digest, skippedEvents, skippedLines, unknownZones, events } = whole;
  const { fresh, announcedZones } = zonesToAnnounce(unknownZones, calendar.announcedZones);
  const outcome = {
    ...times(0, now),
    failure: null,
    read: {
      etag,
      lastModified,
      digest,
      timeZone,
      skippedEvents,
      skippedLines,
      unknownZones,
      announcedZones,
    },
  };
  const isSame = digest === calendar.digest;
  await inTransaction(async (tx) => {
    if (!isSame) await lockPeopleAndSweep(tx, { personIds: [mentorId], now });
    const isOurs = await recordReadOutcome(tx, { id, claim, outcome });
    // Removed, or read by a later run, whose events then stand.
    if (!isOurs) return;
    if (!isSame) await keepEvents(tx, { mentorId, calendarId: id, events });
    await announceZones(tx, { mentorId, name, timeZone, zones: fresh, now });
  });
}

/** Ends an attempt that has found nothing changed, or that failed: who has failed for long is announced. */
async function recordUnread(
  calendar: ClaimedCalendar,
  failure: ReadFailure | null,
  now: Temporal.Instant,
) {
  const { id, claim } = calendar;
  if (failure === null) {
    const outcome: ReadOutcome = { ...times(0, now), failure, read: null };
    await recordReadOutcome(db, { id, claim, outcome });
    return;
  }
  const failures = calendar.failures + 1;
  const failingSince = calendar.failingSince ?? now;
  const isToBeAnnounced =
    calendar.failureAnnouncedAt === null &&
    failsForLong(failingSince.epochMilliseconds, { now: now.epochMilliseconds });
  const failureAnnouncedAt = isToBeAnnounced ? now : calendar.failureAnnouncedAt;
  const attempt = { ...times(failures, now), failure, failingSince, failures, failureAnnouncedAt };
  await inTransaction(async (tx) => {
    const isOurs = await recordReadOutcome(tx, { id, claim, outcome: attempt });
    if (isOurs && isToBeAnnounced) await announceFailure(tx, { calendar, failingSince, now });
  });
}

function times(failures: number, now: Temporal.Instant) {
  const minutes = minutesUntilNext({ failures, chance: Math.random() });
  return {
    attemptedAt: now,
    nextAttemptAt: now.add({ seconds: Math.round(minutes * 60) }),
  };
}
