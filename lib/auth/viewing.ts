import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getSessionUserId } from '@/db/queries/auth-sessions';
import { getViewerRow } from '@/db/queries/users';
import { hashToken } from './tokens';

/** Whom a link of a mail was sent to, as if they were signed in; null for somebody who is blocked. */
export function getViewerByLink(claims: { personId: string }) {
  return getViewerRow(db, { userId: claims.personId });
}

/** Who holds a login session, where no request is at hand; null for a visitor, and when it has ended. */
export async function getViewerOfSession(sessionToken: string | undefined) {
  if (sessionToken === undefined) return null;
  const userId = await getSessionUserId(db, {
    tokenHash: hashToken(sessionToken),
    now: Temporal.Now.instant(),
  });
  return userId === null ? null : getViewerRow(db, { userId });
}
