/*
 * How many bookings a second go through the service, beside the same work as SQL sent raw in the same
 * run (`raw-booking.ts` says which): by callers at once on many mentors, on one that everybody wants,
 * and by one caller. And 1,000 slots ordered twenty at a time beside 1,000 ordered singly, and beside their own
 * SQL sent raw (`replay.ts`), which is as fast as they can get.
 *
 *   npm run bench -- booking
 *
 * On a scratch database of the embedded server (or of DATABASE_URL's). What the raw side leaves out is
 * the slot engine, the rules, the ORM, and nothing that the database does. No two ask for the same slot,
 * so every call books; what racers for one slot get is the tests' matter.
 */
import postgres from 'postgres';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { startTestDatabases } from '../scripts/database/test-database';
import { callAll, onScratchDatabase, percentile, rounded, type Times, together } from './measure';
import { type RawBooking, rawStatementCount, sendRawBooking } from './raw-booking';
import { forOthers, record, replay } from './replay';

/** Service and raw take turns, so that a machine that slows down slows both. */
const turns = 4;
const bookingsATurn = 160;
const mentorsWhenSpread = 50;
const atOnce = 16;
const slotMinutes = 30;
const orders = 50;
const slotsAnOrder = 20;
const orderMentors = 25;
const orderCallers = 8;
/** The type's number in PostgreSQL. */
const jsonb = 3802;

await onScratchDatabase(await startTestDatabases(), measure, { DATABASE_POOL_MAX: String(atOnce) });

interface Ids {
  mentorId: string;
  serviceId: string;
  variantId: string;
}
interface Mentee {
  id: string;
  accountId: string;
}
interface Wish {
  ids: Ids;
  mentee: Mentee;
  starts: Temporal.Instant[];
}

async function measure(url: string): Promise<void> {
  const { pool } = await import('../db/client');
  const { inTransaction } = await import('../db/transaction');
  const { orderSlots } = await import('../lib/orders/service/order-slots');
  const { issueCredits } = await import('../lib/ledger/service');
  const people = await import('../testing/people');
  const { monday, publicOrganizationId } = people;

  const rawPool = postgres(url, { max: atOnce + 1, connection: { TimeZone: 'UTC' } });
  // As Drizzle has it: what goes into a column of JSON is text already.
  rawPool.options.serializers[jsonb] = (value: unknown) => value;

  const makeMentors = (howMany: number): Promise<Ids[]> =>
    Promise.all(
      Array.from({ length: howMany }, () =>
        people.makeMentor({
          durations: [slotMinutes],
          priceCredits: 1,
          windows: [{ startTime: '00:00', endTime: '24:00' }],
        }),
      ),
    );
  const makeMentees = async (howMany: number): Promise<Mentee[]> => {
    const users = await Promise.all(Array.from({ length: howMany }, () => people.makeUser()));
    const recipients = users.map(({ id }) => ({
      userId: id,
      credits: 1000,
      reason: 'For a bench',
    }));
    const actorId = users[0]?.id ?? '';
    const grant = { organizationId: publicOrganizationId, now: monday, recipients, actorId };
    await inTransaction((tx) => issueCredits(tx, grant));
    return rawPool<Mentee[]>`
      select user_id as id, id as "accountId" from ledger_accounts
      where kind = 'user' and user_id = any(${users.map(({ id }) => id)})`;
  };
  const slotAt = (place: number) => monday.add({ hours: 24, minutes: place * slotMinutes });
  /** Wishes for so many slots, one mentor after the other, so that each gives as many. */
  const wishes = async (howMany: number, mentors: Ids[], slotsEach = 1): Promise<Wish[]> => {
    const mentees = await makeMentees(Math.min(howMany, 4 * atOnce));
    return Array.from({ length: howMany }, (_, place) => ({
      ids: mentors[place % mentors.length] as Ids,
      mentee: mentees[place % mentees.length] as Mentee,
      starts: Array.from({ length: slotsEach }, (_none, step) =>
        slotAt(Math.floor(place / mentors.length) * slotsEach + step),
      ),
    }));
  };

  const details = { format: 'video', phone: '', place: '', subject: 'Hello', notes: '' } as const;
  const byService = async ({ ids: { mentorId, variantId }, mentee, starts }: Wish) => {
    const booker = { kind: 'user', userId: mentee.id, network: null } as const;
    const what = { mentorId, variantId, link: null, starts, details, answers: [], priceCredits: 1 };
    const requestId = uuidv7();
    const result = await orderSlots({ ...what, booker, policy: 'all', requestId, now: monday });
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
  };
  const bySql = (connection: postgres.ReservedSql, { ids, mentee, starts: [start] }: Wish) => {
    const raw: Omit<RawBooking, 'start'> = {
      mentor: ids.mentorId,
      service: ids.serviceId,
      variant: ids.variantId,
      mentee: mentee.id,
      account: mentee.accountId,
      organization: publicOrganizationId,
      now: monday,
    };
    return start ? sendRawBooking(connection, { ...raw, start }) : Promise.reject(new Error('?'));
  };
  const served = (list: Wish[], callers: number) =>
    callAll(
      list.map((wish) => () => byService(wish)),
      Array.from({ length: callers }, () => null),
    );
  const connections = await Promise.all(Array.from({ length: atOnce }, () => rawPool.reserve()));
  const sent = (list: Wish[], callers: number) =>
    callAll(
      list.map((wish) => (connection: postgres.ReservedSql) => bySql(connection, wish)),
      connections.slice(0, callers),
    );

  // Warm: code, connections, and statements that connections have prepared.
  await served(await wishes(bookingsATurn, await makeMentors(mentorsWhenSpread)), atOnce);
  await sent(await wishes(bookingsATurn, await makeMentors(mentorsWhenSpread)), atOnce);

  const [one] = await wishes(1, await makeMentors(1));
  const statements = await record(async () => one && byService(one));

  const rows: object[] = [];
  for (const [where, mentors, callers] of [
    [`${mentorsWhenSpread} mentors`, mentorsWhenSpread, atOnce],
    ['one hot mentor', 1, atOnce],
    [`${mentorsWhenSpread} mentors`, mentorsWhenSpread, 1],
  ] as const) {
    const service: Times[] = [];
    const raw: Times[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      service.push(await served(await wishes(bookingsATurn, await makeMentors(mentors)), callers));
      raw.push(await sent(await wishes(bookingsATurn, await makeMentors(mentors)), callers));
    }
    rows.push(...rowsOf({ where, callers }, together(service), together(raw)));
  }
  console.table(rows);

  const slots = orders * slotsAnOrder;
  const singly = await served(await wishes(slots, await makeMentors(orderMentors)), orderCallers);
  const grouped = await wishes(orders, await makeMentors(orderMentors), slotsAnOrder);
  const together20 = await served(grouped, orderCallers);
  const perSecond = ({ seconds }: Times) => Math.round(slots / seconds);
  const title = `${slots} slots, ${orderCallers} callers`;
  console.table([
    {
      [title]: `${orders} orders of ${slotsAnOrder}`,
      'slots/s': perSecond(together20),
      times: rounded(singly.seconds / together20.seconds),
    },
    { [title]: `baseline: ${slots} orders of one`, 'slots/s': perSecond(singly), times: 1 },
  ]);

  // Each mentor gives one order, so that all of them are at the same times.
  const idsOf = ({ ids, mentee }: Wish) => [
    ids.mentorId,
    ids.serviceId,
    ids.variantId,
    mentee.id,
    mentee.accountId,
    publicOrganizationId,
  ];
  const ownSql = async () => {
    const [first, ...others] = await wishes(
      orders + 1,
      await makeMentors(orders + 1),
      slotsAnOrder,
    );
    if (!first) return [];
    const order = await record(() => byService(first));
    return others.map((wish) => {
      const theirs = idsOf(wish);
      return forOthers(order, new Map(idsOf(first).map((id, place) => [id, theirs[place] ?? id])));
    });
  };
  const orderTimes = { service: [] as Times[], raw: [] as Times[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const served20 = await served(
      await wishes(orders, await makeMentors(orders), slotsAnOrder),
      orderCallers,
    );
    const sent20 = await callAll(
      (await ownSql()).map(
        (statementsOfIt) => (connection: postgres.ReservedSql) =>
          replay(connection, statementsOfIt),
      ),
      connections.slice(0, orderCallers),
    );
    // The first is to warm up.
    if (turn === 0) continue;
    orderTimes.service.push(served20);
    orderTimes.raw.push(sent20);
  }
  const rawOrders = together(orderTimes.raw);
  const orderRow = (how: string, times: Times) => ({
    [`orders of ${slotsAnOrder}, ${orderCallers} callers`]: how,
    'slots/s': Math.round((times.ms.length * slotsAnOrder) / times.seconds),
    'of raw': rounded(rate(times) / rate(rawOrders), 2),
    'p50 ms': rounded(percentile(times, 0.5)),
    'p99 ms': rounded(percentile(times, 0.99)),
  });
  console.table([
    orderRow('service', together(orderTimes.service)),
    orderRow('its own SQL, raw', rawOrders),
  ]);
  console.log(`Statements of one booking: ${statements.length}; raw: ${rawStatementCount}.`);
  for (const connection of connections) connection.release();
  await rawPool.end();
  await pool.end();
}

function rate({ seconds, ms }: Times): number {
  return ms.length / seconds;
}

function rowsOf(what: { where: string; callers: number }, service: Times, raw: Times) {
  const row = (how: string, times: Times) => ({
    ...what,
    how,
    'bookings/s': rounded(rate(times)),
    'of raw': rounded(rate(times) / rate(raw), 2),
    'p50 ms': rounded(percentile(times, 0.5)),
    'p99 ms': rounded(percentile(times, 0.99)),
    'p99 times raw': rounded(percentile(times, 0.99) / percentile(raw, 0.99), 2),
  });
  return [row('service', service), row('raw SQL', raw)];
}
