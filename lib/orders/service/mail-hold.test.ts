import { and, arrayContains, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { deliveries } from '@/db/schema/outbox';
import { book, mintHoldLink, readBooking, visitor } from '@/testing/bookings';
import { makeMentor, makeUser, monday, ten } from '@/testing/people';
import { confirmHold } from './confirm-hold';
import { mailHold, readHoldState } from './mail-hold';
import { releaseHold } from './release-hold';

const now = monday.add({ minutes: 5 });

/** A hold of a visitor's, by a form of its own. */
async function hold(email = `${uuidv7()}@hold.test`) {
  const mentor = await makeMentor();
  const { mentorId, variantId } = mentor;
  const requestId = uuidv7();
  const booker = visitor(email);
  const { bookingId } = await book({ booker, mentorId, variantId, startsAt: ten, requestId });
  return { mentor, bookingId, requestId, sentTo: email };
}

async function mailsTo(bookingId: string) {
  const mails = await db
    .select({ to: deliveries.recipientEmail })
    .from(deliveries)
    .where(and(arrayContains(deliveries.bookingIds, [bookingId]), eq(deliveries.kind, 'hold')));
  return mails.map(({ to }) => to);
}

it('mails the link again, and the hold lasts no longer by it', async () => {
  const { bookingId, requestId, sentTo } = await hold();
  const before = await readBooking(bookingId);
  const result = await mailHold({ requestId, sentTo, email: sentTo, now });
  expect(result).toMatchObject({ ok: true, value: { bookings: [{ bookingId, status: 'held' }] } });
  expect(await mailsTo(bookingId)).toEqual([sentTo, sentTo]);
  expect((await readBooking(bookingId)).expiresAt?.toString()).toBe(before.expiresAt?.toString());
});

it('moves the hold to the right address, which frees the wrong one and its links', async () => {
  const { bookingId, requestId, sentTo, mentor } = await hold();
  const email = `right-${sentTo}`;
  const wrong = await mintHoldLink(bookingId, { email: sentTo, now: monday });
  expect(await mailHold({ requestId, sentTo, email, now })).toMatchObject({ ok: true });
  expect(await mailsTo(bookingId)).toEqual([sentTo, email]);
  expect(await confirmHold({ token: wrong, now })).toMatchObject({ ok: false, reason: 'unknown' });
  expect(await releaseHold({ token: wrong, now })).toMatchObject({ ok: false, reason: 'unknown' });
  // Two more may be held for the address that was wrong.
  for (const hour of [12, 14]) {
    const startsAt = ten.add({ hours: hour - 10 });
    await book({ booker: visitor(sentTo), ...mentor, startsAt });
  }
  expect(await mailHold({ requestId, sentTo, email: sentTo, now })).toMatchObject({
    ok: false,
    reason: 'hold_over',
  });
  const right = await mintHoldLink(bookingId, { email, now: monday });
  expect(await confirmHold({ token: right, now })).toMatchObject({ ok: true });
});

it('is refused to an address that has as many holds as one may have', async () => {
  const { bookingId, requestId, sentTo, mentor } = await hold();
  const full = `full-${sentTo}`;
  for (const hours of [2, 4]) {
    await book({ booker: visitor(full), ...mentor, startsAt: ten.add({ hours }) });
  }
  const refused = await mailHold({ requestId, sentTo, email: full, now });
  expect(refused).toMatchObject({ ok: false, reason: 'too_many_holds' });
  expect(await mailsTo(bookingId)).toEqual([sentTo]);
});

it('goes over to an address of whoever it may be, which tells nothing of them', async () => {
  const blocked = await makeUser({ blockedAt: monday });
  const { mentor } = await hold();
  const outcomes = [];
  for (const email of [blocked.email, mentor.email, 'nobody@mail-hold.test']) {
    const { requestId, sentTo } = await hold();
    const { ok } = await mailHold({ requestId, sentTo, email, now });
    outcomes.push(ok);
  }
  expect(outcomes).toEqual([true, true, true]);
});

it('knows whose hold it is by the request and the address alone', async () => {
  const { bookingId, requestId, sentTo } = await hold();
  const stranger = { requestId: uuidv7(), sentTo, email: 'me@stranger.test', now };
  expect(await mailHold(stranger)).toMatchObject({ ok: false, reason: 'hold_over' });
  const other = { requestId, sentTo: 'me@stranger.test', email: 'me@stranger.test', now };
  expect(await mailHold(other)).toMatchObject({ ok: false, reason: 'hold_over' });
  expect(await mailsTo(bookingId)).toEqual([sentTo]);
  expect(await readHoldState({ bookingId, requestId: uuidv7(), now })).toBeNull();
});

it('says what has become of a hold', async () => {
  const { bookingId, requestId, sentTo } = await hold();
  const state = (at = now) => readHoldState({ bookingId, requestId, now: at });
  expect(await state()).toBe('held');
  expect(await state(monday.add({ minutes: 20 }))).toBe('over');
  const token = await mintHoldLink(bookingId, { email: sentTo, now: monday });
  await confirmHold({ token, now });
  expect(await state()).toBe('confirmed');
  expect(await mailHold({ requestId, sentTo, email: sentTo, now })).toMatchObject({
    ok: true,
    value: { bookings: [{ status: 'confirmed' }] },
  });
  expect(await mailsTo(bookingId)).toEqual([sentTo]);
});

it('a correction and the old link at once: one of them has the hold', async () => {
  const { bookingId, requestId, sentTo } = await hold();
  const token = await mintHoldLink(bookingId, { email: sentTo, now: monday });
  const email = `late-${sentTo}`;
  const [moved, confirmed] = await Promise.all([
    mailHold({ requestId, sentTo, email, now }),
    confirmHold({ token, now }),
  ]);
  const booking = await readBooking(bookingId);
  expect(confirmed.ok).toBe(booking.status === 'confirmed');
  expect(moved.ok).toBe(true);
  expect(booking.guestEmail).toBe(confirmed.ok ? sentTo : email);
});
