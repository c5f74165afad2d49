/** Whose locks somebody holds who changes something, and in which order they are taken. */
import { expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { lockAddress, lockPeople } from '@/db/queries/people';
import { mailHold } from '@/lib/orders/service/mail-hold';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { book, order, readBooking, user, visitor } from '@/testing/bookings';
import { makeBooking } from '@/testing/deliveries';
import { countDeadlocks, waitForLocks, waitingFor } from '@/testing/interleavings';
import { creditsOf } from '@/testing/ledger';
import { makeMentor, makeUser, monday, ten } from '@/testing/people';
import { completeUnclosedBookings, expireLapsedBookings } from './sweep';

const deadline = monday.add({ hours: 3 });
const turnAt = (now: typeof monday) => ({ clock: () => now, endsAt: now.add({ seconds: 5 }) });

it('what lapses waits for the mentee too', async () => {
  const { booking, mentee } = await makeBooking({ status: 'pending', expiresAt: deadline });
  await waitingFor(
    (tx) => lockPeople(tx, { ids: [mentee?.id ?? ''] }),
    () => expireLapsedBookings(turnAt(deadline)),
  );
  expect(await readBooking(booking.id)).toMatchObject({ status: 'expired' });
});

it('and so does what is closed by itself', async () => {
  const { booking, mentee } = await makeBooking({ status: 'confirmed' });
  await waitingFor(
    (tx) => lockPeople(tx, { ids: [mentee?.id ?? ''] }),
    () => completeUnclosedBookings(turnAt(monday.add({ hours: 24 * 4 }))),
  );
  expect(await readBooking(booking.id)).toMatchObject({ status: 'completed' });
});

it('what is ordered counts the credits of what has lapsed as given back', async () => {
  const { id } = await makeUser();
  const price = { priceCredits: await creditsOf(id) };
  const { mentorId, variantId } = await makeMentor({
    ...price,
    mentor: { confirmation: 'manual' },
  });
  const wanted = { booker: user(id), mentorId, variantId, ...price };
  const request = await book({ ...wanted, startsAt: ten });
  const { expiresAt } = await readBooking(request.bookingId);
  const now = expiresAt?.add({ minutes: 1 }) ?? monday;
  const again = order({ ...wanted, startsAt: ten.add({ hours: 48 }), now });
  expect(await orderSlots(again)).toMatchObject({ ok: true });
  expect(await readBooking(request.bookingId)).toMatchObject({ status: 'expired' });
  expect(await creditsOf(id)).toBe(0);
});

it('visitors under one address wait for each other, whichever mentor they want', async () => {
  const { mentorId, variantId } = await makeMentor();
  const email = `${uuidv7()}@lock.test`;
  const wanted = order({ booker: visitor(email), mentorId, variantId, startsAt: ten });
  const outcome = await waitingFor(
    (tx) => lockAddress(tx, { email }),
    () => orderSlots(wanted),
  );
  expect(outcome).toMatchObject({ ok: true });
});

it('two who correct an address into the other’s do not wait for ever', async () => {
  const emails = ['a', 'b'].map((letter) => `${letter}-${uuidv7()}@lock.test`) as [string, string];
  const requestIds = await Promise.all(
    emails.map(async (email) => {
      const { mentorId, variantId } = await makeMentor();
      const requestId = uuidv7();
      await book({ booker: visitor(email), mentorId, variantId, startsAt: ten, requestId });
      return requestId;
    }),
  );
  const [one = '', other = ''] = requestIds;
  const [a, b] = emails;
  const before = await countDeadlocks();
  const running: Promise<unknown>[] = [];
  await db.transaction(async (tx) => {
    await lockAddress(tx, { email: a });
    running.push(mailHold({ requestId: one, sentTo: a, email: b, now: monday }));
    await waitForLocks(1);
    running.push(mailHold({ requestId: other, sentTo: b, email: a, now: monday }));
    await waitForLocks(2);
  });
  await Promise.all(running);
  expect(await countDeadlocks()).toBe(before);
});

it('people are locked in one order, in whichever they are named', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => makeUser()));
  const ids = people.map(({ id }) => id).toSorted();
  for (const named of [ids, ids.toReversed()]) {
    const locked = await db.transaction((tx) => lockPeople(tx, { ids: named }));
    expect(locked.map(({ id }) => id)).toEqual(ids);
  }
});
