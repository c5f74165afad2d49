/**
 * What happens between reading and locking, made to happen: the second to get the locks has read what was
 * there before the first.
 */
import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { watching } from '@/db/connection';
import { bookings } from '@/db/schema/bookings';
import { confirmHold } from '@/lib/orders/service/confirm-hold';
import { mailHold } from '@/lib/orders/service/mail-hold';
import { openHoldsPerAddress } from '@/lib/orders/schema/order';
import { orderSlots } from '@/lib/orders/service/order-slots';
import {
  book,
  expectNoCollisions,
  makeBooked,
  mintHoldLink,
  order,
  readBooking,
  user,
  visitor,
} from '@/testing/bookings';
import { inThisOrder } from '@/testing/interleavings';
import { expectLedgerAddsUp } from '@/testing/ledger';
import { at, makeMentor, makeUser, monday, ten } from '@/testing/people';
import { cancelBookings, cancelSession } from './cancel-bookings';
import { moveBooking } from './move-booking';

afterEach(async () => {
  await expectNoCollisions();
  await expectLedgerAddsUp();
});

const now = monday.add({ minutes: 5 });
const group = { service: { capacity: 4 } };

/** The people whose rows are locked while `work` runs, in the order of the statements. */
async function lockedBy(work: () => Promise<unknown>): Promise<string[][]> {
  const locked: string[][] = [];
  watching.statement = (text, parameters) => {
    if (/from "users" where .* for no key update$/.test(text)) {
      locked.push(JSON.stringify(parameters).match(/[0-9a-f-]{36}/g) ?? []);
    }
  };
  await work();
  watching.statement = null;
  return locked;
}

describe('who acts on a booking that has changed since they read it', () => {
  it('holds the lock of whoever has confirmed the hold meanwhile', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { id, email } = await makeUser();
    const wanted = { booker: visitor(email), mentorId, variantId, startsAt: ten };
    const { bookingId } = await book(wanted);
    const token = await mintHoldLink(bookingId, { email, now: monday });
    const declining = { userId: mentorId, bookingId, reason: 'No', now };
    const locked = await lockedBy(() =>
      inThisOrder([mentorId], [() => confirmHold({ token, now }), () => cancelBookings(declining)]),
    );
    expect(await readBooking(bookingId)).toMatchObject({ status: 'cancelled', menteeId: id });
    expect(locked.at(-1)).toEqual(expect.arrayContaining([mentorId, id]));
  });

  it('calls off the session that it is in, not the one that it was in', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await makeBooked(group);
    const other = await makeUser();
    const staying = await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
    const startsAt = at('2026-11-24T14:00');
    const [moved, called] = await inThisOrder(
      [mentorId],
      [
        () => moveBooking({ userId: menteeId, bookingId, startsAt, now }),
        () => cancelSession({ userId: mentorId, bookingId, reason: 'Ill', now }),
      ],
    );
    expect(moved).toMatchObject({ ok: true });
    expect(called).toMatchObject({ ok: true, value: { bookingIds: [bookingId] } });
    expect(await readBooking(staying.bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('moves those too who have joined meanwhile, and holds their locks', async () => {
    const { mentorId, variantId, bookingId } = await makeBooked(group);
    const newcomer = await makeUser();
    const wanted = { booker: user(newcomer.id), mentorId, variantId, startsAt: ten, now };
    const startsAt = at('2026-11-24T14:00');
    const locked = await lockedBy(async () => {
      const [joined, moved] = await inThisOrder(
        [mentorId],
        [
          () => orderSlots(order(wanted)),
          () => moveBooking({ userId: mentorId, bookingId, startsAt, now }),
        ],
      );
      expect([joined.ok, moved.ok]).toEqual([true, true]);
    });
    const [row] = await db
      .select()
      .from(bookings)
      .where(and(eq(bookings.menteeId, newcomer.id), eq(bookings.mentorId, mentorId)));
    expect(row?.period.start.toString()).toBe(startsAt.toString());
    expect(locked.at(-1)).toEqual(expect.arrayContaining([mentorId, newcomer.id]));
  });
});

describe('visitors under one address', () => {
  it('have as many holds as one may have, with whichever mentors', async () => {
    const [one, two] = [await makeMentor(), await makeMentor()];
    const email = 'twice@interleaved.test';
    for (let held = 1; held < openHoldsPerAddress; held += 1) {
      const { mentorId, variantId } = await makeMentor();
      await book({ booker: visitor(email), mentorId, variantId, startsAt: ten });
    }
    const wish = ({ mentorId, variantId }: typeof one) =>
      order({ booker: visitor(email), mentorId, variantId, startsAt: ten, now });
    const outcomes = await inThisOrder(
      [one.mentorId, two.mentorId],
      [() => orderSlots(wish(one)), () => orderSlots(wish(two))],
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'too_many_holds' });
  });

  it('a hold that goes over to another address while its link is tapped is not confirmed', async () => {
    const { mentorId, variantId } = await makeMentor();
    const [wrong, right] = ['wrong@interleaved.test', 'right@interleaved.test'];
    const wish = order({ booker: visitor(wrong), mentorId, variantId, startsAt: ten });
    const held = await orderSlots(wish);
    if (!held.ok) throw new Error(held.reason);
    const bookingId = held.value.bookings[0].bookingId;
    const token = await mintHoldLink(bookingId, { email: wrong, now: monday });
    const { requestId } = wish;
    const [, confirmed] = await inThisOrder(
      [mentorId],
      [
        () => mailHold({ requestId, sentTo: wrong, email: right, now }),
        () => confirmHold({ token, now }),
      ],
    );
    expect(confirmed).toMatchObject({ ok: false, reason: 'unknown' });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'held', guestEmail: right });
  });
});
