import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import type { ClaimedDelivery } from '@/db/queries/deliveries';
import { insertEmailToken } from '@/db/queries/email-tokens';
import type { EmailTokenPurpose } from '@/domain/mails';
import { mintToken } from '@/lib/auth/tokens';

/** A new secret for the link of a mail that is about to leave, of which only the hash is kept. */
export async function issueToken(
  { recipientEmail, bookingIds, invitationId, domainId }: ClaimedDelivery,
  purpose: EmailTokenPurpose,
  { now, expiresAt }: { now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<string> {
  const { token, tokenHash } = mintToken();
  await insertEmailToken(db, {
    tokenHash,
    purpose,
    email: recipientEmail,
    bookingId: bookingIds[0] ?? null,
    invitationId,
    domainId,
    expiresAt,
    createdAt: now,
  });
  return token;
}
