import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getSessionUserId } from '@/db/queries/auth-sessions';
import { hasMentorProfile } from '@/db/queries/mentor-profile';
import type { MentorHandle } from '@/domain/mentors';

/**
 * Whether there is a page of this mentor for whoever holds a login session, or for a visitor.
 * For the proxy, where nothing of a request is known yet but its cookies.
 */
export async function mentorExistsFor({
  sessionToken,
  ...handle
}: MentorHandle & { sessionToken: string | undefined }): Promise<boolean> {
  const viewerId =
    sessionToken === undefined
      ? null
      : await getSessionUserId(db, { sessionToken, now: Temporal.Now.instant() });
  return hasMentorProfile(db, { ...handle, viewerId });
}
