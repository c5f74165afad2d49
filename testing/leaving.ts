import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { emailTokens } from '@/db/schema/auth';
import { mintToken } from '@/lib/auth/tokens';

/** The secret of the link by which whoever has this address confirms that they want to be forgotten. */
export async function mintLeaveLink({ email, now }: { email: string; now: Temporal.Instant }) {
  const { token, tokenHash } = mintToken();
  const expiresAt = now.add({ hours: 1 });
  await db
    .insert(emailTokens)
    .values({ tokenHash, purpose: 'forget_me', email, expiresAt, createdAt: now });
  return { token, expiresAt };
}
