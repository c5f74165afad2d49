import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { harmsOf } from './harms';

/** Those before are applied where nobody books yet. */
const firstHeldToIt = 27;
const folder = 'db/migrations';

const migrations = readdirSync(folder)
  .filter((name) => /^\d{4}_.*\.sql$/.test(name) && Number(name.slice(0, 4)) >= firstHeldToIt)
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

it('each keeps nobody out', () => {
  const harms = migrations.map(([name, sql]) => ({ name, harms: harmsOf(sql) }));
  expect(harms.filter(({ harms: found }) => found.length > 0)).toEqual([]);
});

it.each([
  'alter table bookings add constraint a check (seat > 0)',
  'ALTER TABLE "bookings" ADD CONSTRAINT "a" FOREIGN KEY ("b") REFERENCES "public"."users"("id") ON DELETE cascade',
  'alter table bookings add constraint a unique (reference)',
  'alter table bookings\n  add constraint a exclude using gist (period with &&)',
  'CREATE UNIQUE INDEX "a" ON "bookings" USING btree ("b")',
  'create index a on bookings (b)',
  'alter table bookings add column a text not null',
  'alter table bookings add column a uuid default gen_random_uuid()',
  'alter table bookings add column a text generated always as (lower(reference)) stored',
  'alter table bookings alter column seat set data type bigint',
  'alter table bookings alter column phone set not null',
  'update bookings set seat = 0',
  'delete from bookings where seat = 0',
])('knows what does: %s', (statement) => {
  expect(harmsOf(`${statement};`)).toHaveLength(1);
  expect(harmsOf(`-- harmless: a few rows\n${statement};`)).toEqual([]);
});

it.each([
  'alter table bookings add constraint a check (seat > 0) not valid',
  'alter table bookings validate constraint a',
  'ALTER TABLE bookings ADD CONSTRAINT a CHECK (seat > 0) NOT VALID;--> statement-breakpoint',
  'alter table bookings add constraint a unique using index b',
  'create index if not exists a on bookings (b)',
  "alter table bookings add column a text default '' not null",
  'alter table bookings add column a timestamptz',
  'create table new (a int); alter table new add constraint a check (a > 0); create index b on new (a); insert into new values (1)',
  'drop index if exists a',
])('knows what does not: %s', (sql) => {
  expect(harmsOf(`${sql.replaceAll('; ', ';\n')};`)).toEqual([]);
});
