import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { migrateDatabase } from '../scripts/database/migrations';
import { grantCredits } from '@/testing/ledger';
import { databaseKeepsTime } from '@/testing/database-time';
import { makeOrganization, makeUser } from '@/testing/people';
import { hashToken } from '@/lib/auth/tokens';
import { raw } from '@/testing/raw';
import { db } from './client';
import { users } from './schema/users';

const url = process.env.DATABASE_URL ?? '';
const known = readMigrationFiles({ migrationsFolder: 'db/migrations' });

async function setApplied(migrations: { hash: string; folderMillis: number }[]): Promise<void> {
  await raw`truncate drizzle.__drizzle_migrations`;
  for (const { hash, folderMillis } of migrations) {
    await raw`
      insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
}

const listApplied = async () => [
  ...(await raw`select hash from drizzle.__drizzle_migrations order by created_at`),
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

/** A database of this server with nothing in it. */
async function emptyDatabase(name: string): Promise<string> {
  const other = new URL(url);
  other.pathname = `${other.pathname}_${name}`;
  await raw`drop database if exists ${raw(other.pathname.slice(1))} with (force)`;
  await raw`create database ${raw(other.pathname.slice(1))}`;
  return other.href;
}

const keepsTime = await databaseKeepsTime();

describe('migrating while others use the database', () => {
  it('is done by one of two at once, and both are well', async () => {
    const empty = await emptyDatabase('twice');
    const both = [migrateDatabase(empty), migrateDatabase(empty)];
    expect(await Promise.allSettled(both)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'fulfilled' },
    ]);
    await raw`drop database ${raw(new URL(empty).pathname.slice(1))} with (force)`;
  });

  it.runIf(keepsTime)(
    'waits for a table that is in use, and keeps nobody else from it for long',
    async () => {
      const migrationsFolder = oneMore('ALTER TABLE "users" ADD COLUMN "extra" integer;');
      const said: string[] = [];
      const dump = await raw.reserve();
      await dump`begin`;
      await dump`select 1 from users limit 1`;
      const say = (sentence: string) => said.push(sentence);
      const migrated = migrateDatabase(url, { say, migrationsFolder });
      const heldUntil = performance.now() + 3500;
      let longest = 0;
      while (performance.now() < heldUntil) {
        const asked = performance.now();
        await raw`update users set name = name where id = ${uuidv7()}`;
        longest = Math.max(longest, performance.now() - asked);
        await setTimeout(20);
      }
      await dump`commit`;
      dump.release();
      await migrated;
      expect(said).toEqual([expect.stringContaining('in use')]);
      expect(longest).toBeLessThan(2500);
      await raw`alter table users drop column extra`;
    },
  );
});

/** All migrations and one more, in a folder of their own. */
function oneMore(text: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'baobab-migrations-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync('db/migrations', copy, { recursive: true });
  const path = join(copy, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { when: number }[] };
  const when = Math.max(...journal.entries.map((entry) => entry.when)) + 1;
  const entry = {
    idx: journal.entries.length,
    version: '7',
    when,
    tag: 'one_more',
    breakpoints: true,
  };
  writeFileSync(path, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
  writeFileSync(join(copy, 'one_more.sql'), text);
  return copy;
}

/** What taking a transaction back is done by. */
class TakeBack extends Error {}

it('who was signed in while tokens were kept in plain stays so', async () => {
  const { id } = await makeUser();
  const token = 'a token that a browser has';
  const migration = known.find(({ sql }) => sql.some((text) => text.includes('stays signed in')));
  const taken = raw.begin(async (tx) => {
    await tx`alter table auth_sessions drop constraint auth_sessions_token_hashed`;
    await tx`insert into auth_sessions (session_token, user_id, expires) values (${token}, ${id}, now())`;
    for (const text of migration?.sql ?? []) await tx.unsafe(text);
    const [kept] = await tx`select session_token from auth_sessions where user_id = ${id}`;
    throw new TakeBack(String(kept?.session_token));
  });
  await expect(taken).rejects.toThrow(hashToken(token));
});

describe('credits by organization', () => {
  it('keep every balance, with the organization that gave it or else with the public one', async () => {
    const school = await makeOrganization();
    const [pupil, newcomer] = [await makeUser(), await makeUser()];
    await grantCredits(pupil.id, 30, school);
    await grantCredits(newcomer.id, 10);
    const migration = known.find(({ sql }) => sql.some((text) => text.includes('Who was given')));

    const taken = raw.begin(async (tx) => {
      // As it was: one account a person, whoever gave.
      await tx`alter table ledger_accounts disable trigger ledger_accounts_change`;
      await tx`alter table ledger_accounts drop constraint ledger_accounts_owner_known`;
      await tx`drop index ledger_accounts_user_key`;
      await tx`update ledger_accounts set organization_id = null where user_id is not null`;
      await tx`alter table ledger_accounts add constraint ledger_accounts_owner_known check (true)`;
      await tx`create unique index ledger_accounts_user_key on ledger_accounts (user_id, kind)`;
      await tx`alter table ledger_accounts enable trigger ledger_accounts_change`;
      const read = async () => [
        ...(await tx`
          select user_id as id, slug, balance::int from ledger_accounts
            left join organizations on organizations.id = organization_id
          where user_id = any(${[pupil.id, newcomer.id]}) order by balance desc`),
      ];
      const before = await read();
      for (const text of migration?.sql ?? []) await tx.unsafe(text);
      const after = await read();
      expect(after.map(({ balance }) => balance)).toEqual(before.map(({ balance }) => balance));
      throw new TakeBack(JSON.stringify(after));
    });
    const error = await taken.catch((thrown: unknown) => thrown);
    if (!(error instanceof TakeBack)) throw error;
    expect(JSON.parse(error.message)).toEqual([
      { id: newcomer.id, slug: 'public', balance: 110 },
      { id: pupil.id, slug: school, balance: 30 },
    ]);
  });
});
