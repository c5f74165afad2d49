import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db, type Executor } from '@/db/client';
import { plansOf } from '@/testing/plans';
import { makeOrganization } from '@/testing/people';
import { listMembers } from './memberships';

let organizationId = '';

beforeAll(async () => {
  organizationId = await makeOrganization();
  await makeOrganization();
  await db.execute(sql`
    with people as (
      insert into users (id, name, email)
      select gen_random_uuid(), 'Person ' || place, 'p' || place || '@many.test'
      from generate_series(1, 5000) as place returning id
    )
    insert into memberships (organization_id, user_id, role)
    select ${organizationId}, id, 'member' from people`);
  await db.execute(sql`analyze users, memberships`);
});

const asked = { search: '', role: null, cursor: null, limit: 51 };
const list = (options: Partial<Parameters<typeof listMembers>[1]> = {}) =>
  listMembers(db, { ...asked, organizationId, ...options });

const readPage = (executor: Executor) => listMembers(executor, { ...asked, organizationId });

describe('the list of 5,000 members', () => {
  it('comes page by page, each member once', async () => {
    const seen = new Set<string>();
    let cursor: Parameters<typeof listMembers>[1]['cursor'] = null;
    for (let page = 0; page < 200; page += 1) {
      const rows = await list({ cursor, limit: 50 });
      for (const { userId } of rows) seen.add(userId);
      const last = rows.at(-1);
      if (!last) break;
      cursor = { joinedAt: last.joinedAt, userId: last.userId };
    }
    expect(seen.size).toBe(5000);
  });

  it('finds by a part of a name or an address, in which no sign means any other', async () => {
    expect(await list({ search: 'person 4999' })).toHaveLength(1);
    expect(await list({ search: 'P4999@MANY' })).toHaveLength(1);
    expect(await list({ search: 'person_4999' })).toHaveLength(0);
    expect(await list({ search: '%' })).toHaveLength(0);
    expect(await list({ role: 'owner' })).toHaveLength(0);
  });

  it.each(['force_custom_plan', 'force_generic_plan'] as const)(
    'reads what is on the page, from an index (%s)',
    async (mode) => {
      const [plan] = await plansOf(readPage, mode);
      expect(plan?.indexes).toContain('memberships_newest_idx');
      expect(plan?.wholeTables).not.toContain('memberships');
      expect(plan?.pages).toBeLessThan(600);
    },
  );
});
