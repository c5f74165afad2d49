import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { organizations } from '@/db/schema/organizations';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { book, mintHoldLink, order, user, visitor } from '@/testing/bookings';
import { expectLedgerAddsUp } from '@/testing/ledger';
import { at, makeMentor, makeOrganization, makeUser, monday } from '@/testing/people';
import { confirmHold } from './confirm-hold';
import { orderSlots } from './order-slots';

afterEach(expectLedgerAddsUp);

const day = (date: number, hour = '10') => at(`2026-11-${String(date)}T${hour}:00`);

async function makeCapped(mostOpenBookings: number) {
  const organizationId = await makeOrganization({ isPublic: true, mostOpenBookings });
  const mentor = () => makeMentor({ mentor: { organizationId } });
  const [one, other] = [await mentor(), await mentor()];
  const elsewhere = await makeMentor();
  return { organizationId, one, other, elsewhere };
}

const asked = ({ mentorId, variantId }: { mentorId: string; variantId: string }) => ({
  mentorId,
  variantId,
});

it('counts what one person has ahead with all of the organization, and nothing else', async () => {
  const { organizationId, one, other, elsewhere } = await makeCapped(2);
  const mentee = await makeUser();
  const booker = user(mentee.id);
  const first = await book({ booker, ...asked(one), startsAt: day(24) });
  await book({ booker, ...asked(other), startsAt: day(25) });
  const third = { booker, ...asked(one), startsAt: day(26) };
  expect(await orderSlots(order(third))).toMatchObject({ ok: false, reason: 'too_many_open' });
  expect(
    await orderSlots(order({ ...third, ...asked(elsewhere), startsAt: day(26, '15') })),
  ).toMatchObject({ ok: true });
  const neighbour = await makeUser();
  const theirs = { ...third, booker: user(neighbour.id), startsAt: day(26, '12') };
  expect(await orderSlots(order(theirs))).toMatchObject({ ok: true });

  await cancelBookings({ userId: mentee.id, bookingId: first.bookingId, reason: '', now: monday });
  expect(await orderSlots(order(third))).toMatchObject({ ok: true });
  // What has ended is not ahead any more.
  const later = { ...third, startsAt: day(30), now: day(27) };
  expect(await orderSlots(order(later))).toMatchObject({ ok: true });
  await db
    .update(organizations)
    .set({ mostOpenBookings: null })
    .where(eq(organizations.id, organizationId));
  expect(await orderSlots(order({ ...third, startsAt: day(27) }))).toMatchObject({ ok: true });
});

it('lets no two orders at once past it, and books of several what fits', async () => {
  const { one, other } = await makeCapped(1);
  const mentee = await makeUser();
  const booker = user(mentee.id);
  const results = await Promise.all([
    orderSlots(order({ booker, ...asked(one), startsAt: day(24) })),
    orderSlots(order({ booker, ...asked(other), startsAt: day(25) })),
  ]);
  expect(results.map(({ ok }) => ok).filter(Boolean)).toHaveLength(1);

  const { one: free } = await makeCapped(2);
  const wanted = { ...order({ booker, ...asked(free), startsAt: day(26) }) };
  const starts = [day(26), day(27), day(28)];
  const fits = await orderSlots({ ...wanted, starts, policy: 'fits' });
  expect(fits).toMatchObject({ ok: true });
  if (!fits.ok) return;
  expect(fits.value.bookings.map(({ index }) => index)).toEqual([0, 1]);
  expect(fits.value.failures).toMatchObject([{ index: 2, reason: 'too_many_open' }]);
});

it('is asked of a visitor when they confirm their hold', async () => {
  const { one, other } = await makeCapped(1);
  const mentee = await makeUser();
  await book({ booker: user(mentee.id), ...asked(one), startsAt: day(24) });
  const { bookingId } = await book({
    booker: visitor(mentee.email),
    ...asked(other),
    startsAt: day(25),
  });
  const token = await mintHoldLink(bookingId, { email: mentee.email, now: monday });
  expect(await confirmHold({ token, now: monday })).toMatchObject({
    ok: false,
    reason: 'too_many_open',
  });
});

describe('what a mentor lets one mentee have ahead', () => {
  const mornings = ['09', '10', '11', '12', '13'];
  const starts = mornings.map((hour) => day(24, hour));

  it('holds for them with this mentor, whoever else is booked', async () => {
    const mentor = await makeMentor({ mentor: { mostOpenEach: 2 } });
    const elsewhere = await makeMentor();
    const [mentee, other] = [await makeUser(), await makeUser()];
    const wanted = { booker: user(mentee.id), ...asked(mentor), starts };
    const result = await orderSlots(order({ ...wanted, policy: 'fits' }));
    expect(result.ok && result.value.bookings).toHaveLength(2);
    expect(result.ok && result.value.failures.map(({ reason }) => reason)).toEqual([
      'too_many_open',
      'too_many_open',
      'too_many_open',
    ]);
    await book({ booker: user(other.id), ...asked(mentor), startsAt: day(24, '13') });
    await book({ booker: user(mentee.id), ...asked(elsewhere), startsAt: day(24, '14') });
  });

  it('of requests that wait for an answer it may be less', async () => {
    const mentor = await makeMentor({
      mentor: { confirmation: 'manual', mostOpenEach: 4, mostRequestsEach: 1 },
    });
    const mentee = await makeUser();
    const booker = user(mentee.id);
    const first = await book({ booker, ...asked(mentor), startsAt: day(24, '09') });
    const second = { booker, ...asked(mentor), startsAt: day(24, '11') };
    expect(await orderSlots(order(second))).toMatchObject({ reason: 'too_many_open' });
    const answer = { userId: mentor.mentorId, bookingId: first.bookingId, now: monday };
    await confirmBooking(answer);
    expect(await orderSlots(order(second))).toMatchObject({ ok: true });
  });

  it('is counted under the lock: of many orders at once no more get through', async () => {
    const mentor = await makeMentor({ mentor: { mostOpenEach: 3 } });
    const mentee = await makeUser();
    const outcomes = await Promise.all(
      mornings.map((hour) =>
        orderSlots(order({ booker: user(mentee.id), ...asked(mentor), startsAt: day(24, hour) })),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('is twenty where nobody says otherwise, so that an order of twenty fits', async () => {
    const mentor = await makeMentor({ windows: [{ startTime: '00:00', endTime: '23:59' }] });
    const mentee = await makeUser();
    const many = Array.from({ length: 20 }, (_, hours) => day(24, '00').add({ hours }));
    const wanted = { booker: user(mentee.id), ...asked(mentor) };
    await book({ ...wanted, starts: many, policy: 'all' });
    expect(await orderSlots(order({ ...wanted, startsAt: day(26) }))).toMatchObject({
      reason: 'too_many_open',
    });
  });
});
