import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { EmailTokenPurpose } from '@/domain/mails';
import type { Executor } from '../client';
import { emailTokens } from '../schema/auth';

const columns = {
  purpose: emailTokens.purpose,
  email: emailTokens.email,
  bookingId: emailTokens.bookingId,
  domainId: emailTokens.domainId,
  expiresAt: emailTokens.expiresAt,
  usedAt: emailTokens.usedAt,
};

export async function insertEmailToken(
  executor: Executor,
  values: {
    tokenHash: string;
    purpose: EmailTokenPurpose;
    email: string;
    bookingId: string | null;
    invitationId?: string | null;
    domainId?: string | null;
    expiresAt: Temporal.Instant;
    createdAt: Temporal.Instant;
  },
) {
  await executor.insert(emailTokens).values(values);
}

/** Looks without using it up. The token's hash is itself the proof of who may look. */
export async function getEmailToken(executor: Executor, { tokenHash }: { tokenHash: string }) {
  const [row] = await executor
    .select(columns)
    .from(emailTokens)
    .where(eq(emailTokens.tokenHash, tokenHash))
    .limit(1);
  return row ?? null;
}

/** Uses a token up; null when it is unknown, expired or used already, if only just now by another. */
export async function spendEmailToken(
  executor: Executor,
  {
    tokenHash,
    purpose,
    now,
  }: { tokenHash: string; purpose: EmailTokenPurpose; now: Temporal.Instant },
) {
  const [row] = await executor
    .update(emailTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(emailTokens.tokenHash, tokenHash),
        eq(emailTokens.purpose, purpose),
        isNull(emailTokens.usedAt),
        gt(emailTokens.expiresAt, now),
      ),
    )
    .returning({ email: emailTokens.email, bookingId: emailTokens.bookingId });
  return row ?? null;
}
