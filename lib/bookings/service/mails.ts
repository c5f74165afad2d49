import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import type { Person } from '@/db/queries/people';
import { enqueueDeliveries } from '@/lib/outbox/service';
import type { DeliveryKind } from '@/lib/outbox/schema';

interface Recipient {
  /** Null for an address that is no user's yet. */
  id: string | null;
  email: string;
  locale: 'en' | 'fr';
}

/** Puts one mail to each recipient into the outbox. @returns the deliveries, to send after the commit. */
export async function enqueueBookingMails(
  tx: Transaction,
  {
    bookingId,
    mails,
    now,
  }: {
    bookingId: string;
    mails: { kind: DeliveryKind; to: Recipient | Person }[];
    now: Temporal.Instant;
  },
): Promise<string[]> {
  return enqueueDeliveries(
    tx,
    mails.map(({ kind, to }) => ({
      kind,
      recipientId: to.id,
      recipientEmail: to.email,
      locale: to.locale,
      bookingId,
      now,
    })),
  );
}
