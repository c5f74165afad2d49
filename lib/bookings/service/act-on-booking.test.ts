import { arrayContains, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { deliveries } from '@/db/schema/outbox';
import { sessions } from '@/db/schema/sessions';
import { book, readBooking, readTrail, user, visitor, makeBooked } from '@/testing/bookings';
import { expectLedgerAddsUp, paid } from '@/testing/ledger';
import {
  at,
  makeMember,
  makeMentor,
  makeUser,
  type MentorSettings,
  monday,
  publicOrganizationId,
  ten,
} from '@/testing/people';
import { confirmBooking } from './answer-request';
import { cancelBookings } from './cancel-bookings';
import { checkIn, completeBooking, markNoShow, startSession } from './run-session';

afterEach(expectLedgerAddsUp);

const eleven = at('2026-11-24T11:00');

const booked = (settings: MentorSettings = {}) => makeBooked({ ...paid, ...settings });

describe('cancelBookings', () => {
  it('frees the slot at once, keeps the trail and tells both', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked();
    const result = await cancelBookings({
      userId: menteeId,
      bookingId,
      reason: 'I am ill',
      now: monday,
    });
    expect(result).toMatchObject({ ok: true, value: { keptCredits: 0 } });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'mentee',
      cancelReason: 'I am ill',
      sequence: 1,
    });
    expect(await readTrail(bookingId)).toMatchObject([
      { toStatus: 'confirmed' },
      {
        actorId: menteeId,
        actorRole: 'mentee',
        fromStatus: 'confirmed',
        toStatus: 'cancelled',
        reason: 'I am ill',
      },
    ]);
    const [session] = await db.select().from(sessions).where(eq(sessions.mentorId, mentorId));
    expect(session).toMatchObject({ active: false, sequence: 1 });
    const heard = await db
      .select()
      .from(deliveries)
      .where(arrayContains(deliveries.bookingIds, [bookingId]));
    expect(
      heard
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('cancelled'))
        .toSorted(),
    ).toEqual(['cancelled_mentee', 'cancelled_mentor']);
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
  });

  it('keeps a group session for those who stay', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked({ service: { capacity: 3 } });
    const second = await makeUser();
    await book({ booker: user(second.id), mentorId, variantId, startsAt: ten });
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: monday });
    const [session] = await db.select().from(sessions).where(eq(sessions.mentorId, mentorId));
    expect(session).toMatchObject({ active: true, sequence: 0 });
  });

  it('costs a mentee the mentor’s terms when late, and the mentor nothing', async () => {
    const settings = { priceCredits: 20, mentor: { lateCancelPercent: 50 } };
    const late = at('2026-11-24T08:00');
    const first = await booked(settings);
    expect(
      await cancelBookings({
        userId: first.menteeId,
        bookingId: first.bookingId,
        reason: 'Late',
        now: late,
      }),
    ).toMatchObject({ ok: true, value: { keptCredits: 10 } });
    const second = await booked(settings);
    expect(
      await cancelBookings({
        userId: second.mentorId,
        bookingId: second.bookingId,
        reason: 'Late',
        now: late,
      }),
    ).toMatchObject({ ok: true, value: { keptCredits: 0 } });
  });

  it('is refused from the start on, twice, and to strangers as if there were nothing', async () => {
    const { menteeId, bookingId } = await booked();
    const stranger = await makeUser();
    const reason = 'No';
    expect(
      await cancelBookings({ userId: stranger.id, bookingId, reason, now: monday }),
    ).toMatchObject({ reason: 'not_found' });
    expect(
      await cancelBookings({ userId: menteeId, bookingId: 'nothing', reason, now: monday }),
    ).toMatchObject({ reason: 'not_found' });
    expect(
      await cancelBookings({ userId: menteeId, bookingId: uuidv7(), reason, now: monday }),
    ).toMatchObject({ reason: 'not_found' });
    expect(await cancelBookings({ userId: menteeId, bookingId, reason, now: ten })).toMatchObject({
      reason: 'already_started',
    });
    await cancelBookings({ userId: menteeId, bookingId, reason, now: monday });
    expect(
      await cancelBookings({ userId: menteeId, bookingId, reason, now: monday }),
    ).toMatchObject({ reason: 'not_allowed' });
    expect(await readTrail(bookingId)).toHaveLength(2);
  });

  it('lets an admin of the organization cancel', async () => {
    const { bookingId } = await booked();
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    expect(
      await cancelBookings({ userId: admin.id, bookingId, reason: 'Closed', now: monday }),
    ).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({ cancelledBy: 'admin' });
  });

  it('lets whoever has the address of a hold let it go, and tells nobody', async () => {
    const { mentorId, variantId } = await makeMentor();
    const holder = await makeUser({ email: 'holder@act.test' });
    const wanted = { mentorId, variantId, startsAt: ten };
    const { bookingId } = await book({ booker: visitor(holder.email), ...wanted });
    const stranger = await makeUser();
    const cancelling = { bookingId, reason: 'Not mine', now: monday };
    expect(await cancelBookings({ userId: stranger.id, ...cancelling })).toMatchObject({
      reason: 'not_found',
    });
    expect(await cancelBookings({ userId: holder.id, ...cancelling })).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'visitor',
    });
    await book({ booker: user(stranger.id), ...wanted });
    const heard = await db
      .select()
      .from(deliveries)
      .where(arrayContains(deliveries.bookingIds, [bookingId]));
    expect(heard.map(({ kind }) => kind)).toEqual(['hold']);
  });

  it('tells the visitor, and only them, when the mentor declines a hold', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { bookingId } = await book({
      booker: visitor('declined@act.test'),
      mentorId,
      variantId,
      startsAt: ten,
    });
    await cancelBookings({ userId: mentorId, bookingId, reason: 'Away', now: monday });
    const heard = await db
      .select()
      .from(deliveries)
      .where(arrayContains(deliveries.bookingIds, [bookingId]));
    expect(heard.map(({ kind, recipientEmail }) => [kind, recipientEmail])).toContainEqual([
      'cancelled_mentee',
      'declined@act.test',
    ]);
    expect(heard.map(({ kind }) => kind)).not.toContain('cancelled_mentor');
  });
});

describe('a request', () => {
  const manual = { mentor: { confirmation: 'manual' as const } };

  it('is confirmed by the mentor, not by the mentee', async () => {
    const { mentorId, menteeId, bookingId } = await booked(manual);
    expect(await confirmBooking({ userId: menteeId, bookingId, now: monday })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await confirmBooking({ userId: mentorId, bookingId, now: monday })).toMatchObject({
      ok: true,
    });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed', expiresAt: null });
    expect(await confirmBooking({ userId: mentorId, bookingId, now: monday })).toMatchObject({
      reason: 'not_allowed',
    });
  });

  it('cannot be confirmed once it has lapsed, and is marked so', async () => {
    const { mentorId, bookingId } = await booked(manual);
    expect(await confirmBooking({ userId: mentorId, bookingId, now: ten })).toMatchObject({
      ok: false,
      reason: 'expired',
    });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'expired' });
  });

  it('is declined with a reason', async () => {
    const { mentorId, bookingId } = await booked(manual);
    expect(
      await cancelBookings({ userId: mentorId, bookingId, reason: 'Full', now: monday }),
    ).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'mentor',
    });
  });
});

describe('a session', () => {
  it('starts when the mentor says so, and then counts the mentor as there', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const early = ten.subtract({ minutes: 11 });
    expect(await startSession({ userId: mentorId, bookingId, now: early })).toMatchObject({
      reason: 'too_early',
    });
    expect(await startSession({ userId: menteeId, bookingId, now: ten })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await startSession({ userId: mentorId, bookingId, now: ten })).toMatchObject({
      ok: true,
    });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'in_progress' });
    const accused = { accused: 'mentor' as const, now: eleven };
    expect(await markNoShow({ userId: menteeId, bookingId, ...accused })).toMatchObject({
      reason: 'checked_in',
    });
  });

  it('starts by itself when both have checked in, and may then be closed early', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const now = ten.subtract({ minutes: 5 });
    expect(
      await checkIn({ userId: menteeId, bookingId, now: ten.subtract({ minutes: 11 }) }),
    ).toMatchObject({ reason: 'too_early' });
    await checkIn({ userId: menteeId, bookingId, now });
    expect((await readBooking(bookingId)).status).toBe('confirmed');
    await checkIn({ userId: mentorId, bookingId, now });
    expect((await readBooking(bookingId)).status).toBe('in_progress');
    expect(
      await completeBooking({ userId: mentorId, bookingId, now: ten.add({ minutes: 30 }) }),
    ).toMatchObject({ ok: true });
    const [session] = await db.select().from(sessions).where(eq(sessions.mentorId, mentorId));
    expect(session).toMatchObject({ active: false, sequence: 0 });
  });

  it('is completed by the mentor from its end on', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    expect(await completeBooking({ userId: mentorId, bookingId, now: ten })).toMatchObject({
      reason: 'too_early',
    });
    expect(await completeBooking({ userId: menteeId, bookingId, now: eleven })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await completeBooking({ userId: mentorId, bookingId, now: eleven })).toMatchObject({
      ok: true,
    });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'completed' });
  });

  it('is a no-show of the other side, never of one’s own', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const now = ten.add({ minutes: 10 });
    expect(await markNoShow({ userId: menteeId, bookingId, accused: 'mentee', now })).toMatchObject(
      { reason: 'not_allowed' },
    );
    expect(
      await markNoShow({ userId: mentorId, bookingId, accused: 'mentee', now: ten }),
    ).toMatchObject({ reason: 'too_early' });
    expect(await markNoShow({ userId: mentorId, bookingId, accused: 'mentee', now })).toMatchObject(
      { ok: true },
    );
    expect(await readBooking(bookingId)).toMatchObject({ status: 'no_show', noShowBy: 'mentee' });
  });

  it('is nothing that a stranger can act on', async () => {
    const { bookingId } = await booked();
    const { id: userId } = await makeUser();
    const now = eleven;
    const refusals = await Promise.all([
      confirmBooking({ userId, bookingId, now }),
      checkIn({ userId, bookingId, now }),
      startSession({ userId, bookingId, now }),
      completeBooking({ userId, bookingId, now }),
      markNoShow({ userId, bookingId, accused: 'mentee', now }),
    ]);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ ok: false, reason: 'not_found' });
  });

  it('starts for everybody who is in it', async () => {
    const { mentorId, variantId, bookingId } = await booked({ service: { capacity: 3 } });
    const second = await makeUser();
    const other = await book({ booker: user(second.id), mentorId, variantId, startsAt: ten });
    await startSession({ userId: mentorId, bookingId, now: ten });
    expect((await readBooking(other.bookingId)).status).toBe('in_progress');
  });

  it('starts by itself for those of a group who are there', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked({ service: { capacity: 3 } });
    const second = await makeUser();
    const other = await book({ booker: user(second.id), mentorId, variantId, startsAt: ten });
    await checkIn({ userId: menteeId, bookingId, now: ten });
    await checkIn({ userId: mentorId, bookingId: other.bookingId, now: ten });
    expect((await readBooking(bookingId)).status).toBe('in_progress');
    expect((await readBooking(other.bookingId)).status).toBe('confirmed');
  });
});
