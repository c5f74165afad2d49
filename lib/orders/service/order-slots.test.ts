import { arrayContains, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { deliveries } from '@/db/schema/outbox';
import { sessions } from '@/db/schema/sessions';
import { users } from '@/db/schema/users';
import {
  book,
  countRows,
  expectRefusal,
  order,
  readBooking,
  readTrail,
  user,
  visitor,
} from '@/testing/bookings';
import { mailsOf } from '@/testing/deliveries';
import { expectLedgerAddsUp } from '@/testing/ledger';
import { at, makeMentor, makeUser, monday, ten } from '@/testing/people';
import { orderSlots } from './order-slots';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';

afterEach(expectLedgerAddsUp);

describe('a user', () => {
  it('books at once, and both hear of it', async () => {
    const { mentorId, variantId } = await makeMentor({ priceCredits: 12 });
    const mentee = await makeUser();
    const { bookingId, reference, status } = await book({
      booker: user(mentee.id),
      mentorId,
      variantId,
      startsAt: ten,
    });
    expect(status).toBe('confirmed');
    expect(reference).toMatch(/^BAO-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(await readBooking(bookingId)).toMatchObject({
      menteeId: mentee.id,
      mentorId,
      status: 'confirmed',
      seat: 0,
      priceCredits: 12,
      subject: 'Hello',
    });
    expect(await readTrail(bookingId)).toMatchObject([
      { actorId: mentee.id, actorRole: 'mentee', fromStatus: null, toStatus: 'confirmed' },
    ]);
    const mails = await db
      .select()
      .from(deliveries)
      .where(arrayContains(deliveries.bookingIds, [bookingId]));
    expect(new Map(mails.map(({ kind, recipientId }) => [kind, recipientId]))).toEqual(
      new Map([
        ['booked_mentee', mentee.id],
        ['booked_mentor', mentorId],
      ]),
    );
  });

  it('keeps the buffers of the service around the session', async () => {
    const { mentorId, variantId } = await makeMentor({
      service: { bufferBeforeMinutes: 10, bufferAfterMinutes: 20 },
    });
    const mentee = await makeUser();
    await book({ booker: user(mentee.id), mentorId, variantId, startsAt: ten });
    const [session] = await db.select().from(sessions).where(eq(sessions.mentorId, mentorId));
    expect(session?.occupied.start.toString()).toBe('2026-11-24T09:50:00Z');
    expect(session?.occupied.end.toString()).toBe('2026-11-24T11:20:00Z');
  });

  it('needs a number to join a group by phone, whatever format was asked for', async () => {
    const { mentorId, variantId } = await makeMentor({ service: { capacity: 2 } });
    const [first, second] = [await makeUser(), await makeUser()];
    const phone = { phone: '+221 77 000 00 00', place: '', subject: '', notes: '' };
    const wanted = { mentorId, variantId, startsAt: ten };
    await book({ booker: user(first.id), ...wanted, details: { ...phone, format: 'phone' } });
    const joining = { booker: user(second.id), ...wanted };
    await expectRefusal('details_missing', joining);
    const joined = await book({ ...joining, details: { ...phone, format: 'video' } });
    expect(await readBooking(joined.bookingId)).toMatchObject({ phone: '+221 77 000 00 00' });
  });

  it('joins a group in the format that it already has', async () => {
    const { mentorId, variantId } = await makeMentor({ service: { capacity: 2 } });
    const [first, second] = [await makeUser(), await makeUser()];
    await book({ booker: user(first.id), mentorId, variantId, startsAt: ten });
    const details = {
      format: 'phone' as const,
      phone: '+221 77 000 00 00',
      place: '',
      subject: '',
      notes: '',
    };
    const joined = await book({
      booker: user(second.id),
      mentorId,
      variantId,
      startsAt: ten,
      details,
    });
    expect(await readBooking(joined.bookingId)).toMatchObject({ seat: 1, phone: '' });
    expect(await countRows(mentorId)).toEqual({ sessions: 1, bookings: 2 });
  });

  it('takes the seat of somebody who left the group', async () => {
    const { mentorId, variantId } = await makeMentor({ service: { capacity: 3 } });
    const [first, second, third] = [await makeUser(), await makeUser(), await makeUser()];
    const { bookingId } = await book({
      booker: user(first.id),
      mentorId,
      variantId,
      startsAt: ten,
    });
    await book({ booker: user(second.id), mentorId, variantId, startsAt: ten });
    await cancelBookings({ userId: first.id, bookingId, reason: 'Ill', now: monday });
    const joined = await book({ booker: user(third.id), mentorId, variantId, startsAt: ten });
    expect(await readBooking(joined.bookingId)).toMatchObject({ seat: 0 });
  });

  it('gets the same answer when the form is sent again, also after a refusal of another slot', async () => {
    const { mentorId, variantId } = await makeMentor();
    const [mentee, other] = [await makeUser(), await makeUser()];
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
    const requestId = uuidv7();
    const wanted = { booker: user(mentee.id), mentorId, variantId, requestId };
    expect(await orderSlots(order({ ...wanted, startsAt: ten }))).toMatchObject({
      reason: 'slot_taken',
    });
    const first = await book({ ...wanted, startsAt: at('2026-11-24T11:00') });
    const { value: again, deliveryIds } = await mailsOf(() =>
      book({ ...wanted, startsAt: at('2026-11-24T12:00') }),
    );
    expect(again).toEqual(first);
    expect(deliveryIds).toEqual([]);
  });

  it('books anew with a form whose booking came to nothing', async () => {
    const { mentorId, variantId } = await makeMentor();
    const mentee = await makeUser();
    const request = {
      booker: user(mentee.id),
      mentorId,
      variantId,
      startsAt: ten,
      requestId: uuidv7(),
    };
    const first = await book(request);
    const { bookingId } = first;
    await cancelBookings({ userId: mentee.id, bookingId, reason: 'Oops', now: monday });
    const second = await book(request);
    expect(second.bookingId).not.toBe(bookingId);
    expect(second.status).toBe('confirmed');
  });
});

it('learns the zone of a user who has none, and leaves the one that is known', async () => {
  const { mentorId, variantId } = await makeMentor();
  for (const [kept, expected] of [
    [null, 'Africa/Dakar'],
    ['Europe/Paris', 'Europe/Paris'],
  ] as const) {
    const mentee = await makeUser({ timeZone: kept });
    const booker = { ...user(mentee.id), timeZone: 'Africa/Dakar' };
    const startsAt = at(kept === null ? '2026-11-24T10:00' : '2026-11-24T12:00');
    await book({ booker, mentorId, variantId, startsAt });
    const [after] = await db.select().from(users).where(eq(users.id, mentee.id));
    expect(after?.timeZone).toBe(expected);
  }
});

describe('a visitor', () => {
  it('has one address, however it is written', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { bookingId } = await book({
      booker: visitor(' Fatou.SOW@Hold.test '),
      mentorId,
      variantId,
      startsAt: ten,
    });
    expect(await readBooking(bookingId)).toMatchObject({ guestEmail: 'fatou.sow@hold.test' });
  });

  it('gets a new hold from a form whose first hold has lapsed', async () => {
    const { mentorId, variantId } = await makeMentor();
    const request = { booker: visitor('again@hold.test'), mentorId, variantId, startsAt: ten };
    const requestId = uuidv7();
    const first = await book({ ...request, requestId });
    const second = await book({ ...request, requestId, now: monday.add({ minutes: 30 }) });
    expect(second).toMatchObject({ status: 'held' });
    expect(second.bookingId).not.toBe(first.bookingId);
  });

  it('gets a hold of 20 minutes, and no user is touched', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { bookingId, status } = await book({
      booker: visitor('fatou@hold.test'),
      mentorId,
      variantId,
      startsAt: ten,
    });
    expect(status).toBe('held');
    const booking = await readBooking(bookingId);
    expect(booking).toMatchObject({
      menteeId: null,
      guestName: 'Fatou Sow',
      guestEmail: 'fatou@hold.test',
    });
    expect(booking.expiresAt?.toString()).toBe(monday.add({ minutes: 20 }).toString());
    expect(await db.select().from(users).where(eq(users.email, 'fatou@hold.test'))).toEqual([]);
    const mails = await db
      .select()
      .from(deliveries)
      .where(arrayContains(deliveries.bookingIds, [bookingId]));
    expect(mails).toMatchObject([
      { kind: 'hold', recipientEmail: 'fatou@hold.test', locale: 'fr', recipientId: null },
    ]);
  });

  it('holds a slot that is sooner than 20 minutes only until it starts', async () => {
    const { mentorId, variantId } = await makeMentor();
    const now = at('2026-11-24T09:50');
    const { bookingId } = await book({
      booker: visitor('soon@hold.test'),
      mentorId,
      variantId,
      startsAt: ten,
      now,
    });
    expect((await readBooking(bookingId)).expiresAt?.toString()).toBe(ten.toString());
  });

  it('keeps the slot from everybody, until the hold lapses and nothing has to run', async () => {
    const { mentorId, variantId } = await makeMentor();
    const mentee = await makeUser();
    const held = await book({
      booker: visitor('slow@hold.test'),
      mentorId,
      variantId,
      startsAt: ten,
    });
    const wanted = { booker: user(mentee.id), mentorId, variantId, startsAt: ten };
    await expectRefusal('slot_taken', { ...wanted, now: monday.add({ minutes: 19 }) });
    await book({ ...wanted, now: monday.add({ minutes: 20 }) });
    expect((await readBooking(held.bookingId)).status).toBe('expired');
    expect(await readTrail(held.bookingId)).toMatchObject([
      { toStatus: 'held' },
      { actorRole: 'system', toStatus: 'expired' },
    ]);
  });

  it('has two open holds at the most', async () => {
    const { mentorId, variantId } = await makeMentor();
    const wanted = { booker: visitor('eager@hold.test'), mentorId, variantId };
    await book({ ...wanted, startsAt: ten });
    await book({ ...wanted, startsAt: at('2026-11-24T11:00') });
    await expectRefusal('too_many_holds', { ...wanted, startsAt: at('2026-11-24T12:00') });
    await book({ ...wanted, startsAt: at('2026-11-24T12:00'), now: monday.add({ minutes: 20 }) });
  });

  it('may hold what overlaps a booking of the address, since it may not be theirs', async () => {
    const [first, second] = [await makeMentor(), await makeMentor()];
    const mentee = await makeUser({ email: 'double@hold.test' });
    await book({
      booker: user(mentee.id),
      mentorId: first.mentorId,
      variantId: first.variantId,
      startsAt: ten,
    });
    const held = await book({
      booker: visitor('double@hold.test'),
      mentorId: second.mentorId,
      variantId: second.variantId,
      startsAt: ten,
    });
    expect(held.status).toBe('held');
  });
});
