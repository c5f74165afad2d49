import { and, eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { memberRoles, permissions, rolesThatMay } from '@/domain/organizations';
import { makeMember, makeOrganization, makeUser, monday } from '@/testing/people';
import { db } from '../client';
import { violatedConstraint } from '../errors';
import { memberships } from '../schema/organizations';
import {
  getOrganization,
  getPermitting,
  isPermittedIn,
  listOrganizationsOf,
  listPublicOrganizations,
} from './organizations';

async function makeMembers(organizationId: string, roles: readonly (typeof memberRoles)[number][]) {
  const people = [];
  for (const role of roles) {
    const { id: userId } = await makeUser();
    await makeMember({ organizationId, userId, role });
    people.push({ userId, role });
  }
  return people;
}

describe('who may do what', () => {
  let organizationId = '';
  let elsewhere = '';
  let people: Awaited<ReturnType<typeof makeMembers>> = [];

  beforeAll(async () => {
    [organizationId, elsewhere] = [await makeOrganization(), await makeOrganization()];
    people = await makeMembers(organizationId, memberRoles);
  });

  it.each(permissions)(
    '%s: as the table says, in their own organization alone',
    async (permission) => {
      for (const { userId, role } of people) {
        const may = rolesThatMay(permission).includes(role);
        const asked = { userId, permission };
        expect((await getPermitting(db, { ...asked, organizationId })) !== null).toBe(may);
        expect(await getPermitting(db, { ...asked, organizationId: elsewhere })).toBeNull();
        // Its slug, in a test, is its id.
        expect((await getPermitting(db, { ...asked, slug: organizationId })) !== null).toBe(may);
        expect(await getPermitting(db, { ...asked, slug: elsewhere })).toBeNull();
        for (const [id, expected] of [
          [organizationId, may],
          [elsewhere, false],
        ] as const) {
          const [row] = await db.execute<{ may: boolean }>(
            sql`select ${isPermittedIn(sql`${id}::uuid`, asked)} as may`,
          );
          expect(row?.may).toBe(expected);
        }
      }
    },
  );

  it('nobody who does not belong to it', async () => {
    const { id: userId } = await makeUser();
    for (const permission of permissions) {
      expect(await getPermitting(db, { userId, organizationId, permission })).toBeNull();
    }
  });
});

describe('an organization', () => {
  it.each([
    ['public', { isPublic: true }, true],
    ['of members', { isPublic: false }, false],
    ['not approved', { isPublic: true, approvedAt: null }, false],
    ['closed', { isPublic: true, closedAt: monday }, false],
  ])('that is %s is found by whom it is for', async (_, values, isForAll) => {
    const slug = await makeOrganization(values);
    const [member, stranger] = [await makeUser(), await makeUser()];
    await makeMember({ organizationId: slug, userId: member.id });
    const roleSeenBy = async (viewerId: string | null) =>
      (await getOrganization(db, { slug, viewerId }))?.role;
    expect(await roleSeenBy(member.id)).toBe('member');
    expect(await roleSeenBy(stranger.id)).toBe(isForAll ? null : undefined);
    expect(await roleSeenBy(null)).toBe(isForAll ? null : undefined);
    const listed = await listPublicOrganizations(db, { limit: 1000 });
    expect(listed.includes(slug)).toBe(isForAll);
    expect(listed).not.toContain('public');
  });

  it('is listed for its members, by name', async () => {
    const user = await makeUser();
    const [b, a] = [
      await makeOrganization({ name: 'Baobab School' }),
      await makeOrganization({ name: 'Acacia School' }),
    ];
    await makeMember({ organizationId: a, userId: user.id, role: 'owner' });
    await makeMember({ organizationId: b, userId: user.id });
    expect(await listOrganizationsOf(db, { userId: user.id })).toEqual([
      { slug: a, name: 'Acacia School', role: 'owner' },
      { slug: b, name: 'Baobab School', role: 'member' },
    ]);
    expect(await listOrganizationsOf(db, { userId: (await makeUser()).id })).toEqual([]);
  });
});

const demote = (organizationId: string, userId: string) =>
  db
    .update(memberships)
    .set({ role: 'admin' })
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));

describe('an organization that has an owner', () => {
  it('keeps one: the last can neither be demoted nor leave', async () => {
    const organizationId = await makeOrganization();
    const [owner] = await makeMembers(organizationId, ['owner', 'admin']);
    const userId = owner?.userId ?? '';
    for (const change of [
      demote(organizationId, userId),
      db.delete(memberships).where(eq(memberships.userId, userId)),
    ]) {
      const error = await change.catch((thrown: unknown) => thrown);
      expect(violatedConstraint(error)).toBe('memberships_keep_an_owner');
    }
  });

  it('lets one of two go, and not both who go at once', async () => {
    const organizationId = await makeOrganization();
    const [one, other] = await makeMembers(organizationId, ['owner', 'owner']);
    const results = await Promise.allSettled(
      [one, other].map((owner) => demote(organizationId, owner?.userId ?? '')),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await db.$count(
      memberships,
      and(eq(memberships.organizationId, organizationId), inArray(memberships.role, ['owner'])),
    );
    expect(left).toBe(1);
  });

  it('may hand it over in one transaction', async () => {
    const organizationId = await makeOrganization();
    const [owner, admin] = await makeMembers(organizationId, ['owner', 'admin']);
    await db.transaction(async (tx) => {
      await tx.delete(memberships).where(eq(memberships.userId, owner?.userId ?? ''));
      await tx
        .update(memberships)
        .set({ role: 'owner' })
        .where(eq(memberships.userId, admin?.userId ?? ''));
    });
    expect(await db.$count(memberships, eq(memberships.organizationId, organizationId))).toBe(1);
  });
});
