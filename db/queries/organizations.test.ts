import { and, eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { memberRoles, permissions, rolesThatMay } from '@/domain/organizations';
import { makeMember, makeOrganization, makeUser } from '@/testing/people';
import { db } from '../client';
import { violatedConstraint } from '../errors';
import { memberships } from '../schema/organizations';
import { getPermitting, isPermittedIn, listPermitting } from './organizations';

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
        expect(await listPermitting(db, asked)).toHaveLength(may ? 1 : 0);
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
