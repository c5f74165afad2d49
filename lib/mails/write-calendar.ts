import { db } from '@/db/client';
import type { ClaimedDelivery } from '@/db/queries/deliveries';
import { listCalendarsForMail } from '@/db/queries/external-calendars';
import type { FailingCalendar } from './templates/calendar-failing';

/** Reads how the calendars are doing that mails are about, of all of them at once. */
export async function readFailingCalendars(
  deliveries: readonly ClaimedDelivery[],
): Promise<(delivery: ClaimedDelivery) => FailingCalendar | null> {
  const ids = [...new Set(deliveries.flatMap(({ calendarId }) => calendarId ?? []))];
  const rows = new Map((await listCalendarsForMail(db, { ids })).map((row) => [row.id, row]));
  return ({ calendarId }) => {
    const row = rows.get(calendarId ?? '');
    if (!row || row.failure === null || row.failingSince === null) return null;
    const { name, url, failure, failingSince, readAt, timeZone } = row;
    return {
      name,
      host: new URL(url).hostname,
      failure,
      failingSince: failingSince.epochMilliseconds,
      readAt: readAt.epochMilliseconds,
      timeZone,
    };
  };
}
