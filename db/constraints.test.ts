/**
 * Each constraint that the database's own catalog has refuses a row, by its name. One without a line in
 * `db/violations` fails, and so does a line whose constraint is gone.
 */
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { idOf, makeIsolatedWorld } from '@/testing/isolated-world';
import { publicOrganizationId } from '@/testing/people';
import { raw } from '@/testing/raw';
import { ofBookings } from './violations/bookings';
import { ofCredits } from './violations/credits';
import { ofMails } from './violations/mails';
import { ofMentors } from './violations/mentors';
import { ofPeople } from './violations/people';
import { at, type Row, type Violation } from './violations/violation';

const violations = { ...ofBookings, ...ofCredits, ...ofMails, ...ofMentors, ...ofPeople };

/** Rows of the tables that no page reads, so that no one has made them. */
const unread: Record<string, () => Row> = {
  auth_accounts: () => ({
    user_id: mentee(),
    type: 'oidc',
    provider: 'a',
    provider_account_id: 'b',
  }),
  auth_sessions: () => ({ session_token: 'a'.repeat(64), user_id: mentee(), expires: at }),
  booking_requests: () => ({
    id: uuidv7(),
    request_id: '01900000-0000-7000-8000-00000000000a',
    user_id: mentee(),
    booking_ids: [],
    created_at: at,
  }),
  cron_runs: () => ({ id: uuidv7(), trigger: 'http', started_at: at }),
  email_tokens: () => ({
    id: uuidv7(),
    token_hash: 'a',
    purpose: 'sign_in',
    email: 'a@example.test',
    expires_at: at,
  }),
  mailbox_messages: () => ({
    id: uuidv7(),
    key: 'a',
    recipient_email: 'a@example.test',
    subject: 'A',
    html: 'A',
    text: 'A',
    created_at: at,
  }),
  invitation_uses: () => ({
    invitation_id: idOf('invitations', 'school'),
    user_id: mentee(),
    used_at: at,
  }),
  payment_events: () => ({
    id: 'a',
    top_up_id: idOf('top_ups', 'mentee'),
    type: 'a',
    outcome: 'nothing',
    received_at: at,
  }),
  rate_limits: () => ({ key: 'a' }),
  welcomes: () => ({
    organization_id: publicOrganizationId,
    mailbox_hash: 'a',
    user_id: mentee(),
    created_at: at,
  }),
};

const mentee = () => idOf('users', 'mentee');

beforeAll(makeIsolatedWorld);

interface Constraint {
  name: string;
  table: string;
  isKey: boolean;
}

/** All but foreign keys, and uniques that say no more than the primary key does: foreign keys need those. */
async function constraints(): Promise<Constraint[]> {
  return raw<Constraint[]>`
    select c.conname as name, c.conrelid::regclass::text as table, c.contype = 'p' as "isKey"
    from pg_constraint as c
    where c.connamespace = 'public'::regnamespace and c.conrelid <> 0 and c.contype in ('c', 'x', 't', 'p', 'u')
      and not (c.contype = 'u' and exists (
        select from pg_constraint as k
        where k.conrelid = c.conrelid and k.contype = 'p' and k.conkey <@ c.conkey))
    union all
    select i.indexrelid::regclass::text, i.indrelid::regclass::text, false
    from pg_index as i join pg_class as t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and i.indisunique
      and not exists (select from pg_constraint where conindid = i.indexrelid)
    order by 1`;
}

const written = new Map<string, { columns: string[]; hasId: boolean; counted: string | null }>();

/** A row as it is there, or would be. */
async function rowOf(table: string): Promise<Row> {
  const [kept] = await raw<{ row: string }[]>`
    select to_jsonb(t)::text as row from ${raw(table)} as t order by ctid limit 1`;
  return kept ? (JSON.parse(kept.row) as Row) : (unread[table]?.() ?? {});
}

type Sql = Parameters<Parameters<typeof raw.begin>[1]>[0];

async function insert(tx: Sql, table: string, row: Row): Promise<void> {
  const known = written.get(table)?.columns ?? [];
  const columns = known.filter((column) => column in row).map((column) => `"${column}"`);
  await tx.unsafe(
    `insert into ${table} (${columns.join(', ')}) overriding system value
     select ${columns.join(', ')} from jsonb_populate_record(null::${table}, $1::text::jsonb)`,
    [JSON.stringify(row)],
  );
}

const undone = new Error('undone');

/** By what the violation is refused; null: by nothing. Nothing stays. */
async function refuser({ table, isKey }: Constraint, violation: Violation): Promise<string | null> {
  const base = await rowOf(table);
  const { hasId = false, counted = null } = written.get(table) ?? {};
  const isNew = hasId && !isKey;
  if (counted !== null && !isKey) delete base[counted];
  const made = (row: Row): Row => ({
    ...base,
    ...(isNew ? { id: uuidv7() } : {}),
    ...Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'function' ? (value as () => unknown)() : value,
      ]),
    ),
  });
  const run = async (tx: Sql) => {
    if (typeof violation === 'string') await tx.unsafe(violation);
    else if ('before' in violation) {
      await insert(tx, table, made(violation.before as Row));
      await insert(tx, table, made(violation.row as Row));
    } else await insert(tx, table, made(violation));
    await tx`set constraints all immediate`;
  };
  try {
    await raw.begin(async (tx) => {
      await run(tx);
      await run(tx);
      throw undone;
    });
  } catch (error) {
    if (error === undone) return null;
    if (error instanceof Error && 'constraint_name' in error) return String(error.constraint_name);
    return String(error);
  }
  return null;
}

beforeAll(async () => {
  const rows = await raw<
    { table: string; columns: string[]; hasId: boolean; counted: string | null }[]
  >`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns,
      bool_or(column_name = 'id' and udt_name = 'uuid') as "hasId",
      max(column_name::text) filter (where is_identity = 'YES') as counted
    from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'
    group by 1`;
  for (const { table, ...rest } of rows) written.set(table, rest);
});

it('each has a violation, and each violation its constraint', async () => {
  const named = (await constraints()).filter(({ isKey }) => !isKey).map(({ name }) => name);
  expect(Object.keys(violations).toSorted()).toEqual([...new Set(named)].toSorted());
});

it('each refuses what is said to violate it', async () => {
  const wrong: unknown[] = [];
  for (const constraint of await constraints()) {
    // What the database numbers itself is nobody's to repeat.
    const isCounted = written.get(constraint.table)?.counted != null;
    if (constraint.isKey && isCounted) continue;
    // A row that is there already is refused by its key, but for an account that opens empty.
    const again = constraint.table === 'ledger_accounts' ? { balance: 0 } : {};
    for (const violation of constraint.isKey ? [again] : (violations[constraint.name] ?? [])) {
      const by = await refuser(constraint, violation);
      if (by !== constraint.name) wrong.push({ constraint: constraint.name, violation, by });
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

/** What each trigger that keeps the record refuses. */
const kept: Record<string, string[]> = {
  audit_events_are_not_emptied: ['truncate audit_events cascade'],
  audit_events_stay: ['delete from audit_events', 'update audit_events set at = now()'],
  booking_events_are_not_emptied: ['truncate booking_events cascade'],
  booking_events_change: [
    "update booking_events set to_status = 'expired'",
    "update booking_events set reason = 'another'",
  ],
  booking_events_stay: ['delete from booking_events'],
  bookings_are_not_emptied: ['truncate bookings cascade'],
  bookings_stay: ['delete from bookings'],
  ledger_accounts_are_not_emptied: ['truncate ledger_accounts cascade'],
  ledger_accounts_change: [
    'update ledger_accounts set balance = balance + 1',
    "update ledger_accounts set kind = 'clearing'",
  ],
  ledger_accounts_open_empty: [
    `insert into ledger_accounts (id, kind, organization_id, balance, created_at)
     select gen_random_uuid(), 'clearing', id, 5, now() from organizations where slug = 'another'`,
  ],
  ledger_accounts_stay: ['delete from ledger_accounts'],
  ledger_entries_are_not_emptied: ['truncate ledger_entries cascade'],
  ledger_entries_change: ['update ledger_entries set amount = amount + 1'],
  ledger_entries_stay: ['delete from ledger_entries'],
  ledger_entries_sum_to_zero: [
    // To a transfer that is there, so that the one that looks at a new one's end sees nothing of it.
    `insert into ledger_entries (transfer_id, account_id, amount)
     select t.id, a.id, 5 from ledger_transfers as t, ledger_accounts as a
     where a.kind = 'user' and not exists (
       select from ledger_entries where transfer_id = t.id and account_id = a.id)
     limit 1`,
  ],
  ledger_transfers_are_not_emptied: ['truncate ledger_transfers cascade'],
  ledger_transfers_change: ["update ledger_transfers set reason = 'another'"],
  ledger_transfers_stay: ['delete from ledger_transfers'],
  session_messages_are_not_emptied: ['truncate session_messages cascade'],
  session_messages_change: ["update session_messages set text = 'another'"],
  session_messages_stay: ['delete from session_messages'],
  sessions_are_not_emptied: ['truncate sessions cascade'],
  sessions_stay: ['delete from sessions'],
  waiting_grants_are_given_once: [
    `update waiting_grants set given_at = now(), user_id = (select id from users limit 1);
     update waiting_grants set given_at = now()`,
  ],
  waiting_grants_stay: ['delete from waiting_grants'],
};

describe('the record', () => {
  it('has a line for each trigger that keeps it', async () => {
    const triggers = await raw<{ name: string }[]>`
      select tgname as name from pg_trigger as t join pg_proc as p on p.oid = tgfoid
      where not tgisinternal and tgconstraint = 0 and (proname like 'refuse%' or proname like 'check%')`;
    expect(triggers.map(({ name }) => name).toSorted()).toEqual(Object.keys(kept).toSorted());
  });

  const cases = Object.entries(kept).flatMap(([name, all]) => all.map((one) => [name, one]));
  it.each(cases)('is kept by %s: %s', async (name, statement) => {
    const table = /^(.*)_(?:are|stay|change|open|sum)/.exec(name ?? '')?.[1] ?? '';
    const attempt = raw.begin(async (tx) => {
      await tx.unsafe(statement ?? '');
      throw undone;
    });
    const ofTable = `of ${table} is refused|an account (?:is changed|opens)|transfer .* sums to 5`;
    await expect(attempt).rejects.toThrow(new RegExp(ofTable));
  });
});
