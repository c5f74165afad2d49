import type { Temporal } from 'temporal-polyfill';
import type { UnknownZone } from '@/domain/external-calendars';
import type { Transaction } from '@/db/client';
import type { ClaimedCalendar } from '@/db/queries/external-calendars';
import { enqueueNotifications } from '@/lib/notifications/service';
import { enqueueDeliveries } from '@/lib/outbox/service';

/** Notifies a mentor of zones of their calendar that nobody knows, and in which one they are read. */
export async function announceZones(
  tx: Transaction,
  {
    mentorId: userId,
    name: calendar,
    timeZone: readIn,
    zones,
    now,
  }: {
    mentorId: string;
    name: string;
    timeZone: string;
    zones: readonly UnknownZone[];
    now: Temporal.Instant;
  },
): Promise<void> {
  await enqueueNotifications(
    tx,
    zones.map(({ name: zone, events }) => {
      const data = { calendar, zone, readIn, events: events.filter((title) => title !== '') };
      return { userId, bookingId: null, content: { kind: 'calendar_zone_unknown', data }, now };
    }),
  );
}

/** Notifies a mentor, in the app and by mail, that a calendar of theirs has not been read for long. */
export async function announceFailure(
  tx: Transaction,
  {
    calendar: { id, mentorId, name, readAt, ownersEmail, ownersLocale },
    failingSince,
    now,
  }: { calendar: ClaimedCalendar; failingSince: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  const data = {
    calendar: name,
    failingSince: failingSince.toString(),
    readAt: readAt.toString(),
  };
  await enqueueNotifications(tx, [
    { userId: mentorId, bookingId: null, content: { kind: 'calendar_failing', data }, now },
  ]);
  await enqueueDeliveries(tx, [
    {
      kind: 'calendar_failing',
      recipientId: mentorId,
      recipientEmail: ownersEmail,
      locale: ownersLocale,
      calendarId: id,
      now,
    },
  ]);
}
