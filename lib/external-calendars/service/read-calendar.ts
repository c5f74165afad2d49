import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { ReadFailure, UnknownZone } from '@/domain/external-calendars';
import type { Transaction } from '@/db/client';
import { replaceImportedEvents } from '@/db/queries/external-calendars';
import { longestReach } from '@/lib/availability/schema/availability';
import { env } from '@/kernel/env';
import { fetchCalendar, type Network } from '../gateway/fetch-calendar';
import type { BusyEvent, Validators } from '../schema';
import { readInTime } from './read-in-time';

/** All that a calendar says at this moment. */
export interface WholeCalendar extends Validators {
  kind: 'read';
  name: string;
  events: BusyEvent[];
  digest: string;
  skippedEvents: number;
  skippedLines: number;
  unknownZones: UnknownZone[];
}

export type ReadCalendar =
  | WholeCalendar
  | { kind: 'unchanged' }
  | { kind: 'failed'; failure: ReadFailure };

/**
 * Fetches a calendar and makes out when its owner is busy, from a day ago until beyond every horizon.
 * In no transaction: it takes seconds.
 */
export async function readCalendarAt(
  asked: Validators & { url: string },
  {
    timeZone,
    owners,
    now,
    network,
  }: {
    timeZone: string;
    /** Addresses that the calendar belongs to. */
    owners: readonly string[];
    now: Temporal.Instant;
    network?: Network;
  },
): Promise<ReadCalendar> {
  const answer = await fetchCalendar(asked, network ? { network } : {});
  if (answer.kind !== 'body') return answer;
  const { bytes, charset, etag, lastModified } = answer;
  const reading = await readInTime({
    bytes,
    charset,
    reading: {
      timeZone,
      window: {
        start: now.subtract({ hours: 24 }).epochMilliseconds,
        end: now.add(longestReach).epochMilliseconds,
      },
      ownHost: new URL(env.APP_URL).hostname,
      owners,
    },
  });
  if (!reading.ok) return { kind: 'failed', failure: reading.failure };
  const { events, name, skipped, droppedLines, unknownZones } = reading;
  return {
    kind: 'read',
    name,
    events,
    digest: createHash('sha256').update(JSON.stringify(events)).digest('base64url'),
    skippedEvents: skipped,
    skippedLines: droppedLines,
    unknownZones,
    etag,
    lastModified,
  };
}

/** Keeps a calendar's events in the place of those that were kept. The mentor's lock is held. */
export async function keepEvents(
  tx: Transaction,
  { mentorId, calendarId, events }: { mentorId: string; calendarId: string; events: BusyEvent[] },
): Promise<void> {
  await replaceImportedEvents(tx, {
    mentorId,
    calendarId,
    events: events.map(({ start, end, summary }) => ({
      period: {
        start: Temporal.Instant.fromEpochMilliseconds(start),
        end: Temporal.Instant.fromEpochMilliseconds(end),
      },
      summary,
    })),
  });
}
