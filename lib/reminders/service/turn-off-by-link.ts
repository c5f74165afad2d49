import type { Temporal } from 'temporal-polyfill';
import type { ReminderKind } from '@/domain/reminders';
import { db } from '@/db/client';
import { removeEmailReminder } from '@/db/queries/reminders';
import { getViewerRow } from '@/db/queries/users';
import { openReminderOffLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { ok, refused, type Result } from '@/kernel/result';
import { usualPreferences } from '../schema';

/**
 * Turns the e-mail of a reminder off for whom its link was sent to (RFC 8058), as their settings would.
 * Asked twice, nothing changes the second time.
 */
export async function turnReminderOff({
  token,
  now,
}: {
  token: string;
  now: Temporal.Instant;
}): Promise<Result<{ kind: ReminderKind }, 'unknown'>> {
  const claims = openReminderOffLink(token, env.authSecrets);
  if (!claims || claims.expiresAt <= now.epochMilliseconds) return refused('unknown');
  const { kind, personId: userId } = claims;
  if (!(await getViewerRow(db, { userId }))) return refused('unknown');
  await removeEmailReminder(db, { userId, kind, usual: usualPreferences, now });
  return ok({ kind });
}
