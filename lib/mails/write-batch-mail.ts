import type { Temporal } from 'temporal-polyfill';
import type { BatchDeliveryKind } from '@/domain/mails';
import { db } from '@/db/client';
import { listBatchForMail } from '@/db/queries/booking-mails';
import type { ClaimedDelivery } from '@/db/queries/deliveries';
import { listSettlements } from '@/db/queries/ledger-statements';
import { attachBatch } from '@/lib/calendar-files/service/batch-file';
import { type MailContext, renderMail } from './render-mail';
import { bookingsToTell } from './rules';
import type { RenderedMail } from '@/lib/outbox/schema';

/**
 * Writes a mail about several bookings of one batch from what is true of them now.
 * @returns the mail, or why there is nothing to tell any more
 */
export async function writeBatchMail(
  {
    kind,
    batchId,
    bookingId,
    recipientId,
    locale,
    createdAt,
  }: ClaimedDelivery & { kind: BatchDeliveryKind },
  { context, now }: { context: MailContext; now: Temporal.Instant },
): Promise<RenderedMail | string> {
  // The table has none of these kinds without a batch, and batches are for signed-in people.
  if (batchId === null || recipientId === null) return 'booking_unknown';
  const rows = await listBatchForMail(db, { batchId, personId: recipientId });
  const told = bookingsToTell(kind, {
    bookings: rows.map((row) => ({
      id: row.id,
      status: row.status,
      startsAt: row.period.start.epochMilliseconds,
      expiresAt: row.expiresAt?.epochMilliseconds ?? null,
      cancelledAt: row.cancelledAt?.epochMilliseconds ?? null,
      expiredAt: row.expiredAt?.epochMilliseconds ?? null,
      row,
    })),
    firstId: bookingId,
    createdAt: createdAt.epochMilliseconds,
    now: now.epochMilliseconds,
  });
  if (typeof told === 'string') return told;

  const bookingIds = told.map(({ id }) => id);
  const [settlements, attachments] = await Promise.all([
    listSettlements(db, { bookingIds }),
    attachBatch(db, { bookingIds, reader: { id: recipientId, locale }, now }),
  ]);
  const settlementOf = new Map(settlements.map((one) => [one.bookingId, one]));
  const sessions = told.map(({ id, row }) => ({
    ...row,
    keptCredits: settlementOf.get(id)?.keptCredits ?? 0,
    refundedCredits: settlementOf.get(id)?.refundedCredits ?? 0,
  }));
  const hasFile = attachments.length > 0;
  return { ...(await renderMail({ kind, batchId, sessions, hasFile }, context)), attachments };
}
