/**
 * Through a transaction pooler, which hands each transaction another server connection: nothing hangs or
 * fails, whether or not the pooler was announced; whoever looks is who has asked, and what follows on the
 * same connection is the owner's again.
 */
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { examples } from '@/testing/examples';
import { makeMentor, makeUser, monday } from '@/testing/people';
import { hasPooler, type Pooler, startPooler } from '@/testing/pooler';

if (!hasPooler) console.log('PgBouncer is not installed: nothing is tried through a pooler');

/** Longer than anything may take on a busy machine; what takes longer hangs. */
const hangsAfterMs = 20_000;

describe.skipIf(!hasPooler)('through PgBouncer', { timeout: 15 * 60_000 }, () => {
  let pooler: Pooler | undefined;

  beforeAll(async () => {
    pooler = await startPooler(process.env.DATABASE_URL ?? '');
    vi.stubEnv('DATABASE_URL', pooler.url);
    vi.stubEnv('DATABASE_POOL_MAX', '10');
  });

  afterAll(() => {
    vi.unstubAllEnvs();
    pooler?.stop();
  });

  it('each of many at once is who they are, and services are the owner', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => makeUser()));
    const { asViewer, db, pool } = await startProduct({ isSaid: true });
    const readOne = async (id: string, turn: number) => {
      const seen = await asViewer({ id, memberOf: [], adminOf: [] }, async (tx) => {
        const [rows, who] = await Promise.all([
          tx.execute<{ id: string }>(sql`select id from users where created_at > ${'-infinity'}`),
          tx.execute(sql`select current_user as role, ${turn}::int as turn`),
        ]);
        return { ids: rows.map((row) => row.id), who: who[0] };
      });
      expect(seen).toEqual({ ids: [id], who: { role: 'baobab_viewer', turn } });
      const [owner] = await db.transaction((tx) =>
        tx.execute(sql`select current_user = session_user as is_owner,
          coalesce(current_setting('app.user_id', true), '') as who where ${turn} = ${turn}`),
      );
      expect(owner).toEqual({ is_owner: true, who: '' });
    };
    await Promise.all(
      Array.from({ length: 30 }, (_, turn) => people.map(({ id }) => readOne(id, turn))).flat(),
    );
    await pool.end();
  });

  it.each([
    { isSaid: true, requests: examples(1) === 1 ? 500 : 10_000 },
    { isSaid: false, requests: examples(200) },
  ])('$requests requests, none bad: the pooler is announced: $isSaid', async (given) => {
    const mentors = await Promise.all(Array.from({ length: 3 }, () => makeMentor()));
    const people = await Promise.all(Array.from({ length: 12 }, () => makeUser()));
    const { asViewer, db, pool } = await startProduct(given);
    const [{ orderSlots }, { order, user }, { findMentors }, { loadOffers }] = await Promise.all([
      import('@/lib/orders/service/order-slots'),
      import('@/testing/bookings'),
      import('@/lib/mentors/loaders/find-mentors'),
      import('@/db/queries/mentors').then((queries) => ({ loadOffers: queries.listOffers })),
    ]);
    const criteria = {
      query: 'mentor',
      sort: 'match',
      skills: [],
      language: null,
      format: null,
      maxPrice: null,
    } as const;
    const person = (turn: number) => people[turn % people.length]?.id ?? '';
    const mentor = (turn: number) =>
      mentors[turn % mentors.length] ?? { mentorId: '', variantId: '' };
    const outcomes = new Map<string, number>();
    const note = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

    const browse = (turn: number) =>
      asViewer({ id: person(turn), memberOf: [], adminOf: [] }, async (tx) => {
        const viewed = { ...criteria, skills: [], viewerId: person(turn) };
        const [found] = await Promise.all([
          findMentors(tx, viewed, { page: 1, perPage: 12 }),
          loadOffers(tx, { mentorIds: mentors.map(({ mentorId }) => mentorId) }),
        ]);
        return found.total >= 0 ? 'browsed' : 'nothing';
      });
    const read = async (turn: number) => {
      const rows = await Promise.all(
        [1, 2, 3].map((step) => db.execute(sql`select ${turn + step}::int as sum`)),
      );
      return rows.every(([row], place) => row?.sum === turn + place + 1) ? 'read' : 'mixed up';
    };
    const race = async (turn: number) => {
      const { mentorId, variantId } = mentor(turn);
      const startsAt = monday.add({ hours: 24 + 1 + (Math.floor(turn / 12) % 400) });
      const wanted = { booker: user(person(turn)), mentorId, variantId, startsAt };
      const result = await orderSlots(order({ ...wanted, requestId: uuidv7() }));
      return result.ok ? 'booked' : 'refused';
    };
    const kinds = [browse, read, race];
    const turns = Array.from({ length: given.requests }, (_, turn) => turn).values();
    const caller = async () => {
      for (const turn of turns) {
        const kind = kinds[turn % kinds.length] ?? read;
        const hung = setTimeout(hangsAfterMs, 'hung', { ref: false });
        note(
          await Promise.race([
            kind(turn).catch((error: unknown) => `broke: ${String(error)}`),
            hung,
          ]),
        );
      }
    };
    await Promise.all(Array.from({ length: 25 }, caller));

    expect([...outcomes.keys()].toSorted()).toEqual(['booked', 'browsed', 'read', 'refused']);
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(given.requests);
    const doubly = await db.execute(sql`select mentor_id, period from sessions
      where active group by 1, 2 having count(*) > 1`);
    expect(doubly).toEqual([]);
    await pool.end();
  });
});

/** The product's modules, as a process has them that starts with these settings. */
async function startProduct({ isSaid }: { isSaid: boolean }) {
  vi.stubEnv('DATABASE_TRANSACTION_POOLER', String(isSaid));
  vi.resetModules();
  Reflect.deleteProperty(globalThis, 'baobabPool');
  const [{ asViewer }, { db, pool }] = await Promise.all([import('./viewer'), import('./client')]);
  return { asViewer, db, pool };
}
