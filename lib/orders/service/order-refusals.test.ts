import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { mentors } from '@/db/schema/mentors';
import { services } from '@/db/schema/services';
import { sessions } from '@/db/schema/sessions';
import { users } from '@/db/schema/users';
import {
  book,
  expectRefusal,
  mintHoldLink,
  order,
  readBooking,
  user,
  visitor,
} from '@/testing/bookings';
import { mailsOf } from '@/testing/deliveries';
import { expectLedgerAddsUp } from '@/testing/ledger';
import {
  at,
  makeMember,
  makeMentor,
  makeOrganization,
  makeUser,
  monday,
  ten,
} from '@/testing/people';
import { openHoldsPerNetwork } from '../schema/order';
import { confirmHold } from './confirm-hold';
import { type Order, orderSlots } from './order-slots';

afterEach(expectLedgerAddsUp);

const noon = at('2026-11-24T12:00');

/** Who may ask for these slots in the name of a person: a visitor may hold one. */
function bookers(starts: readonly unknown[], { id, email }: { id: string; email: string }) {
  return starts.length === 1 ? [user(id), visitor(email)] : [user(id)];
}

/** What holds for an order of one slot holds for one of several. */
describe.each([
  ['one slot', [ten]],
  ['several slots', [ten, noon]],
])('an order of %s', (_, starts) => {
  it('not_signed_in: the user is gone', async () => {
    const { mentorId, variantId } = await makeMentor();
    await expectRefusal('not_signed_in', { booker: user(uuidv7()), mentorId, variantId, starts });
  });

  it('not_found: a mentor who is blocked', async () => {
    const { mentorId, variantId } = await makeMentor();
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, mentorId));
    const { id } = await makeUser();
    await expectRefusal('not_found', { booker: user(id), mentorId, variantId, starts });
  });

  it('blocked', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { id } = await makeUser({ blockedAt: monday });
    await expectRefusal('blocked', { booker: user(id), mentorId, variantId, starts });
  });

  it('price_changed: it costs more than the form showed; less is welcome', async () => {
    const { mentorId, variantId } = await makeMentor({ priceCredits: 20 });
    const mentee = await makeUser();
    const wanted = { mentorId, variantId, starts };
    for (const booker of bookers(starts, mentee)) {
      await expectRefusal('price_changed', { ...wanted, booker, priceCredits: 19 });
    }
    await book({ ...wanted, booker: user(mentee.id), priceCredits: 21 });
  });

  it('not_found: what does not exist, is archived, unpublished, or another mentor’s', async () => {
    const mentee = await makeUser();
    const [mentor, other, hidden, archived] = [
      await makeMentor(),
      await makeMentor(),
      await makeMentor({ mentor: { publishedAt: null } }),
      await makeMentor(),
    ];
    await db
      .update(services)
      .set({ archivedAt: monday })
      .where(eq(services.mentorId, archived.mentorId));
    const wanted = [
      { mentorId: mentor.mentorId, variantId: uuidv7() },
      { mentorId: uuidv7(), variantId: mentor.variantId },
      { mentorId: mentor.mentorId, variantId: other.variantId },
      { mentorId: hidden.mentorId, variantId: hidden.variantId },
      { mentorId: archived.mentorId, variantId: archived.variantId },
    ];
    for (const { mentorId, variantId } of wanted) {
      await expectRefusal('not_found', {
        booker: user(mentee.id),
        mentorId,
        variantId,
        starts,
      });
    }
  });

  it('not_found: a mentor of a school, to everyone who is not of it', async () => {
    const organizationId = await makeOrganization();
    const { mentorId, variantId } = await makeMentor({ mentor: { organizationId } });
    const [member, stranger] = [await makeUser(), await makeUser()];
    await makeMember({ organizationId, userId: member.id });
    await expectRefusal('not_found', {
      booker: user(stranger.id),
      mentorId,
      variantId,
      starts,
    });
    if (starts.length === 1) {
      await expectRefusal('not_found', {
        booker: visitor('who@school.test'),
        mentorId,
        variantId,
        starts,
      });
    }
    await book({ booker: user(member.id), mentorId, variantId, starts });
  });

  it('not_taking_bookings', async () => {
    const { mentorId, variantId } = await makeMentor({ mentor: { takingBookings: false } });
    const mentee = await makeUser();
    await expectRefusal('not_taking_bookings', {
      booker: user(mentee.id),
      mentorId,
      variantId,
      starts,
    });
  });

  it('format_unavailable and details_missing', async () => {
    const { mentorId, variantId } = await makeMentor({ mentor: { formats: ['video', 'phone'] } });
    const mentee = await makeUser();
    const wanted = { booker: user(mentee.id), mentorId, variantId, starts };
    const details = { phone: '', place: '', subject: '', notes: '' };
    await expectRefusal('format_unavailable', {
      ...wanted,
      details: { ...details, format: 'in_person' },
    });
    await expectRefusal('details_missing', { ...wanted, details: { ...details, format: 'phone' } });
  });

  it('details_missing: a place, unless the mentor has one', async () => {
    const mentee = await makeUser();
    const details = { format: 'in_person' as const, phone: '', place: '', subject: '', notes: '' };
    const [without, having] = [
      await makeMentor(),
      await makeMentor({ mentor: { address: '12 rue Mohammed V, Dakar' } }),
    ];
    const wanted = { booker: user(mentee.id), details, starts };
    await expectRefusal('details_missing', {
      ...wanted,
      mentorId: without.mentorId,
      variantId: without.variantId,
    });
    await book({ ...wanted, mentorId: having.mentorId, variantId: having.variantId });
    const [session] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.mentorId, having.mentorId));
    expect(session?.place).toBe('12 rue Mohammed V, Dakar');
  });

  it('own_slot', async () => {
    const { mentorId, variantId } = await makeMentor();
    await expectRefusal('own_slot', { booker: user(mentorId), mentorId, variantId, starts });
  });

  it('answers_wrong', async () => {
    const { mentorId, variantId } = await makeMentor({ questions: [{ isRequired: true }] });
    const booker = user((await makeUser()).id);
    await expectRefusal('answers_wrong', { booker, mentorId, variantId, starts });
  });

  it('is a request where the mentor answers by hand', async () => {
    const { mentorId, variantId } = await makeMentor({ mentor: { confirmation: 'manual' } });
    const booker = user((await makeUser()).id);
    const { bookings } = await book({ booker, mentorId, variantId, starts });
    expect(bookings.map(({ status }) => status)).toEqual(starts.map(() => 'pending'));
  });

  it('gets the same answer when the form is sent again, and books nothing more', async () => {
    const { mentorId, variantId } = await makeMentor();
    const booker = user((await makeUser()).id);
    const form = { booker, mentorId, variantId, starts, requestId: uuidv7() };
    const first = await book(form);
    const { value: again, deliveryIds } = await mailsOf(() => book(form));
    expect(again.bookings.map(({ bookingId }) => bookingId)).toEqual(
      first.bookings.map(({ bookingId }) => bookingId),
    );
    expect(deliveryIds).toEqual([]);
  });
});

it('not_signed_in: several slots for a visitor, who may hold one', async () => {
  const { mentorId, variantId } = await makeMentor();
  const booker = visitor('several@order.test');
  await expectRefusal('not_signed_in', { booker, mentorId, variantId, starts: [ten, noon] });
});

describe('one slot is refused', () => {
  it('slot_taken: offers the three nearest free slots', async () => {
    const { mentorId, variantId } = await makeMentor();
    const [first, second] = [await makeUser(), await makeUser()];
    await book({ booker: user(first.id), mentorId, variantId, startsAt: ten });
    const wanted = { booker: user(second.id), mentorId, variantId, startsAt: ten };
    expect(await expectRefusal('slot_taken', wanted)).toEqual([
      '11-24T09:00',
      '11-24T11:00',
      '11-24T11:30',
    ]);
  });

  it('slot_taken: looks for other times as far as the horizon', async () => {
    const { mentorId, variantId } = await makeMentor({
      windows: [{ days: [2], startTime: '10:00', endTime: '11:00' }],
      timeOff: [{ start: at('2026-11-25T00:00'), end: at('2026-12-20T00:00') }],
    });
    const [first, second] = [await makeUser(), await makeUser()];
    const wanted = { mentorId, variantId, startsAt: ten };
    await book({ booker: user(first.id), ...wanted });
    expect(await expectRefusal('slot_taken', { booker: user(second.id), ...wanted })).toEqual([
      '12-22T10:00',
      '12-29T10:00',
      '01-05T10:00',
    ]);
  });

  it.each<
    [string, { startsAt: string; now?: string; mentor?: Partial<typeof mentors.$inferInsert> }]
  >([
    ['in the past', { startsAt: '2026-11-22T10:00' }],
    ['off the grid', { startsAt: '2026-11-24T10:10' }],
    ['outside the windows', { startsAt: '2026-11-24T16:30' }],
    ['within the notice', { startsAt: '2026-11-23T13:30', mentor: { minimumNoticeMinutes: 120 } }],
    ['at this very moment', { startsAt: '2026-11-23T12:00' }],
    ['in the year 0', { startsAt: '0000-01-01T10:00' }],
    ['in the year 9999', { startsAt: '9999-12-31T10:00' }],
    ['beyond the horizon', { startsAt: '2026-12-04T10:00', mentor: { horizonDays: 10 } }],
  ])('not_offered: %s', async (_, { startsAt, mentor }) => {
    const { mentorId, variantId } = await makeMentor(mentor ? { mentor } : {});
    const mentee = await makeUser();
    await expectRefusal('not_offered', {
      booker: user(mentee.id),
      mentorId,
      variantId,
      startsAt: at(startsAt),
    });
  });

  it('not_offered: on a closed date; slot_taken: in time off', async () => {
    const off = [{ start: at('2026-11-25T09:00'), end: at('2026-11-25T12:00') }];
    const { mentorId, variantId } = await makeMentor({ closedOn: ['2026-11-24'], timeOff: off });
    const mentee = await makeUser();
    const wanted = { booker: user(mentee.id), mentorId, variantId };
    await expectRefusal('not_offered', { ...wanted, startsAt: ten });
    await expectRefusal('slot_taken', { ...wanted, startsAt: at('2026-11-25T10:00') });
  });

  it('a full day or week of the mentor’s closes it for new sessions', async () => {
    const { mentorId, variantId } = await makeMentor({
      mentor: { maxSessionsPerDay: 1, maxSessionsPerWeek: 2 },
    });
    const mentees = [await makeUser(), await makeUser(), await makeUser()] as const;
    const wanted = (index: 0 | 1 | 2, startsAt: string): Parameters<typeof order>[0] => ({
      booker: user(mentees[index].id),
      mentorId,
      variantId,
      startsAt: at(startsAt),
    });
    await book(wanted(0, '2026-11-24T10:00'));
    await expectRefusal('slot_taken', wanted(1, '2026-11-24T14:00'));
    await book(wanted(1, '2026-11-25T10:00'));
    await expectRefusal('slot_taken', wanted(2, '2026-11-28T10:00'));
    await book(wanted(2, '2026-11-30T10:00'));
  });

  it('overlaps_yours: offers what does not meet the mentee’s own time', async () => {
    const [first, second] = [await makeMentor(), await makeMentor()];
    const mentee = await makeUser();
    const booker = user(mentee.id);
    await book({ booker, mentorId: first.mentorId, variantId: first.variantId, startsAt: ten });
    const { mentorId, variantId } = second;
    const wanted = { booker, mentorId, variantId, startsAt: at('2026-11-24T10:30') };
    expect(await expectRefusal('overlaps_yours', wanted)).toEqual([
      '11-24T09:00',
      '11-24T11:00',
      '11-24T11:30',
    ]);
  });

  it('overlaps_yours: as a mentee elsewhere, and as a mentor', async () => {
    const [first, second] = [await makeMentor(), await makeMentor()];
    const mentee = await makeUser();
    await book({
      booker: user(mentee.id),
      mentorId: first.mentorId,
      variantId: first.variantId,
      startsAt: ten,
    });
    const half = at('2026-11-24T10:30');
    await expectRefusal('overlaps_yours', {
      booker: user(mentee.id),
      mentorId: second.mentorId,
      variantId: second.variantId,
      startsAt: half,
    });
    await expectRefusal('overlaps_yours', {
      booker: user(first.mentorId),
      mentorId: second.mentorId,
      variantId: second.variantId,
      startsAt: half,
    });
  });

  it('slot_taken: while the mentor is a mentee elsewhere', async () => {
    const [first, second] = [await makeMentor(), await makeMentor()];
    const mentee = await makeUser();
    await book({
      booker: user(first.mentorId),
      mentorId: second.mentorId,
      variantId: second.variantId,
      startsAt: ten,
    });
    await expectRefusal('slot_taken', {
      booker: user(mentee.id),
      mentorId: first.mentorId,
      variantId: first.variantId,
      startsAt: at('2026-11-24T10:30'),
    });
  });

  it('come in the order of the list', async () => {
    // Everything is wrong at once; mended from the top, the reasons come one after the other.
    const mentor = await makeMentor({ mentor: { takingBookings: false } });
    const { mentorId, variantId } = mentor;
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, mentorId));
    const request: Order = order({
      booker: user(mentorId),
      mentorId,
      variantId,
      startsAt: at('2026-11-22T10:10'),
    });
    const reasons: string[] = [];
    const attempt = async () => {
      const result = await orderSlots(request);
      reasons.push(result.ok ? 'booked' : result.reason);
    };
    await attempt();
    await db.update(users).set({ blockedAt: null }).where(eq(users.id, mentorId));
    await attempt();
    await db.update(mentors).set({ takingBookings: true }).where(eq(mentors.userId, mentorId));
    await attempt();
    request.booker = user((await makeUser()).id);
    await attempt();
    request.starts = [ten];
    await attempt();
    expect(reasons).toEqual([
      'blocked',
      'not_taking_bookings',
      'own_slot',
      'not_offered',
      'booked',
    ]);
  });
});

const from = (network: string, place: number) => visitor(`school-${place}@order.test`, network);

describe('a visitor', () => {
  it('is answered alike whoever has the address, and is told behind the link that is mailed to it', async () => {
    const mentor = await makeMentor();
    const { mentorId, variantId } = mentor;
    const known = await makeUser();
    const blocked = await makeUser({ blockedAt: monday });
    const addresses = ['nobody@order.test', known.email, blocked.email, mentor.email];
    const answers = [];
    const behind = [];
    for (const [index, email] of addresses.entries()) {
      const startsAt = ten.add({ hours: index });
      const wanted = order({ booker: visitor(email), mentorId, variantId, startsAt });
      const result = await orderSlots(wanted);
      if (!result.ok) throw new Error(result.reason);
      const [{ bookingId, status }] = result.value.bookings;
      answers.push({ status, keys: Object.keys(result.value), failures: result.value.failures });
      const token = await mintHoldLink(bookingId, { email, now: monday });
      const confirmed = await confirmHold({ token, now: monday.add({ minutes: 1 }) });
      behind.push(confirmed.ok ? 'ok' : confirmed.reason);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(behind).toEqual(['ok', 'ok', 'blocked', 'own_slot']);
  });

  it('and all others in their network hold so many times of one mentor, and no more', async () => {
    const windows = [{ startTime: '00:00', endTime: '23:59' }];
    const { mentorId, variantId } = await makeMentor({ windows, durations: [30] });
    const other = await makeMentor();
    const starts = Array.from({ length: 24 }, (_, place) => ten.add({ minutes: 30 * place }));
    const outcomes = await Promise.all(
      starts.map((startsAt, place) =>
        orderSlots(order({ booker: from('203.0.113.9', place), mentorId, variantId, startsAt })),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(openHoldsPerNetwork);
    const refused = outcomes.filter((one) => !one.ok).map((one) => !one.ok && one.reason);
    expect(new Set(refused)).toEqual(new Set(['too_many_from_here']));

    const late = ten.add({ hours: 13 });
    const wanted = { mentorId, variantId, startsAt: late };
    // Elsewhere, with somebody else, or as somebody whom we know.
    await book({ ...wanted, booker: from('203.0.113.10', 100) });
    const { mentorId: anotherId, variantId: anotherVariant } = other;
    const withAnother = { mentorId: anotherId, variantId: anotherVariant, startsAt: ten };
    await book({ ...withAnother, booker: from('203.0.113.9', 101) });
    const { id } = await makeUser();
    await book({ ...wanted, booker: user(id), startsAt: ten.add({ hours: 12 }) });

    // Nothing of it is kept once the time is taken or given back.
    const [held] = outcomes.flatMap((one) => (one.ok ? one.value.bookings : []));
    const bookingId = held?.bookingId ?? '';
    expect((await readBooking(bookingId)).heldFrom).toMatch(/^[0-9a-f]{64}$/);
    const { guestEmail } = await readBooking(bookingId);
    const token = await mintHoldLink(bookingId, { email: guestEmail ?? '', now: monday });
    await confirmHold({ token, now: monday.add({ minutes: 1 }) });
    expect((await readBooking(bookingId)).heldFrom).toBeNull();
  });
});
