import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import { getSpendable } from '@/db/queries/ledger';
import { listPersonalAccounts } from '@/db/queries/ledger-statements';
import { ledgerAccounts, ledgerEntries, ledgerTransfers, welcomes } from '@/db/schema/ledger';
import { organizations } from '@/db/schema/organizations';
import { mentors } from '@/db/schema/mentors';
import { users } from '@/db/schema/users';
import { env } from '@/kernel/env';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { confirmHold } from '@/lib/orders/service/confirm-hold';
import { completeBooking, markNoShow } from '@/lib/bookings/service/run-session';
import { creditsOf, expectLedgerAddsUp, grantCredits } from '@/testing/ledger';
import { book, mintHoldLink, order, readBooking, user, visitor } from '@/testing/bookings';
import {
  at,
  makeMentor,
  makeOrganization,
  makeUser,
  type MentorSettings,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { issueCredits } from './service';

const startsAt = at('2026-11-25T10:00');
const price = 30;
/** What every new user of the public organization starts with. */
const welcome = 100;

afterEach(expectLedgerAddsUp);

async function balanceOf(userId: string, kind: 'user' | 'earnings' = 'user') {
  const [account] = await db
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(sql`${ledgerAccounts.userId} = ${userId} and ${ledgerAccounts.kind} = ${kind}`);
  return account?.balance ?? null;
}

/** Connections to this database that wait for somebody's lock. */
async function countWaiting() {
  const [row] = await db.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.waiting;
}

async function escrowOf(bookingId: string) {
  const [account] = await db
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(eq(ledgerAccounts.bookingId, bookingId));
  return account?.balance ?? null;
}

async function makeBooked(settings: Parameters<typeof makeMentor>[0] = {}) {
  const mentor = await makeMentor({ priceCredits: price, ...settings });
  const mentee = await makeUser();
  const { mentorId, variantId } = mentor;
  const { bookingId } = await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
  return { mentorId, variantId, menteeId: mentee.id, bookingId };
}

describe('an organization', () => {
  it('is paid from what it gave, and pays back there', async () => {
    const school = await makeOrganization({ isPublic: true });
    const { mentorId, variantId } = await makeMentor({
      priceCredits: price,
      mentor: { organizationId: school },
    });
    const mentee = await makeUser();
    const wanted = { booker: user(mentee.id), mentorId, variantId, startsAt };
    // The public organization's welcome is for its own mentors.
    expect(await creditsOf(mentee.id)).toBe(welcome);
    expect(await orderSlots(order(wanted))).toMatchObject({ reason: 'not_enough_credits' });

    await grantCredits(mentee.id, 2 * price, school);
    const { bookingId } = await book(wanted);
    expect(await creditsOf(mentee.id, school)).toBe(price);
    expect(await creditsOf(mentee.id)).toBe(welcome);

    await cancelBookings({ userId: mentee.id, bookingId, reason: 'Ill', now: monday });
    expect(await creditsOf(mentee.id, school)).toBe(2 * price);
  });

  it('welcomes whoever is new with what its settings say, once each', async () => {
    const school = await makeOrganization({ isPublic: true, welcomeCredits: 2 * price });
    const { mentorId, variantId } = await makeMentor({
      priceCredits: price,
      mentor: { organizationId: school },
    });
    const mentee = await makeUser();
    const booker = user(mentee.id);
    const wanted = { booker, mentorId, variantId };
    await Promise.all(
      [startsAt, startsAt.add({ hours: 2 })].map((start) => book({ ...wanted, startsAt: start })),
    );
    expect(await creditsOf(mentee.id, school)).toBe(0);
    const third = await orderSlots(order({ ...wanted, startsAt: startsAt.add({ hours: 4 }) }));
    expect(third).toMatchObject({ reason: 'not_enough_credits' });
    // The public organization's own is what the installation says, as long as it says nothing itself.
    expect(await creditsOf(mentee.id)).toBe(welcome);
  });

  it('keeps what its mentors earn apart from what they earn elsewhere', async () => {
    const school = await makeOrganization({ isPublic: true });
    const mentor = await makeMentor({ priceCredits: price });
    const { mentorId, variantId } = mentor;
    const mentee = await makeUser();
    await grantCredits(mentee.id, price, school);
    const first = await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
    await db.update(mentors).set({ organizationId: school }).where(eq(mentors.userId, mentorId));
    const later = startsAt.add({ hours: 2 });
    const second = await book({ booker: user(mentee.id), mentorId, variantId, startsAt: later });
    const now = startsAt.add({ hours: 4 });
    for (const { bookingId } of [first, second]) {
      expect(await completeBooking({ bookingId, userId: mentorId, now })).toMatchObject({
        ok: true,
      });
    }
    expect(await listPersonalAccounts(db, { userId: mentorId, kind: 'earnings' })).toMatchObject([
      { slug: 'public', balance: price },
      { balance: price },
    ]);
  });
});

describe('a booking', () => {
  it('puts its price into escrow, out of the welcome of who is new', async () => {
    const { menteeId, bookingId } = await makeBooked();
    expect(await balanceOf(menteeId)).toBe(welcome - price);
    expect(await escrowOf(bookingId)).toBe(price);
    expect(await readBooking(bookingId)).toMatchObject({ chargedCredits: price });
  });

  it('is refused when the credits do not cover it, and leaves nothing behind', async () => {
    const { mentorId, variantId } = await makeMentor({ priceCredits: welcome + 1 });
    const { id } = await makeUser();
    const wanted = order({ booker: user(id), mentorId, variantId, startsAt });
    expect(await orderSlots(wanted)).toMatchObject({ ok: false, reason: 'not_enough_credits' });
    expect(await balanceOf(id)).toBeNull();
    expect(await creditsOf(id)).toBe(welcome);
  });

  it('that is free never touches the ledger', async () => {
    const { menteeId, bookingId } = await makeBooked({ priceCredits: 0 });
    expect(await balanceOf(menteeId)).toBeNull();
    expect(await escrowOf(bookingId)).toBeNull();
  });

  it('is charged when its hold is confirmed, not before', async () => {
    const { mentorId, variantId } = await makeMentor({ priceCredits: price });
    const email = 'payer@hold.test';
    const { bookingId } = await book({ booker: visitor(email), mentorId, variantId, startsAt });
    expect(await escrowOf(bookingId)).toBeNull();
    const token = await mintHoldLink(bookingId, { email, now: monday });
    expect(await confirmHold({ token, now: monday })).toMatchObject({ ok: true });
    const { menteeId, chargedCredits } = await readBooking(bookingId);
    expect(chargedCredits).toBe(price);
    expect(await balanceOf(menteeId ?? '')).toBe(welcome - price);
  });

  it('of one account by two forms at once is made once', async () => {
    const [one, other] = await Promise.all([
      makeMentor({ priceCredits: 60 }),
      makeMentor({ priceCredits: 60 }),
    ]);
    const { id } = await makeUser();
    const results = await Promise.all(
      [one, other].map(({ mentorId, variantId }, index) =>
        orderSlots(
          order({
            booker: user(id),
            mentorId,
            variantId,
            startsAt: startsAt.add({ hours: 2 * index }),
          }),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balanceOf(id)).toBe(welcome - 60);
  });
});

describe('what is in escrow', () => {
  it('is the mentor’s when the session has taken place', async () => {
    const { mentorId, menteeId, bookingId } = await makeBooked();
    const now = startsAt.add({ hours: 1 });
    expect(await completeBooking({ userId: mentorId, bookingId, now })).toMatchObject({ ok: true });
    expect(await balanceOf(mentorId, 'earnings')).toBe(price);
    expect(await balanceOf(menteeId)).toBe(welcome - price);
    expect(await escrowOf(bookingId)).toBe(0);
  });

  it('goes back when the mentor cancels, also at the last minute', async () => {
    const { mentorId, menteeId, bookingId } = await makeBooked();
    const now = startsAt.subtract({ minutes: 1 });
    await cancelBookings({ userId: mentorId, bookingId, reason: 'Ill', now });
    expect(await balanceOf(menteeId)).toBe(welcome);
    expect(await balanceOf(mentorId, 'earnings')).toBeNull();
  });

  it('is shared by the mentor’s terms when the mentee cancels late', async () => {
    const { mentorId, menteeId, bookingId } = await makeBooked({
      mentor: { lateCancelPercent: 50 },
    });
    const now = startsAt.subtract({ hours: 2 });
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now });
    expect(await balanceOf(menteeId)).toBe(welcome - price / 2);
    expect(await balanceOf(mentorId, 'earnings')).toBe(price / 2);
  });

  it.each([
    ['mentee', 'mentor', welcome - 15, 15],
    ['mentor', 'mentee', welcome, null],
  ] as const)('when the %s did not come', async (accused, by, toMentee, toMentor) => {
    const { mentorId, menteeId, bookingId } = await makeBooked({
      mentor: { lateCancelPercent: 50 },
    });
    const now = startsAt.add({ minutes: 15 });
    const userId = by === 'mentor' ? mentorId : menteeId;
    expect(await markNoShow({ userId, bookingId, accused, now })).toMatchObject({ ok: true });
    expect(await balanceOf(menteeId)).toBe(toMentee);
    expect(await balanceOf(mentorId, 'earnings')).toBe(toMentor);
  });

  it('goes back when a request lapses, whoever comes by to notice', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await makeBooked({
      mentor: { confirmation: 'manual' },
    });
    expect(await balanceOf(menteeId)).toBe(welcome - price);
    const { id: next } = await makeUser();
    const now = startsAt.add({ hours: 1 });
    await book({
      booker: user(next),
      mentorId,
      variantId,
      startsAt: startsAt.add({ hours: 24 }),
      now,
    });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'expired' });
    expect(await balanceOf(menteeId)).toBe(welcome);
  });
});

async function accounts() {
  const { id: userId } = await makeUser();
  const { id: otherId } = await makeUser();
  const rows = [userId, otherId].map((owner) => ({
    kind: 'user' as const,
    userId: owner,
    organizationId: publicOrganizationId,
    createdAt: monday,
  }));
  const [one, other] = await db
    .insert(ledgerAccounts)
    .values(rows)
    .returning({ id: ledgerAccounts.id });
  if (!one || !other) throw new Error('no accounts');
  return { userId, one: one.id, other: other.id };
}

function transfer() {
  return { id: uuidv7(), kind: 'top_up' as const, createdAt: monday };
}

async function constraintOf(work: Promise<unknown>) {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    return violatedConstraint(error) ?? error;
  }
}

describe('the database', () => {
  it('refuses a transfer that does not sum to zero, and one without entries', async () => {
    const { userId, one } = await accounts();
    const alone = transfer();
    const work = db.transaction(async (tx) => {
      await tx.insert(ledgerTransfers).values(alone);
      await tx.insert(ledgerEntries).values({ transferId: alone.id, accountId: one, amount: 5 });
    });
    expect(await constraintOf(work)).toBe('ledger_transfers_sum_to_zero');
    // Two that sum to zero together, and neither by itself.
    await grantCredits(userId, 5);
    const [issuance] = await db
      .select({ id: ledgerAccounts.id })
      .from(ledgerAccounts)
      .where(eq(ledgerAccounts.kind, 'issuance'));
    const crosswise = db.transaction(async (tx) => {
      const [to, from] = [transfer(), transfer()];
      await tx.insert(ledgerTransfers).values([to, from]);
      await tx.insert(ledgerEntries).values([
        { transferId: to.id, accountId: one, amount: 5 },
        { transferId: from.id, accountId: issuance?.id ?? '', amount: -5 },
      ]);
    });
    expect(await constraintOf(crosswise)).toBe('ledger_transfers_sum_to_zero');
    const empty = db.insert(ledgerTransfers).values(transfer()).execute();
    expect(await constraintOf(empty)).toBe('ledger_transfers_sum_to_zero');
  });

  it('keeps a statement in the order of its balances, whoever waits for whom', async () => {
    const { mentorId, variantId } = await makeMentor({ priceCredits: price });
    const { id: userId } = await makeUser();
    await grantCredits(userId, 10);
    const isMine = eq(ledgerAccounts.userId, userId);
    let booked: ReturnType<typeof orderSlots> | undefined;
    await db.transaction(async (tx) => {
      await tx.select().from(ledgerAccounts).where(isMine).for('no key update');
      booked = orderSlots(order({ booker: user(userId), mentorId, variantId, startsAt }));
      // The charge has begun, and waits for the account.
      await vi.waitFor(async () => expect(await countWaiting()).toBe(1), { timeout: 10_000 });
      const recipients = [{ userId, credits: 50, reason: 'A prize' }];
      const grant = { organizationId: publicOrganizationId, recipients, actorId: userId };
      await issueCredits(tx, { ...grant, now: monday });
    });
    expect(await booked).toMatchObject({ ok: true });
    const lines = await db
      .select({ amount: ledgerEntries.amount, after: ledgerEntries.balanceAfter })
      .from(ledgerEntries)
      .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerEntries.accountId))
      .where(isMine)
      .orderBy(ledgerEntries.number);
    expect(lines).toEqual([
      { amount: welcome, after: 100 },
      { amount: 10, after: 110 },
      { amount: 50, after: 160 },
      { amount: -price, after: 160 - price },
    ]);
  });

  it('moves an issuing account once a statement, for however many people and reasons', async () => {
    const people = await db
      .insert(users)
      .values(Array.from({ length: 150 }, () => ({ email: `${uuidv7()}@example.test` })))
      .returning({ userId: users.id });
    const recipients = people.map(({ userId }, place) => ({
      userId,
      credits: 5,
      reason: `Prize ${place % 75}`,
    }));
    const { id: actorId } = await makeUser();
    const moves = await db.transaction(async (tx) => {
      const moved = async () => {
        const [row] = await tx.execute<{ moves: number }>(sql`
          select n_tup_upd::int as moves from pg_stat_xact_user_tables where relname = 'ledger_accounts'`);
        return row?.moves ?? 0;
      };
      // What the connection did before is counted in for a while.
      const before = await moved();
      const grant = { organizationId: publicOrganizationId, recipients, actorId, now: monday };
      await issueCredits(tx, grant);
      return (await moved()) - before;
    });
    // Each person's own account is moved by their welcome and by their prize. Versions of the issuing
    // account would be read again for each of its entries: with one for each, by the square of them.
    expect(moves - 2 * people.length).toBe(2);
  });

  it('refuses a balance below zero', async () => {
    const { one, other } = await accounts();
    const { id } = transfer();
    const work = db.transaction(async (tx) => {
      await tx.insert(ledgerTransfers).values({ ...transfer(), id });
      await tx.insert(ledgerEntries).values([
        { transferId: id, accountId: one, amount: 5 },
        { transferId: id, accountId: other, amount: -5 },
      ]);
    });
    expect(await constraintOf(work)).toBe('ledger_accounts_not_overdrawn');
  });

  it('refuses to write a balance, and to change or delete what is written', async () => {
    const { menteeId, bookingId } = await makeBooked();
    const account = eq(ledgerAccounts.userId, menteeId);
    for (const work of [
      () => db.update(ledgerAccounts).set({ balance: 1000 }).where(account),
      () => db.delete(ledgerAccounts).where(account),
      () =>
        db
          .update(ledgerTransfers)
          .set({ reason: 'x' })
          .where(eq(ledgerTransfers.bookingId, bookingId)),
      () => db.delete(ledgerTransfers).where(eq(ledgerTransfers.bookingId, bookingId)),
      () => db.update(ledgerEntries).set({ amount: 1 }),
      () => db.update(ledgerEntries).set({ balanceAfter: 1 }),
      () => db.delete(ledgerEntries),
      () =>
        db.insert(ledgerAccounts).values({
          kind: 'earnings',
          userId: menteeId,
          organizationId: publicOrganizationId,
          balance: 5,
          createdAt: monday,
        }),
      () => db.execute(sql`truncate ledger_entries`),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('refuses to charge a booking twice', async () => {
    const { bookingId, menteeId } = await makeBooked();
    const { one, other } = await accounts();
    const again = { ...transfer(), kind: 'charge' as const, bookingId };
    const work = db.transaction(async (tx) => {
      await tx.insert(ledgerTransfers).values(again);
      await tx.insert(ledgerEntries).values([
        { transferId: again.id, accountId: one, amount: -1 },
        { transferId: again.id, accountId: other, amount: 1 },
      ]);
    });
    expect(await constraintOf(work)).toBe('ledger_transfers_booking_key');
    expect(await balanceOf(menteeId)).toBe(welcome - price);
  });
});

/** Somebody new books of that network. @returns what they are refused for, if they are. */
async function arrives(
  network: string | null,
  { now = monday, ...where }: { now?: Temporal.Instant } & MentorSettings = {},
) {
  const mentor = await makeMentor({ priceCredits: price, ...where });
  const { id } = await makeUser();
  const wanted = { ...mentor, startsAt: now.add({ hours: 48 }), now };
  const result = await orderSlots(order({ ...wanted, booker: user(id, network) }));
  return { id, refusal: result.ok ? null : result.reason };
}

describe('the welcome', () => {
  it('is for a mailbox, whichever of its addresses are used, and in each organization', async () => {
    const school = await makeOrganization();
    await db.update(organizations).set({ welcomeCredits: 40 }).where(eq(organizations.id, school));
    const name = `farm-${uuidv7()}`;
    const [first, second] = [
      await makeUser({ email: `${name}+1@example.test` }),
      await makeUser({ email: `${name}+2@example.test` }),
    ];
    await grantCredits(first.id, 1);
    await grantCredits(first.id, 1, school);
    expect(await creditsOf(first.id)).toBe(welcome + 1);
    expect(await creditsOf(first.id, school)).toBe(41);
    expect(await creditsOf(second.id)).toBe(0);
    await grantCredits(second.id, 1);
    expect(await creditsOf(second.id)).toBe(1);
    expect(await creditsOf(second.id, school)).toBe(0);
    expect(JSON.stringify(await db.select().from(welcomes))).not.toContain(name);
  });

  it('pays for one of two bookings that two addresses of a mailbox make at once', async () => {
    const name = `farm-${uuidv7()}`;
    const people = await Promise.all(
      [1, 2, 3].map((tag) => makeUser({ email: `${name}+${tag}@example.test` })),
    );
    const made = await Promise.all(people.map(() => makeMentor({ priceCredits: price })));
    const results = await Promise.all(
      made.map(({ mentorId, variantId }, index) =>
        orderSlots(order({ booker: user(people[index]?.id ?? ''), mentorId, variantId, startsAt })),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok)) {
      expect(result).toMatchObject({ reason: 'not_enough_credits' });
    }
  });

  describe('of people of one network', () => {
    const most = env.WELCOMES_PER_DAY_PER_ADDRESS;
    beforeEach(() => Object.assign(env, { WELCOMES_PER_DAY_PER_ADDRESS: 2 }));
    afterEach(() => Object.assign(env, { WELCOMES_PER_DAY_PER_ADDRESS: most }));

    let networks = 0;
    const nextNetwork = () => `2001:db8:0:${(networks += 1)}::/64`;

    it('goes to so many in a day, and to the others on another', async () => {
      const network = nextNetwork();
      for (const refusal of [null, null, 'not_enough_credits']) {
        expect(await arrives(network)).toMatchObject({ refusal });
      }
      // Of other networks, and of none that is known, in another organization, and a day later.
      expect(await arrives(nextNetwork())).toMatchObject({ refusal: null });
      expect(await arrives(null)).toMatchObject({ refusal: null });
      const school = await makeOrganization({ isPublic: true, welcomeCredits: price });
      const there = { mentor: { organizationId: school } };
      expect(await arrives(network, there)).toMatchObject({ refusal: null });
      const now = monday.add({ hours: 24 });
      expect(await arrives(network, { now })).toMatchObject({ refusal: null });
      expect(JSON.stringify(await db.select().from(welcomes))).not.toContain(network);
    });

    it('opens no account that would have had it, says that it comes, and comes with a grant', async () => {
      const network = nextNetwork();
      await arrives(network);
      await arrives(network);
      const { id: userId } = await arrives(network);
      expect(await balanceOf(userId)).toBeNull();
      const asked = { userId, organizationId: publicOrganizationId, network };
      expect(await getSpendable(db, { ...asked, now: monday })).toEqual({
        credits: 0,
        welcomeLater: welcome,
      });
      expect(await getSpendable(db, { ...asked, now: monday.add({ hours: 24 }) })).toEqual({
        credits: welcome,
        welcomeLater: 0,
      });
      await grantCredits(userId, 1);
      expect(await creditsOf(userId)).toBe(welcome + 1);
    });

    it('is counted where a mailed link is opened', async () => {
      const network = nextNetwork();
      const confirmed = async () => {
        const { mentorId, variantId } = await makeMentor({ priceCredits: price });
        const email = `${uuidv7()}@hold.test`;
        const { bookingId } = await book({ booker: visitor(email), mentorId, variantId, startsAt });
        const token = await mintHoldLink(bookingId, { email, now: monday });
        return confirmHold({ token, network, now: monday });
      };
      expect(await confirmed()).toMatchObject({ ok: true });
      expect(await confirmed()).toMatchObject({ ok: true });
      expect(await confirmed()).toMatchObject({ reason: 'not_enough_credits' });
    });

    it('goes to no more of them who come at once', async () => {
      const network = nextNetwork();
      const all = await Promise.all(Array.from({ length: 6 }, () => arrives(network)));
      expect(all.filter(({ refusal }) => refusal === null)).toHaveLength(2);
      const others = all.filter(({ refusal }) => refusal !== null);
      expect(new Set(others.map(({ refusal }) => refusal))).toEqual(
        new Set(['not_enough_credits']),
      );
    });
  });

  it('is not given again to whoever leaves and comes back', async () => {
    const address = `leaver-${uuidv7()}@example.test`;
    const { id } = await makeUser({ email: address });
    await grantCredits(id, 1);
    await db
      .update(users)
      .set({ email: `forgotten-${id}@example.test` })
      .where(eq(users.id, id));
    const again = await makeUser({ email: address });
    expect(await creditsOf(again.id)).toBe(0);
  });
});
