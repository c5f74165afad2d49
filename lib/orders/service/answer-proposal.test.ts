import { arrayContains, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { timeOff } from '@/db/schema/availability';
import { authSessions } from '@/db/schema/auth';
import { mentors } from '@/db/schema/mentors';
import { notifications } from '@/db/schema/notifications';
import { memberships, organizations } from '@/db/schema/organizations';
import { deliveries } from '@/db/schema/outbox';
import { users } from '@/db/schema/users';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { expireLapsedBookings } from '@/lib/bookings/service/sweep';
import {
  book,
  expectNoCollisions,
  mintHoldLink,
  readBooking,
  readTrail,
  user,
} from '@/testing/bookings';
import { expectLedgerAddsUp, makePaidMentor } from '@/testing/ledger';
import { at, makeMentor, makeOrganization, makeUser, monday, ten } from '@/testing/people';
import { proposal, propose } from '@/testing/proposals';
import { acceptProposal, declineProposal, type ProposalProof } from './answer-proposal';
import { confirmHold } from './confirm-hold';
import { proposeSession } from './propose-session';
import { releaseHold } from './release-hold';

afterEach(expectLedgerAddsUp);
afterEach(expectNoCollisions);

const soon = monday.add({ hours: 5 });

async function proposed(settings: Parameters<typeof makePaidMentor>[0] = {}) {
  const mentor = await makePaidMentor(settings);
  const { mentorId, variantId } = mentor;
  return { mentor, mentorId, variantId, ...(await propose({ mentorId, variantId })) };
}

const accept = async (proof: ProposalProof, more: { phone?: string } = {}) =>
  acceptProposal({ proof, now: soon, ...more });
const sweep = async (now: typeof monday) =>
  expireLapsedBookings({ clock: () => now, endsAt: now.add({ seconds: 5 }) });
const mailsAbout = async (bookingId: string) => {
  const rows = await db
    .select()
    .from(deliveries)
    .where(arrayContains(deliveries.bookingIds, [bookingId]));
  return rows.map(({ kind }) => kind).toSorted();
};

describe('accepting', () => {
  it('books, charges then and not before, makes the user, and signs nobody in', async () => {
    // Whoever answers by hand has answered by proposing.
    const { bookingId, mentorId, email, proof } = await proposed({
      mentor: { confirmation: 'manual' },
    });
    expect(await readBooking(bookingId)).toMatchObject({ chargedCredits: 0 });
    expect(await acceptProposal({ proof, timeZone: 'Africa/Dakar', now: soon })).toEqual({
      ok: true,
      value: { bookingId },
    });
    const [person] = await db.select().from(users).where(eq(users.email, email));
    if (!person) throw new Error('nobody was made');
    expect(person).toMatchObject({ name: 'Fatou Sow', locale: 'fr', timeZone: 'Africa/Dakar' });
    expect(person.emailVerified).not.toBeNull();
    expect(await db.$count(authSessions, eq(authSessions.userId, person.id))).toBe(0);
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'confirmed',
      isProposal: true,
      menteeId: person.id,
      chargedCredits: 5,
      expiresAt: null,
    });
    expect(await mailsAbout(bookingId)).toEqual(['booked_mentee', 'booked_mentor', 'proposal']);
    const heard = await db.select().from(notifications).where(eq(notifications.userId, mentorId));
    expect(heard).toMatchObject([{ kind: 'booked' }]);
  });

  it('can be done signed in with its address, and by nobody else', async () => {
    const { bookingId, mentorId, email } = await proposed();
    const stranger = await makeUser();
    for (const userId of [stranger.id, mentorId]) {
      expect(await accept({ userId, bookingId })).toMatchObject({ reason: 'unknown' });
      expect(await declineProposal({ proof: { userId, bookingId }, now: soon })).toMatchObject({
        reason: 'unknown',
      });
    }
    const owner = await makeUser({ email });
    // Only so is it charged: not as a mentor accepts a request.
    const asRequest = { userId: owner.id, bookingId, now: soon };
    expect(await confirmBooking(asRequest)).toMatchObject({ ok: false, reason: 'not_allowed' });
    expect(await accept({ userId: owner.id, bookingId })).toMatchObject({ ok: true });
  });

  it('is not what links of other mails are for, nor is its link for anything else', async () => {
    const { bookingId, email, token } = await proposed();
    const holdLink = await mintHoldLink(bookingId, { email, now: monday });
    expect(await accept({ token: holdLink })).toMatchObject({ reason: 'unknown' });
    expect(await accept({ token: 'x'.repeat(43) })).toMatchObject({ reason: 'unknown' });
    expect(await confirmHold({ token, now: soon })).toMatchObject({ reason: 'unknown' });
    expect(await releaseHold({ token, now: soon })).toMatchObject({ reason: 'unknown' });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'held' });
  });

  it('asks for a number where the session is by phone', async () => {
    const { mentorId, variantId } = await makePaidMentor();
    const { bookingId, proof } = await propose({ mentorId, variantId, format: 'phone' });
    expect(await accept(proof)).toMatchObject({ reason: 'details_missing' });
    expect(await accept(proof, { phone: '+221 77 000 00 00' })).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({ phone: '+221 77 000 00 00' });
  });

  it('leaves it open where the mentee can mend what is in the way', async () => {
    const { bookingId, email, proof } = await proposed({ priceCredits: 500 });
    expect(await accept(proof)).toMatchObject({ reason: 'not_enough_credits' });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'held', chargedCredits: 0 });

    const other = await proposed();
    const busy = await makeUser({ email: other.email });
    const elsewhere = await makeMentor();
    const { mentorId, variantId } = elsewhere;
    const own = await book({ booker: user(busy.id), mentorId, variantId, startsAt: ten });
    expect(await accept(other.proof)).toMatchObject({ reason: 'overlaps_yours' });
    await cancelBookings({ userId: busy.id, bookingId: own.bookingId, reason: 'x', now: soon });
    expect(await accept(other.proof)).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'held', guestEmail: email });
  });

  it('leaves it open where they have as many ahead as the organization lets one person have', async () => {
    const organizationId = await makeOrganization({ isPublic: true, mostOpenBookings: 1 });
    const one = await makeMentor({ mentor: { organizationId } });
    const other = await makeMentor({ mentor: { organizationId } });
    const { email, proof } = await propose({ mentorId: one.mentorId, variantId: one.variantId });
    const mentee = await makeUser({ email });
    const { mentorId, variantId } = other;
    const startsAt = ten.add({ hours: 24 });
    const own = await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
    expect(await accept(proof)).toMatchObject({ reason: 'too_many_open' });
    const called = { userId: mentee.id, bookingId: own.bookingId, reason: 'x', now: soon };
    expect(await cancelBookings(called)).toMatchObject({ ok: true });
    expect(await accept(proof)).toMatchObject({ ok: true });
  });

  it('does not need the mentor to be there: what they have kept stands until they take it back', async () => {
    const { bookingId, mentorId, proof } = await proposed();
    const period = { start: ten.subtract({ hours: 3 }), end: ten.add({ hours: 3 }) };
    await db.insert(timeOff).values({ mentorId, period });
    await db.update(mentors).set({ takingBookings: false }).where(eq(mentors.userId, mentorId));
    expect(await accept(proof)).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('is refused to the blocked, of the blocked, and where only members book', async () => {
    const one = await proposed();
    await makeUser({ email: one.email, blockedAt: monday });
    expect(await accept(one.proof)).toMatchObject({ reason: 'blocked' });
    const two = await proposed();
    await db.update(users).set({ blockedAt: soon }).where(eq(users.id, two.mentorId));
    expect(await accept(two.proof)).toMatchObject({ reason: 'not_found' });

    const organizationId = await makeOrganization({ isPublic: false });
    const mentor = await makeMentor({ mentor: { organizationId } });
    const { mentorId, variantId } = mentor;
    await db.insert(memberships).values({ organizationId, userId: mentorId, role: 'member' });
    const three = await propose({ mentorId, variantId });
    expect(await accept(three.proof)).toMatchObject({ reason: 'not_found' });
    await db
      .update(organizations)
      .set({ isPublic: true })
      .where(eq(organizations.id, organizationId));
    expect(await accept(three.proof)).toMatchObject({ ok: true });
  });
});

describe('not accepted', () => {
  it('is declined with a word, which its mentor hears, and the seat is free at once', async () => {
    const { bookingId, mentorId, variantId, proof } = await proposed();
    expect(await declineProposal({ proof, word: 'Next week?', now: soon })).toMatchObject({
      ok: true,
    });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'visitor',
      cancelReason: 'Next week?',
    });
    expect(await mailsAbout(bookingId)).toEqual(['cancelled_mentor', 'proposal']);
    const heard = await db.select().from(notifications).where(eq(notifications.userId, mentorId));
    expect(heard).toMatchObject([
      { kind: 'declined', data: { by: 'visitor', other: 'Fatou Sow', side: 'mentor' } },
    ]);
    expect(await accept(proof)).toMatchObject({ reason: 'cancelled' });
    await propose({ mentorId, variantId });
  });

  it('expires by itself, which its mentor hears: by the cron, or for the next who comes', async () => {
    const { bookingId, mentorId, variantId, proof } = await proposed();
    expect(await accept(proof)).toMatchObject({ ok: true });
    const later = at('2026-11-27T10:00');
    const second = await propose({ mentorId, variantId, startsAt: later });
    const lapsedAt = monday.add({ hours: 48 });
    await sweep(lapsedAt.subtract({ seconds: 1 }));
    expect(await readBooking(second.bookingId)).toMatchObject({ status: 'held' });
    await sweep(lapsedAt);
    expect(await readBooking(second.bookingId)).toMatchObject({ status: 'expired' });
    expect(await mailsAbout(second.bookingId)).toEqual(['cancelled_mentor', 'proposal']);
    expect(await acceptProposal({ proof: second.proof, now: lapsedAt })).toMatchObject({
      reason: 'expired',
    });

    const third = await propose({ mentorId, variantId, startsAt: later, now: lapsedAt });
    // Its start was sooner than 48 hours. Nobody has swept: who comes later finds it gone.
    expect(await acceptProposal({ proof: third.proof, now: later })).toMatchObject({
      reason: 'expired',
    });
    expect((await readTrail(third.bookingId)).at(-1)).toMatchObject({
      toStatus: 'expired',
      actorRole: 'system',
    });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('is taken back by its mentor, which its address hears', async () => {
    const { bookingId, mentorId, proof } = await proposed();
    await cancelBookings({ userId: mentorId, bookingId, reason: 'Ill', now: soon });
    expect(await mailsAbout(bookingId)).toEqual(['cancelled_mentee', 'proposal']);
    expect(await db.$count(notifications, eq(notifications.userId, mentorId))).toBe(0);
    expect(await accept(proof)).toMatchObject({ reason: 'cancelled' });
    expect(await declineProposal({ proof, now: soon })).toMatchObject({ reason: 'cancelled' });
  });
});

describe('many at once', () => {
  it('ten accept at once: it is booked and charged once', async () => {
    const { bookingId, proof } = await proposed();
    const results = await Promise.all(Array.from({ length: 10 }, async () => accept(proof)));
    expect(results).toEqual(Array.from({ length: 10 }, () => ({ ok: true, value: { bookingId } })));
    expect(await readBooking(bookingId)).toMatchObject({ chargedCredits: 5 });
    expect(await mailsAbout(bookingId)).toEqual(['booked_mentee', 'booked_mentor', 'proposal']);
  });

  it('accepting, declining and taking back at once: one of them happens', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { bookingId, mentorId, proof } = await proposed();
      const results = await Promise.all([
        accept(proof),
        declineProposal({ proof, now: soon }),
        cancelBookings({ userId: mentorId, bookingId, reason: 'Ill', now: soon }),
      ]);
      const { cancelledBy } = await readBooking(bookingId);
      // What was accepted first, its mentor may still cancel.
      const wasConfirmed = (await readTrail(bookingId)).some(
        ({ toStatus }) => toStatus === 'confirmed',
      );
      expect(results.map(({ ok }) => ok)).toEqual([
        wasConfirmed,
        cancelledBy === 'visitor',
        cancelledBy === 'mentor',
      ]);
      expect(wasConfirmed && cancelledBy === 'visitor').toBe(false);
    }
  });

  it('twenty proposals of one slot: one is made', async () => {
    const { mentorId, variantId } = await makeMentor();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, async () => propose({ mentorId, variantId })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('one person accepts two proposals of the same hour: one is theirs', async () => {
    const to = { email: 'twice@answer.test', locale: 'en' as const };
    const [a, b] = [await makePaidMentor(), await makePaidMentor()];
    const first = await propose({ mentorId: a.mentorId, variantId: a.variantId, to });
    const second = await propose({ mentorId: b.mentorId, variantId: b.variantId, to });
    const results = await Promise.all([accept(first.proof), accept(second.proof)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'overlaps_yours' });
  });
});

it('a proposal of a mentor’s is no way past the limit of an address at once', async () => {
  const to = { email: 'at-once@answer.test', locale: 'en' as const };
  const made = await Promise.all(Array.from({ length: 6 }, async () => makeMentor()));
  const results = await Promise.all(
    made.map(async ({ mentorId, variantId }) =>
      proposeSession(proposal({ mentorId, variantId, to })),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(3);
});
