/** What each of ten people, and a visitor, reads of every table without any condition. */
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { idOf, labelOf, makeIsolatedWorld } from '@/testing/isolated-world';
import { db } from './client';
import { raw } from '@/testing/raw';
import {
  keys,
  matrix,
  type ViewerName,
  viewers,
  vocabularies,
  withheld,
  withheldColumns,
} from './isolation-matrix';
import { asViewer, type Viewing } from './viewer';

beforeAll(makeIsolatedWorld);

const organizationsOf = (labels: readonly string[]) =>
  labels.map((label) => idOf('organizations', label));

function viewing(name: ViewerName): Viewing | null {
  if (name === 'visitor') return null;
  const { memberOf, adminOf } = viewers[name];
  const of = { memberOf: organizationsOf(memberOf), adminOf: organizationsOf(adminOf) };
  return { id: idOf('users', name), ...of };
}

/** What all of them see of a table, in the form of the matrix. */
async function seenOf(table: string): Promise<Record<string, string[]>> {
  const seen: Record<string, string[]> = {};
  for (const name of Object.keys(viewers) as ViewerName[]) {
    const query = sql`select (${sql.raw(keys[table] ?? 'id')})::text as key from ${sql.identifier(table)}`;
    const rows = await asViewer(viewing(name), (tx) => tx.execute<{ key: string }>(query));
    for (const label of new Set(rows.map(({ key }) => labelOf(table, key)))) {
      (seen[label] ??= []).push(name);
    }
  }
  return seen;
}

it.each(Object.entries(matrix))('of %s each sees their own', async (table, rows) => {
  const expected = Object.entries(rows).map(([label, names]) => [
    label,
    names.split(' ').toSorted(),
  ]);
  const seen = await seenOf(table);
  const sorted = Object.entries(seen).map(([label, names]) => [label, names.toSorted()]);
  expect(Object.fromEntries(sorted)).toEqual(Object.fromEntries(expected));
});

it.each([
  ['x', 1],
  ['y', 0],
])('a service by link is there for who has come by its link', async (letter, count) => {
  const query = sql`select from services as s join variants on service_id = s.id where title = 'secret'`;
  const link = letter.repeat(43);
  expect(await asViewer(null, (tx) => tx.execute(query), { link })).toHaveLength(count);
});

describe('the schema', () => {
  it('has a decision for each table, and a lock on it', async () => {
    const tables = await raw<
      { name: string; locked: boolean; policies: number; granted: boolean }[]
    >`
      select relname as name, relrowsecurity as locked,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
        has_any_column_privilege('baobab_viewer', c.oid, 'SELECT') as granted
      from pg_class as c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    expect(tables.filter(({ locked }) => !locked)).toEqual([]);
    const decided = [...Object.keys(matrix), ...vocabularies, ...withheld];
    expect(tables.map(({ name }) => name).toSorted()).toEqual(decided.toSorted());
    for (const { name, policies, granted } of tables) {
      const isRead = !withheld.includes(name);
      expect({ name, policies, granted }).toEqual({
        name,
        policies: isRead ? 1 : 0,
        granted: isRead,
      });
    }
  });

  it('lets a viewer read and nothing else', async () => {
    const rights = await raw<{ name: string; privilege: string }[]>`
      select table_schema || '.' || table_name as name, privilege_type as privilege
      from information_schema.role_table_grants where grantee = 'baobab_viewer'`;
    expect(new Set(rights.map(({ privilege }) => privilege))).toEqual(new Set(['SELECT']));
    const [role] = await raw`select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole
      from pg_roles where rolname = 'baobab_viewer'`;
    const none = { rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false };
    expect(role).toEqual(none);
  });

  it('keeps secrets and addresses of others from who may see the row', async () => {
    for (const [table, columns] of Object.entries(withheldColumns)) {
      for (const column of columns) {
        const query = sql`select ${sql.identifier(column)} from ${sql.identifier(table)}`;
        const read = asViewer(viewing('head'), (tx) => tx.execute(query));
        await expect(read).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('answers who asks for what is withheld with an error', async () => {
    for (const table of withheld) {
      const read = asViewer(viewing('head'), (tx) =>
        tx.execute(sql`select 1 from ${sql.identifier(table)}`),
      );
      await expect(read).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('a reading', () => {
  it('leaves its connection as it was', async () => {
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await asViewer(viewing('head'), (tx) => tx.execute(sql`select 1`));
        const [row] = await raw`select current_user = session_user as is_owner,
          coalesce(current_setting('app.user_id', true), '') as who`;
        expect(row).toEqual({ is_owner: true, who: '' });
      }),
    );
  });

  it('is refused inside another', async () => {
    const nested = asViewer(null, () => asViewer(null, (tx) => tx.execute(sql`select 1`)));
    await expect(nested).rejects.toThrow('hand the executor down');
  });

  it('refuses a query that comes when it is over', async () => {
    const late = await asViewer(null, async (tx) => ({ tx }));
    await expect(late.tx.execute(sql`select 1`)).rejects.toMatchObject({
      message: expect.stringContaining('await it inside'),
    });
  });

  it('gives its connection back when a query fails while others are under way', async () => {
    for (let turn = 0; turn < 30; turn += 1) {
      const failing = asViewer(null, (tx) =>
        Promise.all([
          tx.execute(sql`select 1 / (${turn}::int - ${turn}::int)`),
          tx.execute(sql`select ${turn}::int, pg_sleep(0.001)`),
          tx.execute(sql`select ${turn}::int + 1`),
        ]),
      );
      await expect(failing).rejects.toMatchObject({ code: '22012' });
    }
    expect(await db.execute(sql`select current_user = session_user as is_owner`)).toMatchObject([
      { is_owner: true },
    ]);
    const [open] = await raw`select count(*)::int as left_open from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`;
    expect(open).toEqual({ left_open: 0 });
  });

  it('survives the loss of its connection, and so does the pool', async () => {
    const lost = asViewer(null, (tx) =>
      tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
    );
    await expect(lost).rejects.toMatchObject({ name: 'DatabaseError' });
    expect(await asViewer(null, (tx) => tx.execute(sql`select 1 as one`))).toEqual([{ one: 1 }]);
  });

  it('takes ids alone for who looks', async () => {
    const forged = { id: "' or true", memberOf: [], adminOf: [] };
    await expect(asViewer(forged, (tx) => tx.execute(sql`select 1`))).rejects.toThrow('by ids');
  });
});
