/*
 * How many bookings a second go through the service, by how many callers at once, on many mentors and
 * on one that everybody wants; each beside the same SQL sent raw in the same run. And 1,000 slots
 * booked as 50 batches of 20 beside 1,000 single bookings.
 *
 *   npm run bench -- booking
 *
 * On a scratch database of the embedded server (or of DATABASE_URL's). The raw statements are those
 * of one booking by the service, with other ids, times and references: what they leave out is the slot
 * engine, the rules, the ORM, and nothing that the database does. No two ask for the same slot, so
 * every call books; what racers for one slot get is the tests' matter.
 */
import { availableParallelism, loadavg } from 'node:os';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { startTestDatabases } from '../scripts/database/test-database';

const bookingsEach = 400;
const callers = [1, 8, 32];
const mentorsWhenSpread = 50;
const menteesEach = 64;
const slotMinutes = 30;
const batches = 50;
const slotsPerBatch = 20;
const batchMentors = 25;
const batchCallers = 8;

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

const databases = await startTestDatabases();
try {
  // What reads its settings when it is loaded is loaded after this.
  Object.assign(process.env, {
    DATABASE_URL: await databases.clone('bench'),
    DATABASE_POOL_MAX: '32',
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
  });
  await measure();
} finally {
  await databases.stop();
}

interface Ids {
  mentorId: string;
  serviceId: string;
  variantId: string;
}
interface Statement {
  text: string;
  parameters: unknown[];
}
type Call = () => Promise<unknown>;

async function measure(): Promise<void> {
  const { pool } = await import('../db/client');
  const { inTransaction } = await import('../db/transaction');
  const { orderSlots } = await import('../lib/orders/service/order-slots');
  const { issueCredits } = await import('../lib/ledger/service');
  const people = await import('../testing/people');
  const { monday, publicOrganizationId } = people;

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
  const makeMentees = async (): Promise<string[]> => {
    const users = await Promise.all(Array.from({ length: menteesEach }, () => people.makeUser()));
    const recipients = users.map(({ id }) => ({
      userId: id,
      credits: 1000,
      reason: 'For a bench',
    }));
    const [first] = recipients;
    const grant = { organizationId: publicOrganizationId, now: monday };
    await inTransaction((tx) =>
      issueCredits(tx, { ...grant, recipients, actorId: first?.userId ?? '' }),
    );
    return users.map(({ id }) => id);
  };
  const slotAt = (place: number) => monday.add({ hours: 24, minutes: place * slotMinutes });
  const details = { format: 'video', phone: '', place: '', subject: 'Hello', notes: '' } as const;
  const common = { details, priceCredits: 1, policy: 'all', now: monday } as const;

  const bookAll = async (
    { mentorId, variantId }: Ids,
    menteeId: string,
    starts: Temporal.Instant[],
  ) => {
    const booker = { kind: 'user', userId: menteeId } as const;
    const requestId = uuidv7();
    const wanted = { ...common, answers: [], booker, mentorId, variantId, starts, requestId };
    const result = await orderSlots(wanted);
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
  };
  const bookOne = (ids: Ids, menteeId: string, startsAt: Temporal.Instant) =>
    bookAll(ids, menteeId, [startsAt]);

  /** Who books what with whom: one after the other of `mentors`, so that each has as many. */
  const plan = (mentors: Ids[], mentees: string[]) =>
    Array.from({ length: bookingsEach }, (_, place) => ({
      ids: mentors[place % mentors.length] as Ids,
      menteeId: mentees[place % mentees.length] as string,
      startsAt: slotAt(Math.floor(place / mentors.length)),
    }));

  // Warm: code, connections, and statements that connections have prepared.
  const warm = plan(await makeMentors(mentorsWhenSpread), await makeMentees());
  await callAll(
    warm.map(
      ({ ids, menteeId, startsAt }) =>
        () =>
          bookOne(ids, menteeId, startsAt),
    ),
    32,
  );

  const [model] = await makeMentors(1);
  const [modelMentee = ''] = await makeMentees();
  if (!model) throw new Error('no mentor was made');
  await bookOne(model, modelMentee, slotAt(0));
  const recorded: Statement[] = [];
  pool.options.debug = (_connection, text, parameters) => recorded.push({ text, parameters });
  const modelStart = slotAt(100);
  await bookOne(model, modelMentee, modelStart);
  pool.options.debug = false;
  const replay = (
    { ids, menteeId, startsAt }: ReturnType<typeof plan>[number],
    accountOf: Map<string, string>,
  ): Statement[] => {
    const same = new Map<string, string>([
      [publicOrganizationId, publicOrganizationId],
      [accountOf.get(modelMentee) ?? '', accountOf.get(menteeId) ?? ''],
      [model.mentorId, ids.mentorId],
      [model.serviceId, ids.serviceId],
      [model.variantId, ids.variantId],
      [modelMentee, menteeId],
    ]);
    const shiftMs = startsAt.epochMilliseconds - modelStart.epochMilliseconds;
    const reference = `BAO-${uuidv7().slice(-10).toUpperCase()}`;
    return recorded.map(({ text, parameters }) => ({
      text,
      parameters: parameters.map((value) => rewritten(value, { same, shiftMs, monday, reference })),
    }));
  };
  // The service looks up whose account it is: the raw statements have it beforehand.
  const accountsOf = async (menteeIds: string[]) => {
    const rows = await pool<{ user_id: string; id: string }[]>`
      select user_id, id from ledger_accounts
      where kind = 'user' and user_id = any(${[...menteeIds, modelMentee]})`;
    return new Map(rows.map(({ user_id: userId, id }) => [userId, id]));
  };
  const send = async (statements: Statement[]) => {
    const connection = await pool.reserve();
    try {
      for (const { text, parameters } of statements) {
        await connection.unsafe(text, parameters as never[], { prepare: parameters.length > 0 });
      }
    } finally {
      connection.release();
    }
  };

  const rows: object[] = [];
  for (const [where, howMany] of [
    [`${mentorsWhenSpread} mentors`, mentorsWhenSpread],
    ['one hot mentor', 1],
  ] as const) {
    for (const atOnce of callers) {
      const service = plan(await makeMentors(howMany), await makeMentees());
      const served = await callAll(
        service.map(
          ({ ids, menteeId, startsAt }) =>
            () =>
              bookOne(ids, menteeId, startsAt),
        ),
        atOnce,
      );
      const mentees = await makeMentees();
      const accountOf = await accountsOf(mentees);
      const raw = plan(await makeMentors(howMany), mentees).map((one) => replay(one, accountOf));
      const sent = await callAll(
        raw.map((statements) => () => send(statements)),
        atOnce,
      );
      rows.push(rowOf(where, atOnce, 'service', served), rowOf(where, atOnce, 'raw SQL', sent));
    }
  }
  console.table(rows);

  const singles = await makeMentors(batchMentors);
  const grouped = await makeMentors(batchMentors);
  const mentees = await makeMentees();
  const others = await makeMentees();
  const each = (mentors: Ids[], mentorless: string[]) =>
    Array.from({ length: batches }, (_, place) => ({
      ids: mentors[place % batchMentors] as Ids,
      menteeId: mentorless[place] as string,
      starts: Array.from({ length: slotsPerBatch }, (_none, step) =>
        slotAt(Math.floor(place / batchMentors) * slotsPerBatch + step),
      ),
    }));
  const one = await callAll(
    each(singles, mentees).flatMap(({ ids, menteeId, starts }) =>
      starts.map((startsAt) => () => bookOne(ids, menteeId, startsAt)),
    ),
    batchCallers,
  );
  const many = await callAll(
    each(grouped, others).map(
      ({ ids, menteeId, starts }) =>
        () =>
          bookAll(ids, menteeId, starts),
    ),
    batchCallers,
  );
  const slots = batches * slotsPerBatch;
  console.table([
    {
      [`${slots} slots, ${batchCallers} callers`]: `${batches} batches of ${slotsPerBatch}`,
      'slots/s': Math.round(slots / many.seconds),
      times: Number((one.seconds / many.seconds).toFixed(1)),
    },
    {
      [`${slots} slots, ${batchCallers} callers`]: `baseline: ${slots} single bookings`,
      'slots/s': Math.round(slots / one.seconds),
      times: 1,
    },
  ]);
  await pool.end();
  const [load = 0] = loadavg();
  if (load > availableParallelism()) {
    console.log(`The machine is busy (load ${load.toFixed(1)}), so all of it looks slower.`);
  }
}

interface Times {
  seconds: number;
  /** Of each call, ascending. */
  ms: number[];
}

/** Makes all calls, so many at once. */
async function callAll(calls: Call[], atOnce: number): Promise<Times> {
  const queue = calls.values();
  const ms: number[] = [];
  const before = performance.now();
  const caller = async () => {
    for (const call of queue) {
      const start = performance.now();
      await call();
      ms.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  return { seconds: (performance.now() - before) / 1000, ms: ms.sort((a, b) => a - b) };
}

function rowOf(where: string, atOnce: number, how: string, { seconds, ms }: Times) {
  const at = (share: number) => Number((ms[Math.floor(ms.length * share)] ?? 0).toFixed(1));
  return {
    where,
    callers: atOnce,
    how,
    'bookings/s': Math.round(ms.length / seconds),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
  };
}

/** A recorded value as another booking has it: fresh ids, its own times, its own reference. */
function rewritten(
  value: unknown,
  {
    same,
    shiftMs,
    monday,
    reference,
  }: { same: Map<string, string>; shiftMs: number; monday: Temporal.Instant; reference: string },
): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replaceAll(uuid, (id) => {
      const other = same.get(id) ?? uuidv7();
      same.set(id, other);
      return other;
    })
    .replaceAll(/^BAO-\w+$/g, reference)
    .replaceAll(instant, (text) => {
      const at = Temporal.Instant.from(text);
      return at.equals(monday)
        ? text
        : Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + shiftMs).toString();
    });
}
