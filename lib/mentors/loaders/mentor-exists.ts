import 'server-only';
import { asViewer } from '@/db/viewer';
import { hasMentorProfile } from '@/db/queries/mentor-profile';
import type { MentorHandle } from '@/domain/mentors';
import { getViewerOfSession } from '@/lib/auth/viewing';

/**
 * Whether there is a page of this mentor for whoever holds a login session, or for a visitor.
 * For the proxy, where nothing of a request is known yet but its cookies.
 */
export async function mentorExistsFor({
  sessionToken,
  ...handle
}: MentorHandle & { sessionToken: string | undefined }): Promise<boolean> {
  const viewer = await getViewerOfSession(sessionToken);
  const sought = { ...handle, viewerId: viewer?.id ?? null };
  return asViewer(viewer, (tx) => hasMentorProfile(tx, sought));
}
