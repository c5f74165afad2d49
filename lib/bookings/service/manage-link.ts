import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getViewerRow } from '@/db/queries/users';
import { openManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { ok, refused, type Result } from '@/kernel/result';
import type { ActInput } from './act-on-booking';

/**
 * Whom the link in a booking's mail was sent to, as the services that change bookings take it: as if
 * signed in, but for this booking alone and only while it is as the mail left it.
 *
 * Whoever is blocked since is nobody, by a link as by signing in.
 */
export async function actorOfManageLink({
  token,
  now,
}: {
  token: string;
  now: Temporal.Instant;
}): Promise<Result<ActInput & { sequence: number }, 'unknown' | 'link_expired'>> {
  const claims = openManageLink(token, env.authSecrets);
  if (!claims) return refused('unknown');
  const { bookingId, personId: userId, sequence, expiresAt } = claims;
  if (now.epochMilliseconds >= expiresAt) return refused('link_expired');
  const person = await getViewerRow(db, { userId });
  return person ? ok({ userId, bookingId, sequence, now }) : refused('unknown');
}
