import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import type { BookingRecord } from '@/db/queries/bookings';
import { enqueueDeliveries } from '@/lib/outbox/service';

/** Mails the link of a hold once more; `email`: the address that the hold is for now. */
export async function mailHoldLink(
  tx: Transaction,
  { id, guestLocale }: Pick<BookingRecord, 'id' | 'guestLocale'>,
  { email, now }: { email: string; now: Temporal.Instant },
): Promise<void> {
  const recipient = { recipientId: null, recipientEmail: email, locale: guestLocale ?? 'en' };
  await enqueueDeliveries(tx, [{ kind: 'hold', ...recipient, bookingIds: [id], now }]);
}
