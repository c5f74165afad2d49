import type { Temporal } from 'temporal-polyfill';
import { validate as isUuid } from 'uuid';
import type { ReadFailure } from '@/domain/external-calendars';
import { getViewerRow } from '@/db/queries/users';
import { db, type Executor } from '@/db/client';
import { getBookingRules } from '@/db/queries/availability';
import {
  archiveExternalCalendar,
  countExternalCalendars,
  insertExternalCalendar,
  setOwnAddresses,
} from '@/db/queries/external-calendars';
import { changeAvailability } from '@/lib/availability/service/change-availability';
import { ok, refused, type Result } from '@/kernel/result';
import type { Network } from '../gateway/fetch-calendar';
import { zonesToAnnounce } from '../rules/announcements';
import { minutesUntilNext } from '../rules/retry';
import { mostCalendars, shortLine } from '../schema';
import { mostNameLetters } from '@/lib/external-calendars/constants';
import { announceZones } from './announce';
import { keepEvents, readCalendarAt } from './read-calendar';

/**
 * Adds a calendar of a mentor's own, once it has been read: one that cannot be is not kept, since its
 * busy times are unknown.
 * @param url as `calendarUrl` gives it
 * @param name empty: what the calendar calls itself
 */
export async function addCalendar({
  userId,
  url,
  name,
  now,
  network,
}: {
  userId: string;
  url: string;
  name: string;
  now: Temporal.Instant;
  network?: Network;
}) {
  const mentor = await getBookingRules(db, { mentorId: userId });
  if (!mentor) return refused('not_a_mentor');
  // Before anything is fetched, and under the lock again.
  const early = await refusalOf(db, { mentorId: userId, url });
  if (early) return early;
  const { timeZone } = mentor;
  const owner = await getViewerRow(db, { userId });
  const owners = owner ? [owner.email] : [];
  const place = { timeZone, owners, now, ...(network && { network }) };
  const whole = await readCalendarAt({ url, etag: null, lastModified: null }, place);
  if (whole.kind !== 'read') {
    const failure: ReadFailure = whole.kind === 'failed' ? whole.failure : 'server_error';
    return refused('unreadable', { failure });
  }
  const minutes = minutesUntilNext({ failures: 0, chance: Math.random() });
  return changeAvailability({ userId, now }, async (tx, { mentorId }) => {
    const late = await refusalOf(tx, { mentorId, url });
    if (late) return late;
    const { etag, lastModified, digest, skippedEvents, skippedLines, unknownZones, events } = whole;
    const { fresh, announcedZones } = zonesToAnnounce(unknownZones, []);
    const called = name || shortLine(whole.name, mostNameLetters) || new URL(url).hostname;
    const id = await insertExternalCalendar(tx, {
      mentorId,
      url,
      name: called,
      etag,
      lastModified,
      digest,
      skippedEvents,
      skippedLines,
      unknownZones,
      announcedZones,
      timeZone,
      expandedAt: now,
      attemptedAt: now,
      readAt: now,
      nextAttemptAt: now.add({ seconds: Math.round(minutes * 60) }),
      createdAt: now,
    });
    await keepEvents(tx, { mentorId, calendarId: id, events });
    await announceZones(tx, { mentorId, name: called, timeZone, zones: fresh, now });
    return ok({ id, events: events.length });
  });
}

/** Removes a calendar of a mentor's own, and with it what it had of their time. */
export async function removeCalendar({
  userId,
  id,
  now,
}: {
  userId: string;
  id: string;
  now: Temporal.Instant;
}) {
  return changeAvailability(
    { userId, now },
    async (tx, { mentorId }): Promise<Result<object, 'not_found'>> => {
      if (!isUuid(id) || !(await archiveExternalCalendar(tx, { mentorId, id, now }))) {
        return refused('not_found');
      }
      await keepEvents(tx, { mentorId, calendarId: id, events: [] });
      return ok({});
    },
  );
}

/**
 * Says which addresses are a mentor's own in a calendar of theirs, beside the one they sign in with: what
 * those have declined takes no time, once the calendar has been read again.
 * @param addresses as `ownAddressesForm` gives them
 */
export async function saveOwnAddresses({
  userId,
  id,
  addresses,
  now,
}: {
  userId: string;
  id: string;
  addresses: string[];
  now: Temporal.Instant;
}): Promise<Result<undefined, 'not_found'>> {
  const asked = { mentorId: userId, id, ownAddresses: addresses, now };
  return isUuid(id) && (await setOwnAddresses(db, asked)) ? ok(undefined) : refused('not_found');
}

async function refusalOf(executor: Executor, asked: { mentorId: string; url: string }) {
  const { total, hasSame } = await countExternalCalendars(executor, asked);
  if (hasSame) return refused('already_added');
  return total >= mostCalendars ? refused('too_many') : null;
}
