import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../scripts/database/migrations';
import { makeUser } from '@/testing/people';
import { db, pool } from './client';
import { users } from './schema/users';

const url = process.env.DATABASE_URL ?? '';
const known = readMigrationFiles({ migrationsFolder: 'db/migrations' });

async function setApplied(migrations: { hash: string; folderMillis: number }[]): Promise<void> {
  await pool`truncate drizzle.__drizzle_migrations`;
  for (const { hash, folderMillis } of migrations) {
    await pool`
      insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
}

const listApplied = async () => [
  ...(await pool`select hash from drizzle.__drizzle_migrations order by created_at`),
];

afterEach(() => setApplied(known));

describe('migrating a database', () => {
  it('changes nothing in one that has them all', async () => {
    const before = await listApplied();
    expect(before).toHaveLength(known.length);
    await migrateDatabase(url);
    expect(await listApplied()).toEqual(before);
  });

  it('changes nothing in one that a newer version has taken further', async () => {
    const last = known.at(-1)?.folderMillis ?? 0;
    await setApplied([...known, { hash: 'of tomorrow', folderMillis: last + 1 }]);
    await migrateDatabase(url);
    expect(await listApplied()).toHaveLength(known.length + 1);
  });

  it('says how to start over where the history is another, and leaves everything as it is', async () => {
    await makeUser();
    const people = await db.$count(users);
    const [first, ...others] = known;
    if (!first) throw new Error('there are no migrations');
    // As one of before the migrations were written anew has it: more of them, and older.
    const older = [...others, ...others].map(({ folderMillis }, place) => ({
      hash: `older ${place}`,
      folderMillis: folderMillis - 1_000_000 + place,
    }));
    await setApplied([{ ...first, folderMillis: 1 }, ...older]);
    const before = await listApplied();
    await expect(migrateDatabase(url)).rejects.toThrow(
      /older history[^]*npm run db:reset[^]*DATABASE_URL/,
    );
    expect(await listApplied()).toEqual(before);
    expect(await db.$count(users)).toBe(people);
  });
});
