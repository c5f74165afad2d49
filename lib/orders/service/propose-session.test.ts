import { arrayContains, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listOpenProposals } from '@/db/queries/proposals';
import { mentors } from '@/db/schema/mentors';
import { deliveries } from '@/db/schema/outbox';
import { users } from '@/db/schema/users';
import {
  book,
  countRows,
  expectNoCollisions,
  expectRefusal,
  readBooking,
  readTrail,
  user,
  visitor,
} from '@/testing/bookings';
import { expectLedgerAddsUp, makePaidMentor } from '@/testing/ledger';
import { at, makeMentor, makeUser, monday, ten } from '@/testing/people';
import { proposal, propose } from '@/testing/proposals';
import { proposalsPerAddress, proposalsPerDay } from '../schema/proposal';
import { acceptProposal, declineProposal } from './answer-proposal';
import { proposeSession } from './propose-session';

afterEach(expectLedgerAddsUp);
afterEach(expectNoCollisions);

async function refusalOf(wanted: Parameters<typeof proposal>[0]) {
  const before = await countRows(wanted.mentorId);
  const result = await proposeSession(proposal(wanted));
  expect(await countRows(wanted.mentorId)).toEqual(before);
  return result.ok ? null : result.reason;
}

/** Half past nine, ten … of the days after {@link ten}: one for each proposal. */
const slot = (number: number) => ten.add({ hours: 24 * Math.floor(number / 7) + (number % 7) });

describe('a proposal', () => {
  it('keeps the slot for 48 hours, or until its start, and mails its link to the address alone', async () => {
    const { mentorId, variantId } = await makePaidMentor();
    const later = at('2026-11-27T10:00');
    const { bookingId, email } = await propose({ mentorId, variantId, startsAt: later });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'held',
      isProposal: true,
      menteeId: null,
      guestEmail: email,
      guestLocale: 'fr',
      guestTimeZone: null,
      chargedCredits: 0,
      priceCredits: 5,
    });
    expect((await readBooking(bookingId)).expiresAt?.toString()).toBe(
      monday.add({ hours: 48 }).toString(),
    );
    const soon = await propose({ mentorId, variantId });
    expect((await readBooking(soon.bookingId)).expiresAt?.toString()).toBe(ten.toString());
    expect(await readTrail(bookingId)).toMatchObject([
      { actorId: mentorId, actorRole: 'mentor', toStatus: 'held', reason: 'Shall we go on?' },
    ]);
    const mails = await db
      .select()
      .from(deliveries)
      .where(arrayContains(deliveries.bookingIds, [bookingId]));
    expect(mails).toMatchObject([{ kind: 'proposal', recipientEmail: email, locale: 'fr' }]);
    // No user is made of an address that somebody else has typed.
    expect(await db.$count(users, eq(users.email, email))).toBe(0);
  });

  it('writes to a user in their language and zone, without saying to the mentor that there is one', async () => {
    const { mentorId, variantId } = await makeMentor();
    const known = await makeUser({ locale: 'en', timeZone: 'Africa/Lagos' });
    const to = { email: ` ${known.email.toUpperCase()} `, locale: 'fr' as const };
    const { bookingId } = await propose({ mentorId, variantId, to });
    expect(await readBooking(bookingId)).toMatchObject({
      guestEmail: known.email,
      guestLocale: 'en',
      guestTimeZone: 'Africa/Lagos',
      guestName: 'Fatou Sow',
      menteeId: null,
    });
  });

  it('reaches somebody who has booked before without their address, and nobody else’s mentee', async () => {
    const [mentor, other] = [await makeMentor(), await makeMentor()];
    const mentee = await makeUser();
    const { mentorId, variantId } = mentor;
    await book({ booker: user(mentee.id), mentorId, variantId, startsAt: ten });
    const to = { menteeId: mentee.id, locale: 'en' as const };
    const startsAt = at('2026-11-24T12:00');
    const { bookingId } = await propose({ mentorId, variantId, startsAt, to });
    expect(await readBooking(bookingId)).toMatchObject({ guestEmail: mentee.email });
    const stranger = { mentorId: other.mentorId, variantId: other.variantId, to };
    expect(await refusalOf(stranger)).toBe('unknown_mentee');
  });

  it('is made once by one form', async () => {
    const { mentorId, variantId } = await makeMentor();
    const sent = proposal({ mentorId, variantId });
    const results = await Promise.all([proposeSession(sent), proposeSession(sent)]);
    expect(results[0]).toMatchObject({ ok: true });
    expect(results[1]).toEqual(results[0]);
    expect(await countRows(mentorId)).toEqual({ sessions: 1, bookings: 1 });
  });

  it('is made, and accepted, of a service that others reach by its link alone', async () => {
    const { mentorId, variantId } = await makeMentor({
      service: { linkToken: 'a'.repeat(43), linkSince: monday },
    });
    const { bookingId, proof } = await propose({ mentorId, variantId });
    expect(await acceptProposal({ proof, now: monday })).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('takes one seat of a group, and its session’s format', async () => {
    const { mentorId, variantId } = await makeMentor({ service: { capacity: 3 } });
    const mentee = await makeUser();
    const { bookingId } = await book({
      booker: user(mentee.id),
      mentorId,
      variantId,
      startsAt: ten,
    });
    const first = await propose({ mentorId, variantId });
    const second = await propose({ mentorId, variantId });
    const { sessionId } = await readBooking(bookingId);
    for (const proposed of [first, second]) {
      expect(await readBooking(proposed.bookingId)).toMatchObject({ sessionId });
    }
    expect(await refusalOf({ mentorId, variantId })).toBe('slot_taken');
  });
});

describe('refused, and nothing is left behind', () => {
  it('what the mentor does not offer then, and their own address', async () => {
    const mentor = await makeMentor();
    const { mentorId, variantId } = mentor;
    const wanted = { mentorId, variantId };
    expect(await refusalOf({ ...wanted, startsAt: at('2026-11-24T20:00') })).toBe('not_offered');
    expect(await refusalOf({ ...wanted, startsAt: at('2026-11-22T10:00') })).toBe('not_offered');
    const own = { email: mentor.email, locale: 'en' as const };
    expect(await refusalOf({ ...wanted, to: own })).toBe('own_slot');
    const other = await makeMentor();
    expect(await refusalOf({ ...wanted, variantId: other.variantId })).toBe('not_found');
    expect(await refusalOf({ ...wanted, format: 'in_person' })).toBe('details_missing');
    await db.update(mentors).set({ takingBookings: false }).where(eq(mentors.userId, mentorId));
    expect(await refusalOf(wanted)).toBe('not_taking_bookings');
  });

  it('a slot that is booked, held or proposed; and it is in everybody’s way in turn', async () => {
    const { mentorId, variantId } = await makeMentor();
    await propose({ mentorId, variantId });
    expect(await refusalOf({ mentorId, variantId })).toBe('slot_taken');
    const wanted = { mentorId, variantId, startsAt: ten };
    await expectRefusal('slot_taken', { ...wanted, booker: visitor('late@propose.test') });
    const mentee = await makeUser();
    await expectRefusal('slot_taken', { ...wanted, booker: user(mentee.id) });
  });

  it('more than a day’s share of a mentor, whatever became of the others', async () => {
    const { mentorId, variantId } = await makeMentor();
    const from = at('2026-11-25T09:00');
    for (let number = 0; number < proposalsPerDay; number += 1) {
      const { proof } = await propose({ mentorId, variantId, startsAt: from });
      await declineProposal({ proof, now: monday });
    }
    expect(await refusalOf({ mentorId, variantId, startsAt: from })).toBe('too_many_today');
    const nextDay = monday.add({ hours: 24 });
    await propose({ mentorId, variantId, startsAt: from, now: nextDay });
  });

  it('more than an address can have before it, whoever proposes; its owner’s own holds count', async () => {
    const to = { email: 'sought@propose.test', locale: 'en' as const };
    for (let number = 1; number < proposalsPerAddress; number += 1) {
      const { mentorId, variantId } = await makeMentor();
      await propose({ mentorId, variantId, to });
    }
    const { mentorId, variantId } = await makeMentor();
    const wanted = { mentorId, variantId };
    await book({ ...wanted, booker: visitor(to.email), startsAt: slot(1) });
    expect(await refusalOf({ ...wanted, to, startsAt: slot(2) })).toBe('too_many_for_address');
    // Proposals keep nobody from holding a time of their own.
    await book({ ...wanted, booker: visitor(to.email), startsAt: slot(3) });
  });
});

const open = async (whose: { email: string } | { mentorId: string }, now = monday) =>
  (await listOpenProposals(db, { whose, now, most: 10 })).map((row) => row.bookingId);

it('is listed to its address and its mentor while it is open', async () => {
  const { mentorId, variantId } = await makeMentor();
  const { bookingId, email, proof } = await propose({ mentorId, variantId });
  expect(await open({ email })).toEqual([bookingId]);
  expect(await open({ mentorId })).toEqual([bookingId]);
  expect(await open({ email: 'another@propose.test' })).toEqual([]);
  expect(await open({ mentorId: (await makeMentor()).mentorId })).toEqual([]);
  expect(await open({ mentorId }, ten)).toEqual([]);
  await declineProposal({ proof, now: monday });
  expect(await open({ email })).toEqual([]);
});
