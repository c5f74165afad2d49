import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { authSessions, emailTokens } from '@/db/schema/auth';
import { bookingEvents, bookingRequests, bookings } from '@/db/schema/bookings';
import { cronRuns } from '@/db/schema/cron';
import { grants } from '@/db/schema/grants';
import { welcomes } from '@/db/schema/ledger';
import { notifications } from '@/db/schema/notifications';
import { deliveries, mailboxMessages } from '@/db/schema/outbox';
import { rateLimits } from '@/db/schema/rate-limits';
import { sessions } from '@/db/schema/sessions';
import { dispatchOnly, enqueue, makeBooking, readDelivery } from '@/testing/deliveries';
import { makeUser, monday, publicOrganizationId } from '@/testing/people';
import { pruneOldRows } from './prune';

const prune = (days: number) => {
  const now = monday.add({ minutes: Math.round(days * 24 * 60) });
  return pruneOldRows({ clock: () => now, endsAt: now.add({ seconds: 5 }) });
};

const removed = async (days: number) => {
  const { counts } = await prune(days);
  return Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [name]));
};

it('removes each kind of remnant when its day has come, and no sooner', async () => {
  const user = await makeUser();
  const then = new Date(monday.epochMilliseconds);
  const text = { key: 'k', recipientEmail: 'a@b.c', subject: '', html: '', text: '' };
  await db.insert(emailTokens).values({
    tokenHash: 'h',
    purpose: 'sign_in',
    email: 'a@b.c',
    expiresAt: monday,
    createdAt: monday,
  });
  await db
    .insert(authSessions)
    .values({ sessionToken: 'a'.repeat(64), userId: user.id, expires: then });
  await db.insert(rateLimits).values({ key: 'r', points: 1, expire: then });
  await db.insert(mailboxMessages).values({ ...text, createdAt: monday });
  await db.insert(cronRuns).values({ trigger: 'http', startedAt: monday });
  await db
    .insert(bookingRequests)
    .values({ requestId: uuidv7(), userId: user.id, bookingIds: [], createdAt: monday });

  await db.insert(welcomes).values({
    organizationId: publicOrganizationId,
    mailboxHash: 'm',
    networkHash: 'n',
    userId: user.id,
    createdAt: monday,
  });

  await db.insert(grants).values({
    requestId: uuidv7(),
    organizationId: publicOrganizationId,
    actorId: user.id,
    reason: '',
    fileName: 'f.csv',
    fileDigest: 'd',
    rows: [],
    recipientCount: 0,
    totalCredits: 0,
    createdAt: monday,
  });

  expect(await removed(0.9)).toEqual([]);
  expect(await removed(1.1)).toEqual(['rateLimits', 'networks']);
  expect(await db.select().from(welcomes)).toMatchObject([{ mailboxHash: 'm', networkHash: null }]);
  expect(await removed(6.9)).toEqual([]);
  expect(await removed(7.1)).toEqual(['emailTokens', 'authSessions', 'grantDrafts', 'cronRuns']);
  expect(await removed(29.9)).toEqual([]);
  expect(await removed(30.1)).toEqual(['bookingRequests', 'mailboxMessages']);
});

it('forgets what a sent mail said, but not that it was sent, nor what it was about', async () => {
  const { booking } = await makeBooking();
  const id = await enqueue({ kind: 'booked_mentee', bookingIds: [booking.id] });
  await dispatchOnly([id], { now: monday });
  const before = [await db.$count(sessions), await db.$count(bookings)];
  await prune(29);
  expect((await readDelivery(id)).rendered).not.toBeNull();
  await prune(31);
  expect(await readDelivery(id)).toMatchObject({ status: 'sent', rendered: null });
  await prune(3650);
  expect(await db.$count(deliveries, eq(deliveries.id, id))).toBe(1);
  expect([await db.$count(sessions), await db.$count(bookings)]).toEqual(before);
  expect(await db.$count(bookingEvents)).toBe(0);
});

it('keeps what somebody has read for half a year, and what they have not for a whole one', async () => {
  const { booking, mentor } = await makeBooking();
  const { id: bookingId, mentorId: userId } = booking;
  const about = {
    side: 'mentor' as const,
    other: 'Awa',
    service: mentor.id,
    startsAt: monday.toString(),
  };
  const row = { userId, bookingId, kind: 'booked', data: about, createdAt: monday } as const;
  await db.insert(notifications).values([{ ...row, readAt: monday.add({ hours: 1 }) }, row]);
  const left = () => db.$count(notifications, eq(notifications.userId, userId));
  await prune(179);
  expect(await left()).toBe(2);
  await prune(181);
  expect(await left()).toBe(1);
  await prune(364);
  expect(await left()).toBe(1);
  await prune(366);
  expect(await left()).toBe(0);
});

it('goes through more than it removes at once', async () => {
  const expire = new Date(monday.epochMilliseconds);
  const rows = Array.from({ length: 2500 }, (_, place) => ({ key: `many-${place}`, expire }));
  await db.insert(rateLimits).values(rows);
  expect((await prune(2)).counts.rateLimits).toBe(2500);
});
