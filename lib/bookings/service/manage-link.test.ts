import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { users } from '@/db/schema/users';
import { type ManageClaims, sealManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { readBooking, readTrail, makeBooked } from '@/testing/bookings';
import { expectLedgerAddsUp, paid } from '@/testing/ledger';
import { at, makeUser, monday } from '@/testing/people';
import { cancelBookings } from './cancel-bookings';
import { actorOfManageLink } from './manage-link';
import { moveBooking } from './move-booking';

afterEach(expectLedgerAddsUp);

const ten = at('2026-11-27T10:00');
const two = at('2026-11-27T14:00');
const now = monday.add({ hours: 1 });

async function booked() {
  const made = await makeBooked({ ...paid, startsAt: ten });
  const { bookingId, menteeId: personId } = made;
  const claims = { bookingId, personId, sequence: 0, expiresAt: ten.epochMilliseconds };
  return { ...made, claims };
}

const seal = (claims: ManageClaims) => sealManageLink(claims, env.authSecrets[0]);

async function actor(claims: ManageClaims) {
  const found = await actorOfManageLink({ token: seal(claims), now });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

describe('the link of a mail', () => {
  it('acts for the person it was sent to, as if they were signed in', async () => {
    const { bookingId, menteeId, claims } = await booked();
    const result = await cancelBookings({ ...(await actor(claims)), reason: 'Ill' });
    expect(result).toMatchObject({ ok: true });
    expect(await readTrail(bookingId)).toMatchObject([
      { toStatus: 'confirmed' },
      { toStatus: 'cancelled', actorId: menteeId, actorRole: 'mentee' },
    ]);
  });

  it('is void once the booking was moved, for the other side as well', async () => {
    const { bookingId, mentorId, claims } = await booked();
    const [mine, theirs] = [await actor(claims), await actor({ ...claims, personId: mentorId })];
    expect(await moveBooking({ ...mine, startsAt: two })).toMatchObject({ ok: true });
    expect(await cancelBookings({ ...theirs, reason: 'Away' })).toMatchObject({
      reason: 'superseded',
    });
    expect(await moveBooking({ ...mine, startsAt: ten })).toMatchObject({ reason: 'superseded' });
    const { status, sequence, period } = await readBooking(bookingId);
    expect([status, sequence, period.start.toString()]).toEqual(['confirmed', 1, two.toString()]);
    // The mail about the new time has a link that works.
    const next = await actor({ ...claims, sequence: 1 });
    expect(await cancelBookings({ ...next, reason: 'Ill' })).toMatchObject({ ok: true });
  });

  it('lets one of two win who use the same link at once', async () => {
    const { claims } = await booked();
    const who = await actor(claims);
    const results = await Promise.all([
      moveBooking({ ...who, startsAt: two }),
      cancelBookings({ ...who, reason: 'Ill' }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'superseded' });
  });

  it('gives a stranger nothing, though it be signed by us', async () => {
    const { bookingId, claims } = await booked();
    const stranger = await makeUser();
    const who = await actor({ ...claims, personId: stranger.id });
    expect(await cancelBookings({ ...who, reason: 'Mine' })).toMatchObject({ reason: 'not_found' });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('is refused when it is not ours, from the start of the session on, and to who is blocked', async () => {
    const { menteeId, claims } = await booked();
    const forged = sealManageLink(claims, 'another secret');
    expect(await actorOfManageLink({ token: forged, now })).toMatchObject({ reason: 'unknown' });
    expect(await actorOfManageLink({ token: seal(claims), now: ten })).toMatchObject({
      reason: 'link_expired',
    });
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, menteeId));
    expect(await actorOfManageLink({ token: seal(claims), now })).toMatchObject({
      reason: 'unknown',
    });
  });
});
