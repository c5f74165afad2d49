import { db } from '@/db/client';
import { deleteAuthSessions } from '@/db/queries/auth-sessions';
import { ok, refused, type Result } from '@/kernel/result';

/**
 * Ends one of a user's login sessions, or all but the one that they are looking from.
 * @returns how many it ended; `not_found` when there is no such one of theirs
 */
export async function signOutDevices({
  userId,
  device,
  current,
}: {
  userId: string;
  /** The id of one, or "others". */
  device: string;
  /** The id of the one that asks. */
  current: string;
}): Promise<Result<{ count: number }, 'not_found'>> {
  const which = device === 'others' ? { allBut: current } : { id: device };
  const count = await deleteAuthSessions(db, { userId, ...which });
  return count === 0 && device !== 'others' ? refused('not_found') : ok({ count });
}
