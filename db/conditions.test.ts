import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { makeUser } from '@/testing/people';
import { db } from './client';
import { isAnyOf } from './conditions';
import { users } from './schema/users';

it('finds the rows that have one of the values, whatever is written in them', async () => {
  const names = ['plain', `O'Hara, "Bo"`, 'back\\slash', '{curly}', 'null', ''];
  for (const name of [...names, 'another']) {
    const { id } = await makeUser();
    await db.update(users).set({ name }).where(eq(users.id, id));
  }
  const rows = await db.select({ name: users.name }).from(users).where(isAnyOf(users.name, names));
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(names));
  const trimmed = sql<string>`rtrim(${users.name}, 'n')`;
  expect(await db.$count(users, isAnyOf(trimmed, ['plai', 'plain']))).toBe(1);
});

it('writes values as the column does', async () => {
  const { id } = await makeUser();
  const [user] = await db.select().from(users).where(eq(users.id, id));
  if (!user) throw new Error('there is no user');
  const sameAge = isAnyOf(users.createdAt, [user.createdAt, user.createdAt.add({ hours: 1 })]);
  expect(await db.$count(users, sameAge)).toBeGreaterThan(0);
});

it('finds nothing where there are no values', async () => {
  await makeUser();
  expect(await db.$count(users, isAnyOf(users.id, []))).toBe(0);
});
