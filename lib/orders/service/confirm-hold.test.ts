import { arrayContains, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { authSessions } from '@/db/schema/auth';
import { mentors } from '@/db/schema/mentors';
import { deliveries } from '@/db/schema/outbox';
import { users } from '@/db/schema/users';
import {
  book,
  countCollisions,
  mintHoldLink,
  readBooking,
  readTrail,
  user,
  visitor,
} from '@/testing/bookings';
import { expectLedgerAddsUp, makePaidMentor } from '@/testing/ledger';
import { makeMentor, makeUser, type MentorSettings, monday, ten } from '@/testing/people';
import { hashToken } from '@/lib/auth/tokens';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { confirmHold } from './confirm-hold';
import { releaseHold } from './release-hold';

afterEach(expectLedgerAddsUp);

const soon = monday.add({ minutes: 5 });
const lapsed = monday.add({ minutes: 20 });
let addresses = 0;

/** A visitor's hold at ten, and the link in its mail. */
async function hold({
  settings = {},
  email = '',
}: { settings?: MentorSettings; email?: string } = {}) {
  addresses += 1;
  const address = email || `visitor-${addresses}@confirm.test`;
  const mentor = await makePaidMentor(settings);
  const { mentorId, variantId } = mentor;
  const { bookingId } = await book({
    booker: visitor(address),
    mentorId,
    variantId,
    startsAt: ten,
  });
  const token = await mintHoldLink(bookingId, { email: address, now: monday });
  return { mentor, mentorId, variantId, bookingId, token, email: address };
}

describe('the link of a hold', () => {
  it('confirms the booking, makes the user and signs them in', async () => {
    const { bookingId, mentorId, token, email } = await hold();
    const result = await confirmHold({ token, now: soon });
    if (!result.ok) throw new Error(result.reason);
    expect(result.value).toMatchObject({ bookingId, status: 'confirmed' });

    const [person] = await db.select().from(users).where(eq(users.email, email));
    expect(person).toMatchObject({ name: 'Fatou Sow', locale: 'fr', timeZone: 'Africa/Dakar' });
    expect(person?.emailVerified).not.toBeNull();
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'confirmed',
      menteeId: person?.id,
      expiresAt: null,
    });
    expect(await readTrail(bookingId)).toMatchObject([
      { actorRole: 'visitor', toStatus: 'held' },
      { actorRole: 'visitor', actorId: person?.id, fromStatus: 'held', toStatus: 'confirmed' },
    ]);
    const { sessionToken } = result.value.authSession;
    const [login] = await db
      .select()
      .from(authSessions)
      .where(eq(authSessions.sessionToken, hashToken(sessionToken)));
    expect(login?.userId).toBe(person?.id);
    const heard = await db
      .select()
      .from(deliveries)
      .where(arrayContains(deliveries.bookingIds, [bookingId]));
    expect(heard.map(({ kind }) => kind).toSorted()).toEqual([
      'booked_mentee',
      'booked_mentor',
      'hold',
    ]);
    expect(heard.find(({ kind }) => kind === 'booked_mentor')?.recipientId).toBe(mentorId);
  });

  it('makes a request where the mentor answers by hand', async () => {
    const { bookingId, token } = await hold({ settings: { mentor: { confirmation: 'manual' } } });
    expect(await confirmHold({ token, now: soon })).toMatchObject({
      ok: true,
      value: { status: 'pending' },
    });
    const { expiresAt, status } = await readBooking(bookingId);
    expect(status).toBe('pending');
    expect(expiresAt?.toString()).toBe(ten.toString());
  });

  it.each([
    ['as the form said it', 'Africa/Dakar', 'Europe/Paris', 'Africa/Dakar'],
    [
      'as the browser that confirms says it, where the form did not',
      null,
      'Europe/Paris',
      'Europe/Paris',
    ],
    ['not at all while nobody has said it', null, null, null],
  ])('knows the zone %s: never the mentor’s', async (_, formsZone, timeZone, expected) => {
    const { mentorId, variantId } = await makeMentor({
      mentor: { timeZone: 'Africa/Johannesburg' },
    });
    const email = `zone-${mentorId}@confirm.test`;
    const booker = { ...visitor(email), timeZone: formsZone };
    const { bookingId } = await book({ booker, mentorId, variantId, startsAt: ten });
    expect(await readBooking(bookingId)).toMatchObject({ guestTimeZone: formsZone });
    const token = await mintHoldLink(bookingId, { email, now: monday });
    await confirmHold({ token, timeZone, now: soon });
    const [person] = await db.select().from(users).where(eq(users.email, email));
    expect(person).toMatchObject({ timeZone: expected });
  });

  it('leaves the zone that a user already has', async () => {
    const person = await makeUser({ timeZone: 'Africa/Lagos' });
    const { token } = await hold({ email: person.email });
    await confirmHold({ token, timeZone: 'Europe/Paris', now: soon });
    const [after] = await db.select().from(users).where(eq(users.id, person.id));
    expect(after?.timeZone).toBe('Africa/Lagos');
  });

  it('leaves the name that a user already has', async () => {
    const person = await makeUser({ name: 'Fatou Sow Diallo', email: 'known@confirm.test' });
    const { token, bookingId } = await hold({ email: person.email });
    await confirmHold({ token, now: soon });
    expect((await readBooking(bookingId)).menteeId).toBe(person.id);
    const [after] = await db.select().from(users).where(eq(users.id, person.id));
    expect(after?.name).toBe('Fatou Sow Diallo');
  });

  it('books anew after the hold has lapsed, when the slot is still free', async () => {
    const { bookingId, token } = await hold();
    const result = await confirmHold({ token, now: lapsed });
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.bookingId).not.toBe(bookingId);
    expect(await readBooking(result.value.bookingId)).toMatchObject({
      status: 'confirmed',
      subject: 'Hello',
    });
    expect((await readBooking(bookingId)).status).toBe('expired');
    expect(await countCollisions()).toBe(0);
  });

  it('works once for several mails of one hold, and the later ones find it done', async () => {
    const { bookingId, token, email } = await hold();
    const second = await mintHoldLink(bookingId, { email, now: monday });
    await confirmHold({ token, now: soon });
    expect(await confirmHold({ token, now: soon })).toMatchObject({
      ok: false,
      reason: 'used',
      authSession: null,
    });
    expect(await confirmHold({ token: second, now: soon })).toMatchObject({
      ok: true,
      value: { bookingId },
    });
  });

  it('works for a second mail of a hold that was booked anew', async () => {
    const { bookingId, token, email } = await hold();
    const second = await mintHoldLink(bookingId, { email, now: monday });
    const first = await confirmHold({ token, now: lapsed });
    const again = await confirmHold({ token: second, now: lapsed });
    expect(again.ok && first.ok && again.value.bookingId === first.value.bookingId).toBe(true);
  });
});

describe('refusals', () => {
  it('unknown, and a sign-in link is no hold link', async () => {
    expect(await confirmHold({ token: 'nothing', now: soon })).toMatchObject({
      reason: 'unknown',
      authSession: null,
    });
  });

  it('expired: the link itself, a day later; no user is made', async () => {
    const { token, email } = await hold();
    const result = await confirmHold({ token, now: monday.add({ hours: 24 }) });
    expect(result).toMatchObject({ reason: 'expired', authSession: null });
    expect(await db.select().from(users).where(eq(users.email, email))).toEqual([]);
  });

  it('blocked: cancels the hold and signs nobody in', async () => {
    const { token, bookingId, email } = await hold();
    await makeUser({ email, blockedAt: soon });
    expect(await confirmHold({ token, now: soon })).toMatchObject({
      reason: 'blocked',
      authSession: null,
    });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'system',
    });
  });

  it('own_slot: the address became the mentor’s; the seat is free at once', async () => {
    const { token, mentor, bookingId, email } = await hold();
    await db.update(users).set({ email }).where(eq(users.id, mentor.mentorId));
    expect(await confirmHold({ token, now: soon })).toMatchObject({ reason: 'own_slot' });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'cancelled' });
  });

  it('overlaps_yours: cancels the hold, signs in, and the slot is free for others', async () => {
    const { token, mentorId, variantId, bookingId, email } = await hold();
    const person = await makeUser({ email });
    const elsewhere = await makeMentor();
    await book({
      booker: user(person.id),
      mentorId: elsewhere.mentorId,
      variantId: elsewhere.variantId,
      startsAt: ten,
    });
    const result = await confirmHold({ token, now: soon });
    expect(result).toMatchObject({ reason: 'overlaps_yours', mentorId, variantId });
    expect(!result.ok && result.authSession).toBeTruthy();
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'overlaps_yours',
    });
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
  });

  it('overlaps_yours: somebody is booked with them as a mentor at that hour', async () => {
    const { token, email, bookingId } = await hold();
    const mentoring = await makeMentor({ user: { email } });
    const other = await makeUser();
    const { mentorId, variantId } = mentoring;
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
    expect(await confirmHold({ token, now: soon })).toMatchObject({ reason: 'overlaps_yours' });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'cancelled' });
  });

  it('not_enough_credits: the price is more than the welcome', async () => {
    const { token, bookingId } = await hold({ settings: { priceCredits: 101 } });
    expect(await confirmHold({ token, now: soon })).toMatchObject({ reason: 'not_enough_credits' });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'cancelled' });
  });

  it('slot_taken: lapsed and taken by another; alternatives, and signed in to take one', async () => {
    const { token, mentorId, variantId } = await hold();
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten, now: lapsed });
    const result = await confirmHold({ token, now: lapsed });
    expect(result).toMatchObject({ reason: 'slot_taken', mentorId, variantId });
    expect(!result.ok && result.alternatives).toHaveLength(3);
    expect(!result.ok && result.authSession).toBeTruthy();
  });

  it('not_taking_bookings, not_found and not_offered: lapsed, and the mentor has changed', async () => {
    const gone = await hold();
    await db.update(mentors).set({ publishedAt: null }).where(eq(mentors.userId, gone.mentorId));
    expect(await confirmHold({ token: gone.token, now: lapsed })).toMatchObject({
      reason: 'not_found',
    });
    const away = await hold();
    await db
      .update(mentors)
      .set({ takingBookings: false })
      .where(eq(mentors.userId, away.mentorId));
    expect(await confirmHold({ token: away.token, now: lapsed })).toMatchObject({
      reason: 'not_taking_bookings',
    });
    const strict = await hold();
    await db
      .update(mentors)
      .set({ minimumNoticeMinutes: 2880 })
      .where(eq(mentors.userId, strict.mentorId));
    expect(await confirmHold({ token: strict.token, now: lapsed })).toMatchObject({
      reason: 'not_offered',
    });
  });

  it('keeps a hold in spite of what the mentor changed since: it was promised', async () => {
    const { token, mentorId } = await hold();
    await db
      .update(mentors)
      .set({ minimumNoticeMinutes: 2880, takingBookings: false })
      .where(eq(mentors.userId, mentorId));
    expect(await confirmHold({ token, now: soon })).toMatchObject({ ok: true });
  });

  it('cancelled: the mentor declined it', async () => {
    const { token, mentorId, bookingId } = await hold();
    const declined = await cancelBookings({
      userId: mentorId,
      bookingId,
      reason: 'Away',
      now: monday,
    });
    expect(declined.ok).toBe(true);
    expect(await confirmHold({ token, now: soon })).toMatchObject({ reason: 'cancelled' });
  });
});

describe('releasing a hold', () => {
  it('frees the seat at once, once, and leaves the trail', async () => {
    const { token, bookingId, mentorId, variantId } = await hold();
    expect(await releaseHold({ token: 'nothing', now: soon })).toMatchObject({ reason: 'unknown' });
    expect(await releaseHold({ token, now: soon })).toMatchObject({ ok: true });
    expect(await readTrail(bookingId)).toMatchObject([
      { toStatus: 'held' },
      { actorRole: 'visitor', fromStatus: 'held', toStatus: 'cancelled' },
    ]);
    const other = await makeUser();
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
    expect(await releaseHold({ token, now: soon })).toMatchObject({ ok: false });
  });

  it('is too late once it has lapsed or been confirmed', async () => {
    const late = await hold();
    expect(await releaseHold({ token: late.token, now: lapsed })).toMatchObject({
      reason: 'expired',
    });
    const confirmed = await hold();
    await confirmHold({ token: confirmed.token, now: soon });
    expect(await releaseHold({ token: confirmed.token, now: soon })).toMatchObject({
      reason: 'used',
    });
    expect((await readBooking(confirmed.bookingId)).status).toBe('confirmed');
  });
});
