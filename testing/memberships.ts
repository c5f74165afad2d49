import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { emailTokens } from '@/db/schema/auth';
import { memberships, type organizations } from '@/db/schema/organizations';
import { domainProofDays } from '@/domain/invitations';
import type { MemberRole } from '@/domain/organizations';
import { mintToken } from '@/lib/auth/tokens';
import { inviteByMail } from '@/lib/memberships/service/invite';
import { makeMember, makeOrganization, makeUser, monday } from './people';

/** A school with an owner and an admin, whose mentors only its members see. */
export async function makeSchool(values: Partial<typeof organizations.$inferInsert> = {}) {
  const organizationId = await makeOrganization({ isPublic: false, ...values });
  const [owner, admin] = [await makeUser(), await makeUser()];
  await makeMember({ organizationId, userId: owner.id, role: 'owner' });
  await makeMember({ organizationId, userId: admin.id, role: 'admin' });
  return { organizationId, owner, admin };
}

/** A new user with a role in the organization. */
export async function makeMemberOf(organizationId: string, role: MemberRole = 'member') {
  const user = await makeUser();
  await makeMember({ organizationId, userId: user.id, role });
  return user;
}

export async function roleOf(organizationId: string, userId: string): Promise<MemberRole | null> {
  const [row] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
  return row?.role ?? null;
}

/** The secret that a mail of this invitation carries. */
export async function mintInvitationToken(
  invitationId: string,
  { email, now = monday }: { email: string; now?: Temporal.Instant },
): Promise<string> {
  const { token, tokenHash } = mintToken();
  await db.insert(emailTokens).values({
    tokenHash,
    purpose: 'invitation',
    email,
    invitationId,
    expiresAt: now.add({ hours: 14 * 24 }),
    createdAt: now,
  });
  return token;
}

/** The secret that a mail to the postmaster of this domain carries. */
export async function mintDomainToken(
  domainId: string,
  now: Temporal.Instant = monday,
): Promise<string> {
  const { token, tokenHash } = mintToken();
  const email = `postmaster@${domainId}.example`;
  const expiresAt = now.add({ hours: domainProofDays * 24 });
  await db
    .insert(emailTokens)
    .values({ tokenHash, purpose: 'domain', email, domainId, expiresAt, createdAt: now });
  return token;
}

/** An invitation by mail that must succeed, and the secret that goes out with it. */
export async function invite(options: {
  userId: string;
  organizationId: string;
  email: string;
  role?: MemberRole;
  name?: string;
  now?: Temporal.Instant;
}) {
  const asked = { role: 'member' as const, name: '', now: monday, ...options };
  const result = await inviteByMail(asked);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  const { invitationId } = result.value;
  const { email, now } = asked;
  return { invitationId, token: await mintInvitationToken(invitationId, { email, now }) };
}
