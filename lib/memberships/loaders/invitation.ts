import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { findInvitation, getInvitation } from '@/db/queries/invitations';
import { getRole } from '@/db/queries/memberships';
import { linkToken } from '@/lib/auth/schema';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { hashToken } from '@/lib/auth/tokens';
import { factsOf, refusalOfInvitation } from '../rules/invitations';
import { invitationKey, type InvitationView } from '../schema';

/**
 * What stands on the page of an invitation, before anything is joined: who invites, where to and as what;
 * null where the address opens none. Whoever has the secret of a link may read it, signed in or not.
 */
export async function loadInvitation(key: string): Promise<InvitationView | null> {
  // Whether it has expired depends on when it is asked.
  await connection();
  const [viewer, timeZone] = await Promise.all([getViewer(), getPageTimeZone()]);
  if (!invitationKey.safeParse(key).success) return null;
  const by = linkToken.safeParse(key).success
    ? { tokenHash: hashToken(key) }
    : viewer && { id: key, email: viewer.email };
  const id = by && (await findInvitation(db, by));
  const found = id && (await getInvitation(db, { id }));
  if (!found) return null;
  const { organizationId, organization, kind, role, email, expiresAt, inviterName } = found;
  const present = viewer && (await getRole(db, { organizationId, userId: viewer.id }));
  return {
    kind,
    role,
    email,
    inviterName,
    organization: {
      slug: organization.slug,
      name: organization.name,
      description: organization.description,
    },
    expiresAt: expiresAt.epochMilliseconds,
    refusal: refusalOfInvitation(factsOf(found), {
      now: Temporal.Now.instant().epochMilliseconds,
    }),
    viewer: viewer && { email: viewer.email, isInvited: email === viewer.email },
    present,
    timeZone,
  };
}
