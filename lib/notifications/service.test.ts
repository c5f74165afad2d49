import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { getUnread, listNotifications } from '@/db/queries/notifications';
import { notifications } from '@/db/schema/notifications';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { moveBooking } from '@/lib/bookings/service/move-booking';
import { completeBooking, markNoShow, startSession } from '@/lib/bookings/service/run-session';
import { makeBatch } from '@/testing/batches';
import { book, user, visitor, makeBooked } from '@/testing/bookings';
import {
  at,
  makeMember,
  makeMentor,
  type MentorSettings,
  makeUser,
  monday,
  publicOrganizationId,
  ten,
} from '@/testing/people';
import { notificationTopics } from './schema';
import {
  clearReadNotifications,
  readAllNotifications,
  readNotification,
  removeNotification,
} from './service';

const booked = (settings: MentorSettings = {}) =>
  makeBooked({ user: { name: 'Awa' }, ...settings, mentee: { name: 'Amina' } });

async function heard(userId: string) {
  const rows = await db
    .select({ kind: notifications.kind, data: notifications.data })
    .from(notifications)
    .where(eq(notifications.userId, userId))
    .orderBy(notifications.id);
  return rows;
}

const kindsOf = async (userId: string) => (await heard(userId)).map(({ kind }) => kind);

describe('an event of a booking', () => {
  it('reaches the other side, with what its words need, and not to the doer', async () => {
    const { mentorId, menteeId } = await booked();
    expect(await heard(mentorId)).toEqual([
      {
        kind: 'booked',
        data: {
          side: 'mentor',
          other: 'Amina',
          service: 'Mock interview',
          startsAt: '2026-11-24T10:00:00Z',
        },
      },
    ]);
    expect(await heard(menteeId)).toEqual([]);
  });

  it('comes when a request is made, accepted and cancelled', async () => {
    const { mentorId, menteeId, bookingId } = await booked({ mentor: { confirmation: 'manual' } });
    await confirmBooking({ userId: mentorId, bookingId, word: 'See you there', now: monday });
    // What the mentor has added to the yes is there too, in their words.
    expect((await heard(menteeId))[0]?.data).toMatchObject({ word: 'See you there' });
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: monday });
    expect(await kindsOf(mentorId)).toEqual(['requested', 'cancelled']);
    expect(await kindsOf(menteeId)).toEqual(['confirmed']);
  });

  it('names both starts of a move', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    await moveBooking({
      userId: mentorId,
      bookingId,
      startsAt: at('2026-11-25T09:00'),
      now: monday,
    });
    expect(await heard(menteeId)).toMatchObject([
      {
        kind: 'moved',
        data: {
          by: 'mentor',
          fromStartsAt: '2026-11-24T10:00:00Z',
          startsAt: '2026-11-25T09:00:00Z',
        },
      },
    ]);
    expect(await kindsOf(mentorId)).toEqual(['booked']);
  });

  it('reaches all mentees of a group, and to its mentor once', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked({ service: { capacity: 3 } });
    const second = await makeUser();
    await book({ booker: user(second.id), mentorId, variantId, startsAt: ten });
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    await moveBooking({
      userId: admin.id,
      bookingId,
      startsAt: at('2026-11-25T09:00'),
      now: monday,
    });
    expect(await kindsOf(menteeId)).toEqual(['moved']);
    expect(await kindsOf(second.id)).toEqual(['moved']);
    expect(await kindsOf(mentorId)).toEqual(['booked', 'booked', 'moved']);
  });

  it('comes when the session starts, ends, or somebody stays away', async () => {
    const first = await booked();
    await startSession({ userId: first.mentorId, bookingId: first.bookingId, now: ten });
    await completeBooking({
      userId: first.mentorId,
      bookingId: first.bookingId,
      now: at('2026-11-24T11:00'),
    });
    expect(await kindsOf(first.menteeId)).toEqual(['started', 'completed']);
    const second = await booked();
    await markNoShow({
      userId: second.menteeId,
      bookingId: second.bookingId,
      accused: 'other',
      now: at('2026-11-24T10:15'),
    });
    expect((await heard(second.mentorId)).at(-1)).toMatchObject({
      kind: 'no_show',
      data: { accused: 'mentor' },
    });
  });

  it('reaches both when a request lapses, whoever comes by first', async () => {
    const { mentorId, variantId, menteeId } = await booked({ mentor: { confirmation: 'manual' } });
    const other = await makeUser();
    await book({
      booker: user(other.id),
      mentorId,
      variantId,
      startsAt: at('2026-11-26T10:00'),
      now: at('2026-11-25T13:00'),
    });
    expect(await kindsOf(menteeId)).toEqual(['expired']);
    expect(await kindsOf(mentorId)).toEqual(['requested', 'expired', 'requested']);
  });

  it('is nobody’s business while it is a hold', async () => {
    const { mentorId, variantId } = await makeMentor();
    await book({ booker: visitor('nobody@notify.test'), mentorId, variantId, startsAt: ten });
    expect(await heard(mentorId)).toEqual([]);
  });
});

async function withThree() {
  const { mentorId, variantId } = await makeMentor();
  for (const hour of [10, 11, 12]) {
    const { id } = await makeUser();
    const startsAt = at(`2026-11-24T${hour}:00`);
    await book({ booker: user(id), mentorId, variantId, startsAt });
  }
  const list = async () =>
    (
      await listNotifications(db, {
        userId: mentorId,
        isUnread: false,
        kinds: null,
        limit: 10,
        offset: 0,
      })
    ).rows;
  return { userId: mentorId, list, ids: (await list()).map(({ id }) => id) };
}

describe('the notification centre', () => {
  it('marks one as read and says where it leads; not somebody else’s', async () => {
    const { userId, ids } = await withThree();
    const stranger = await makeUser();
    const notificationId = ids[0] ?? '';
    expect(await readNotification({ userId: stranger.id, notificationId, now: monday })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await getUnread(db, { userId, most: 100 })).toMatchObject({ count: 3 });
    expect(await readNotification({ userId, notificationId, now: monday })).toMatchObject({
      ok: true,
    });
    expect(await getUnread(db, { userId, most: 100 })).toMatchObject({
      count: 2,
      latest: { id: ids[1] },
    });
  });

  it('keeps when each was read first', async () => {
    const { userId, ids, list } = await withThree();
    const own = { userId, notificationId: ids[0] ?? '' };
    const later = monday.add({ hours: 1 });
    await readNotification({ ...own, now: monday });
    await readNotification({ ...own, now: later });
    await readAllNotifications({ userId, now: later });
    const times = (await list()).map(({ readAt }) => readAt?.epochMilliseconds);
    const [first, then] = [monday.epochMilliseconds, later.epochMilliseconds];
    expect(times).toEqual([first, then, then]);
  });

  it('leads to the batch, where one tells of several bookings', async () => {
    const { mentorId, batchId } = await makeBatch();
    const { latest } = await getUnread(db, { userId: mentorId, most: 100 });
    const opened = { userId: mentorId, notificationId: latest?.id ?? '', now: monday };
    expect(await readNotification(opened)).toEqual({
      ok: true,
      value: { path: `/bookings/batches/${batchId}` },
    });
    const listed = await listNotifications(db, {
      userId: mentorId,
      isUnread: false,
      kinds: notificationTopics.bookings,
      limit: 10,
      offset: 0,
    });
    expect(listed.rows.map(({ kind }) => kind)).toContain('booked');
  });

  it('filters by unread and by kind', async () => {
    const { userId, ids } = await withThree();
    await readNotification({ userId, notificationId: ids[2] ?? '', now: monday });
    const wanted = { userId, limit: 2, offset: 0 };
    const unread = await listNotifications(db, { ...wanted, isUnread: true, kinds: null });
    expect([unread.total, unread.rows.map(({ id }) => id)]).toEqual([2, ids.slice(0, 2)]);
    const moved = await listNotifications(db, { ...wanted, isUnread: false, kinds: ['moved'] });
    expect(moved.total).toBe(0);
  });

  it('deletes one, marks all as read and clears those, each for its user alone', async () => {
    const { userId, ids, list } = await withThree();
    const other = await withThree();
    await removeNotification({ userId, notificationId: other.ids[0] ?? '' });
    await removeNotification({ userId, notificationId: ids[0] ?? '' });
    expect((await list()).map(({ id }) => id)).toEqual(ids.slice(1));
    await clearReadNotifications({ userId });
    expect(await list()).toHaveLength(2);
    await readAllNotifications({ userId, now: monday });
    expect(await getUnread(db, { userId, most: 100 })).toEqual({ count: 0, latest: null });
    await clearReadNotifications({ userId });
    expect(await list()).toEqual([]);
    expect(await other.list()).toHaveLength(3);
  });
});
