import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { mentors } from '@/db/schema/mentors';
import { organizations } from '@/db/schema/organizations';
import { notifications } from '@/db/schema/notifications';
import { deliveries } from '@/db/schema/outbox';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { book, order, readBooking, readTrail, user } from '@/testing/bookings';
import { creditsOf, expectLedgerAddsUp, grantCredits } from '@/testing/ledger';
import { makeMemberOf, makeSchool, roleOf } from '@/testing/memberships';
import {
  at,
  makeMember,
  makeMentor,
  makeUser,
  monday,
  publicOrganizationId,
  ten,
} from '@/testing/people';
import { changeRole } from './change-role';
import { leaveOrganization } from './leave';

/** An hour before the session: far inside every notice. */
const soon = ten.subtract({ hours: 1 });

afterEach(expectLedgerAddsUp);

/** A school with a mentor whom only members see, and a member who has booked them for 10 of 50 credits. */
async function makeBooked(settings: Parameters<typeof makeMentor>[0] = {}) {
  const school = await makeSchool();
  const { organizationId } = school;
  const mentor = await makeMentor({
    priceCredits: 10,
    ...settings,
    mentor: { ...settings.mentor, organizationId },
  });
  const member = await makeMemberOf(organizationId);
  await grantCredits(member.id, 50, organizationId);
  const { mentorId, variantId } = mentor;
  const wanted = { booker: user(member.id), mentorId, variantId, startsAt: ten };
  const { bookingId } = await book(wanted);
  return { ...school, mentor, mentorId, variantId, member, wanted, bookingId };
}

function leave(organizationId: string, userId: string, actorId = userId, now = soon) {
  return leaveOrganization({ actorId, userId, organizationId, locale: 'en', now });
}

describe('who leaves', () => {
  it('is paid back whole whatever the notice; both sides hear of it, and the trail says why', async () => {
    const { organizationId, member, mentorId, bookingId } = await makeBooked();
    expect(await leave(organizationId, member.id)).toMatchObject({ value: { cancelled: 1 } });
    expect(await readBooking(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'mentee',
      cancelReason: 'Left A school.',
    });
    expect((await readTrail(bookingId)).at(-1)).toMatchObject({ reason: 'Left A school.' });
    expect(await creditsOf(member.id, organizationId)).toBe(50);
    const mails = await db.select().from(deliveries).where(eq(deliveries.recipientId, mentorId));
    expect(mails.map(({ kind }) => kind)).toContain('cancelled_mentor');
    expect(await roleOf(organizationId, member.id)).toBeNull();
  });

  it('keeps what they have with mentors whom everybody sees, also of an organization that is public', async () => {
    const { organizationId, member } = await makeBooked();
    const open = await makeMentor();
    const { mentorId, variantId } = open;
    const kept = { booker: user(member.id), mentorId, variantId, startsAt: at('2026-11-25T10:00') };
    const { bookingId } = await book(kept);
    await leave(organizationId, member.id);
    expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed' });

    const shown = await makeBooked();
    await db
      .update(organizations)
      .set({ isPublic: true })
      .where(eq(organizations.id, shown.organizationId));
    expect(await leave(shown.organizationId, shown.member.id)).toMatchObject({
      value: { cancelled: 0 },
    });
    expect(await readBooking(shown.bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('takes requests back, and has what is over left alone', async () => {
    const { organizationId, member, bookingId } = await makeBooked({
      mentor: { confirmation: 'manual' },
    });
    expect(await readBooking(bookingId)).toMatchObject({ status: 'pending' });
    await leave(organizationId, member.id);
    expect(await readBooking(bookingId)).toMatchObject({ status: 'cancelled' });

    const past = await makeBooked();
    const after = ten.add({ hours: 2 });
    await leave(past.organizationId, past.member.id, past.member.id, after);
    expect(await readBooking(past.bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('books nobody of the organization after, and with what they had once they are back', async () => {
    const { organizationId, member, wanted } = await makeBooked();
    await leave(organizationId, member.id);
    const again = order({ ...wanted, now: soon, startsAt: at('2026-11-26T10:00') });
    expect(await orderSlots(again)).toMatchObject({ ok: false, reason: 'not_found' });
    await makeMember({ organizationId, userId: member.id, role: 'member' });
    expect(await orderSlots(again)).toMatchObject({ ok: true });
    expect(await creditsOf(member.id, organizationId)).toBe(40);
  });

  it('while they book: the booking is made and cancelled, or refused', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { organizationId, member, wanted } = await makeBooked();
      const starts = [at('2026-11-25T10:00'), at('2026-11-26T10:00'), at('2026-11-27T10:00')];
      const tries = starts.map((startsAt) => orderSlots(order({ ...wanted, startsAt, now: soon })));
      const [left] = await Promise.all([leave(organizationId, member.id), ...tries]);
      expect(left.ok).toBe(true);
      const live = and(eq(bookings.menteeId, member.id), eq(bookings.sessionActive, true));
      expect(await db.$count(bookings, live)).toBe(0);
      expect(await creditsOf(member.id, organizationId)).toBe(50);
    }
  });
});

describe('a mentor', () => {
  it('stays while a session is to be held; then their page is a draft of the public organization', async () => {
    const { organizationId, mentorId, bookingId, member } = await makeBooked();
    await makeMember({ organizationId, userId: mentorId, role: 'member' });
    expect(await leave(organizationId, mentorId)).toMatchObject({ reason: 'has_sessions' });
    expect(await roleOf(organizationId, mentorId)).toBe('member');
    await leave(organizationId, member.id);
    expect(await readBooking(bookingId)).toMatchObject({ status: 'cancelled' });
    expect(await leave(organizationId, mentorId)).toMatchObject({ ok: true });
    const [page] = await db.select().from(mentors).where(eq(mentors.userId, mentorId));
    expect(page).toMatchObject({ organizationId: publicOrganizationId, publishedAt: null });
  });

  it('finds an address that nobody has there', async () => {
    const { organizationId } = await makeSchool();
    const slug = `same-${organizationId}`;
    await makeMentor({ mentor: { slug } });
    const { mentorId } = await makeMentor({ mentor: { slug, organizationId } });
    await makeMember({ organizationId, userId: mentorId, role: 'member' });
    expect(await leave(organizationId, mentorId)).toMatchObject({ ok: true });
    const [page] = await db.select().from(mentors).where(eq(mentors.userId, mentorId));
    expect(page?.slug).toBe(`${slug}-2`);
  });

  it('and a mentee who books them at once: never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { organizationId, mentorId, member, wanted } = await makeBooked();
      await leave(organizationId, member.id);
      const other = await makeMemberOf(organizationId);
      await makeMember({ organizationId, userId: mentorId, role: 'member' });
      const asked = order({ ...wanted, booker: user(other.id), priceCredits: 100, now: soon });
      await grantCredits(other.id, 50, organizationId);
      const [left, made] = await Promise.all([
        leave(organizationId, mentorId),
        orderSlots({ ...asked, starts: [at('2026-11-26T10:00')] }),
      ]);
      expect([left.ok, made.ok].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('removing', () => {
  it('is told to who is removed, and in the admin’s name in the trail', async () => {
    const { organizationId, admin, member, bookingId } = await makeBooked();
    expect(await leave(organizationId, member.id, admin.id)).toMatchObject({ ok: true });
    expect(await readBooking(bookingId)).toMatchObject({ cancelledBy: 'admin' });
    const heard = await db.select().from(notifications).where(eq(notifications.userId, member.id));
    expect(heard.map(({ kind }) => kind)).toContain('removed');
    const mails = await db.select().from(deliveries).where(eq(deliveries.recipientId, member.id));
    expect(mails.map(({ kind }) => kind)).toContain('removed');
  });

  it('is for those who look after its people, of those who are no more than they', async () => {
    const { organizationId, owner, admin, member } = await makeBooked();
    const { admin: elsewhere } = await makeSchool();
    const other = await makeMemberOf(organizationId);
    for (const { id } of [await makeUser(), other, elsewhere]) {
      expect(await leave(organizationId, member.id, id)).toMatchObject({ reason: 'not_found' });
    }
    expect(await leave(organizationId, owner.id, admin.id)).toMatchObject({
      reason: 'not_allowed',
    });
    const stranger = await makeUser();
    expect(await leave(organizationId, stranger.id, owner.id)).toMatchObject({
      reason: 'not_found',
    });
    expect(await roleOf(organizationId, owner.id)).toBe('owner');
  });
});

describe('an owner', () => {
  it('stays while they are the last', async () => {
    const { organizationId, owner } = await makeSchool();
    expect(await leave(organizationId, owner.id)).toMatchObject({ reason: 'last_owner' });
    const asked = { actorId: owner.id, userId: owner.id, organizationId, now: monday };
    expect(await changeRole({ ...asked, role: 'admin' })).toMatchObject({ reason: 'last_owner' });
    await makeMemberOf(organizationId, 'owner');
    expect(await leave(organizationId, owner.id)).toMatchObject({ ok: true });
  });

  it.each(['demote', 'remove', 'leave'] as const)(
    'of two who %s at once, one stays',
    async (how) => {
      for (let round = 0; round < 4; round += 1) {
        const { organizationId, owner } = await makeSchool();
        const other = await makeMemberOf(organizationId, 'owner');
        const act = (actorId: string, userId: string) =>
          how === 'demote'
            ? changeRole({ actorId, userId, organizationId, role: 'member', now: monday })
            : leave(organizationId, how === 'leave' ? actorId : userId, actorId);
        const results = await Promise.all([act(owner.id, other.id), act(other.id, owner.id)]);
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        const left = [
          await roleOf(organizationId, owner.id),
          await roleOf(organizationId, other.id),
        ];
        expect(left.filter((role) => role === 'owner')).toHaveLength(1);
      }
    },
  );

  it('is made by owners alone, and demoted by no admin', async () => {
    const { organizationId, owner, admin } = await makeSchool();
    const member = await makeMemberOf(organizationId);
    const asked = { organizationId, now: monday };
    const byAdmin = { ...asked, actorId: admin.id };
    expect(await changeRole({ ...byAdmin, userId: member.id, role: 'owner' })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await changeRole({ ...byAdmin, userId: admin.id, role: 'owner' })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await changeRole({ ...byAdmin, userId: owner.id, role: 'member' })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await changeRole({ ...byAdmin, userId: member.id, role: 'admin' })).toMatchObject({
      ok: true,
    });
    expect(
      await changeRole({ ...asked, actorId: owner.id, userId: member.id, role: 'owner' }),
    ).toMatchObject({ ok: true });
    const byStranger = { ...asked, actorId: (await makeUser()).id, userId: admin.id };
    expect(await changeRole({ ...byStranger, role: 'member' })).toMatchObject({
      reason: 'not_found',
    });
    const heard = and(eq(deliveries.recipientId, member.id), eq(deliveries.kind, 'role_changed'));
    expect(await db.$count(deliveries, heard)).toBe(2);
  });
});
