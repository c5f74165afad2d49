import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { NotificationKind } from '@/domain/notifications';
import { db } from '@/db/client';
import { notifications } from '@/db/schema/notifications';
import { deliveries } from '@/db/schema/outbox';
import { reminders } from '@/db/schema/reminders';
import { batchStarts, makeBatch, record } from '@/testing/batches';
import { mailsOf } from '@/testing/deliveries';
import { at, monday } from '@/testing/people';
import { confirmBooking } from './answer-request';
import { cancelBookings } from './cancel-bookings';
import { sweepPeople } from './locks';

/** The mails as [kind, bookings, recipient], in the order in which they were written. */
async function writtenIn(ids: readonly string[]) {
  const rows = await db
    .select()
    .from(deliveries)
    .where(inArray(deliveries.id, [...ids]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rowOf.get(id);
    return [row?.kind, row?.bookingIds, row?.recipientId];
  });
}

async function notificationsOf(userId: string, kind: NotificationKind) {
  return db
    .select({
      bookingId: notifications.bookingId,
      data: notifications.data,
    })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.kind, kind)));
}

describe('several bookings of one batch in one call', () => {
  it('are one mail a side, and one notification to the side that did not act', async () => {
    const { mentorId, mentee, batchId, bookingIds, first, deliveryIds } = await makeBatch();
    expect(await writtenIn(deliveryIds)).toEqual([
      ['booked_mentee', bookingIds, mentee.id],
      ['booked_mentor', bookingIds, mentorId],
    ]);
    expect(await notificationsOf(mentee.id, 'confirmed')).toEqual([]);
    expect(await notificationsOf(mentorId, 'booked')).toEqual([
      {
        bookingId: first,
        data: {
          side: 'mentor',
          other: 'Awa',
          service: 'Mock interview',
          startsAt: batchStarts[0]?.toString(),
          batchId,
          count: 3,
        },
      },
    ]);
  });

  it('are reminded of one by one', async () => {
    const { mentee, bookingIds } = await makeBatch();
    const rows = await db.select().from(reminders).where(eq(reminders.recipientId, mentee.id));
    expect(new Set(rows.map(({ bookingId }) => bookingId))).toEqual(new Set(bookingIds));
  });

  it('ask for an answer where the mentor confirms by hand', async () => {
    const { mentorId } = await makeBatch({ mentor: { confirmation: 'manual' } });
    expect(await notificationsOf(mentorId, 'requested')).toMatchObject([{ data: { count: 3 } }]);
  });

  it('are one message also where the mentor had confirmed some of them', async () => {
    const { mentorId, mentee, batchId, bookingIds, second } = await makeBatch({
      mentor: { confirmation: 'manual' },
    });
    await confirmBooking({ userId: mentorId, bookingId: second, now: monday });
    const asked = { userId: mentorId, batchId, reason: 'Ill', now: monday };
    const { value: result, deliveryIds } = await mailsOf(() => cancelBookings(asked));
    if (!result.ok) throw new Error(result.reason);
    expect(await writtenIn(deliveryIds)).toEqual([
      ['cancelled_mentee', bookingIds, mentee.id],
      ['cancelled_mentor', bookingIds, mentorId],
    ]);
    expect(await notificationsOf(mentee.id, 'cancelled')).toMatchObject([
      { data: { by: 'mentor', count: 3, other: 'Élodie' } },
    ]);
    expect(await notificationsOf(mentorId, 'cancelled')).toEqual([]);
  });

  it('tell both sides when nobody answered', async () => {
    const { mentorId, mentee, batchId } = await makeBatch({ mentor: { confirmation: 'manual' } });
    const now = monday.add({ hours: 48 });
    const personIds = [mentorId, mentee.id];
    expect(await db.transaction((tx) => sweepPeople(tx, { personIds, now }))).toBe(3);
    for (const id of personIds) {
      expect(await notificationsOf(id, 'expired')).toMatchObject([{ data: { batchId, count: 3 } }]);
    }
  });
});

describe('bookings that are spoken of one by one', () => {
  it('are the only one of a batch in a call, and each of another batch', async () => {
    const one = await makeBatch();
    const other = await makeBatch();
    const actor = { id: null, role: 'admin' } as const;
    const events = [one.first, other.first].map((bookingId) => ({
      bookingId,
      from: 'confirmed' as const,
      to: 'cancelled' as const,
    }));
    const ids = await record(events, { actor, reason: 'Strike' });
    expect(await writtenIn(ids)).toEqual([
      ['cancelled_mentee', [one.first], one.mentee.id],
      ['cancelled_mentor', [one.first], one.mentorId],
      ['cancelled_mentee', [other.first], other.mentee.id],
      ['cancelled_mentor', [other.first], other.mentorId],
    ]);
  });

  it('are those to which something else was done', async () => {
    const { mentee, first, second, third } = await makeBatch();
    const ids = await record(
      [
        { bookingId: first, from: 'pending', to: 'expired' },
        { bookingId: second, from: 'confirmed', to: 'cancelled' },
        { bookingId: third, from: 'confirmed', to: 'cancelled' },
      ],
      { actor: { id: mentee.id, role: 'mentee' }, reason: 'Ill' },
    );
    const kinds = (await writtenIn(ids)).map(([kind, bookingIds]) => [kind, bookingIds]);
    expect(kinds).toEqual([
      ['cancelled_mentee', [first]],
      ['cancelled_mentor', [first]],
      ['cancelled_mentee', [second, third]],
      ['cancelled_mentor', [second, third]],
    ]);
  });

  it('are moved ones', async () => {
    const { mentorId, bookingIds } = await makeBatch();
    const events = bookingIds.map((bookingId) => ({
      bookingId,
      from: 'confirmed' as const,
      to: 'confirmed' as const,
    }));
    const ids = await record(events, {
      actor: { id: mentorId, role: 'mentor' },
      moved: { from: monday, to: at('2026-11-25T12:00') },
    });
    const kinds = new Set((await writtenIn(ids)).map(([kind]) => kind));
    expect(kinds).toEqual(new Set(['moved_mentee', 'moved_mentor']));
  });
});
