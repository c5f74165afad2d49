import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db, type Executor } from '@/db/client';
import { claimDueDeliveries } from '@/db/queries/deliveries';
import { getMailboxMessage, listMailboxMessages } from '@/db/queries/mailbox';
import { emailTokens } from '@/db/schema/auth';
import { bookings } from '@/db/schema/bookings';
import { bookingNotes } from '@/db/schema/notes';
import { deliveries, mailPauses, urgencyOfDelivery } from '@/db/schema/outbox';
import { users } from '@/db/schema/users';
import { openJoinLink, openManageLink, openReminderOffLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { book, user } from '@/testing/bookings';
import { dispatchOnly, enqueue, enqueueAll, makeBooking, readDelivery } from '@/testing/deliveries';
import { refusal, startMailProvider } from '@/testing/mail-provider';
import { monday } from '@/testing/people';
import { sendMails, sendMailsOf } from '@/lib/mails/service';

type Provider = Awaited<ReturnType<typeof startMailProvider>>;

let provider: Provider | null = null;

async function start(...behaviour: Parameters<typeof startMailProvider>): Promise<Provider> {
  provider = await startMailProvider(...behaviour);
  return provider;
}

beforeEach(async () => {
  // Each test counts what is due, so what others left must not be.
  await db.update(deliveries).set({ status: 'skipped' }).where(eq(deliveries.status, 'pending'));
  await db.delete(mailPauses);
});

afterEach(async () => {
  await provider?.stop();
  provider = null;
});

/** Answers 500 to the first `times` requests. */
const failing = (times: number) => (_: unknown, place: number) =>
  place < times ? refusal(500, 'internal_server_error') : ('accept' as const);

async function bookedMail() {
  const made = await makeBooking();
  const id = await enqueue({ kind: 'booked_mentee', bookingIds: [made.booking.id] });
  return { ...made, id };
}

const claim = (executor: Executor, limit: number) =>
  claimDueDeliveries(executor, {
    now: monday,
    leasedUntil: monday.add({ seconds: 120 }),
    dueAt: null,
    maxAttempts: 8,
    limit,
  });

async function sentOf(ids: readonly string[]) {
  const rows = await Promise.all(ids.map(readDelivery));
  return rows.filter(({ status }) => status === 'sent');
}

describe('overlapping runs', () => {
  it('send each mail exactly once', async () => {
    const { transport, requests, accepted } = await start();
    const { booking } = await makeBooking();
    const list = Array.from({ length: 80 }, (_, place) => ({
      kind: 'booked_mentee' as const,
      recipientId: null,
      recipientEmail: `reader-${place}@example.test`,
      locale: 'en' as const,
      bookingIds: [booking.id],
      now: monday,
    }));
    const ids = await enqueueAll(list);
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => sendMails({ now: monday, transport })),
    );
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(80);
    expect(requests.map(({ key }) => key).toSorted()).toEqual(ids.toSorted());
    expect(accepted.size).toBe(80);
    expect(new Set(requests.map(({ to }) => to)).size).toBe(80);
    // Eighty mails are written and sent: long on a busy machine.
  }, 60_000);

  it('pass over what another is claiming at this moment, without waiting for it', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(async () => (await bookedMail()).id));
    await db.transaction(async (tx) => {
      const first = await claim(tx, 3);
      const second = await claim(db, 4);
      expect(first).toHaveLength(3);
      expect([...first, ...second].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    });
  });

  it('take over from a run that died, once its lease is over', async () => {
    const { transport, requests } = await start();
    const { id } = await bookedMail();
    await claim(db, 10);
    await sendMails({ now: monday.add({ seconds: 60 }), transport });
    expect(requests).toHaveLength(0);
    await sendMails({ now: monday.add({ seconds: 121 }), transport });
    expect(requests.map(({ key }) => key)).toEqual([id]);
    expect(await readDelivery(id)).toMatchObject({
      status: 'sent',
      attempts: 2,
      leasedUntil: null,
    });
  });

  it('fail a mail whose last attempt died', async () => {
    const { transport, requests } = await start();
    const { id } = await bookedMail();
    await db
      .update(deliveries)
      .set({ attempts: 8, leasedUntil: monday })
      .where(eq(deliveries.id, id));
    expect(await sendMails({ now: monday, transport })).toMatchObject({ failed: 1 });
    expect(requests).toHaveLength(0);
  });
});

describe('the order', () => {
  it('is that in which mails lose their sense, in which they also leave', async () => {
    const { booking, mentee } = await makeBooking();
    const about = { bookingIds: [booking.id], recipientId: mentee?.id ?? null };
    const kinds = ['booked_mentee', 'reminder_24h_mentee', 'reminder_1h_mentee'] as const;
    const now = booking.period.start.subtract({ minutes: 25 });
    const ids = new Map<string, string>();
    for (const [hours, kind] of kinds.entries()) {
      ids.set(kind, await enqueue({ ...about, kind, now: now.subtract({ hours: 9 - hours }) }));
    }
    ids.set('reminder_30m_mentee', await enqueue({ ...about, kind: 'reminder_30m_mentee', now }));
    ids.set('sign_in', await enqueue({ now }));
    const claimed = await db.transaction(async (tx) => {
      const list = await claimDueDeliveries(tx, {
        now,
        leasedUntil: now.add({ seconds: 120 }),
        dueAt: null,
        maxAttempts: 8,
        limit: 50,
      });
      return list.map(({ kind }) => kind);
    });
    expect(claimed).toEqual([
      'sign_in',
      'reminder_30m_mentee',
      'reminder_1h_mentee',
      'booked_mentee',
      'reminder_24h_mentee',
    ]);
  });

  it('is kept by what is claimed: a mail that comes meanwhile does not wait for fifty', async () => {
    const { booking } = await makeBooking();
    const list = Array.from({ length: 200 }, (_, place) => ({
      kind: 'booked_mentee' as const,
      recipientId: null,
      recipientEmail: `reader-${place}@example.test`,
      locale: 'en' as const,
      bookingIds: [booking.id],
      now: monday,
    }));
    await enqueueAll(list);
    let urgent: Promise<string> | null = null;
    const { transport, requests } = await start((_, place) => {
      if (place === 0) urgent = enqueue({ now: monday });
      return 'accept';
    });
    await sendMails({ now: monday, transport });
    const place = requests.findIndex(({ to }) => to === 'someone@example.test');
    expect(urgent).not.toBeNull();
    // After the claim on its way and the one that was being written meanwhile, which by fifty are a hundred.
    expect(place).toBeGreaterThan(-1);
    expect(place).toBeLessThan(100);
  });

  it('is read from an index, so that what waits does not slow it down', async () => {
    const lines = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_sort = off`);
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute<{ 'QUERY PLAN': string }>(
        sql`explain select id from ${deliveries} where status = 'pending'
          order by ${urgencyOfDelivery}, next_attempt_at limit 50`,
      );
    });
    expect(JSON.stringify([...lines])).toContain('deliveries_claim_idx');
    expect(JSON.stringify([...lines])).not.toContain('Sort');
  });
});

describe('a mail that is not taken', () => {
  it('waits longer after each failure, and is failed after the eighth', async () => {
    const { transport, requests } = await start(failing(99));
    const { id } = await bookedMail();
    let now = monday;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await sendMails({ now, transport });
      const row = await readDelivery(id);
      waits.push(row.nextAttemptAt.since(now).total('seconds'));
      now = row.nextAttemptAt.add({ seconds: 1 });
    }
    for (const [place, wait] of waits.slice(0, 7).entries()) {
      expect(wait).toBeGreaterThanOrEqual(30 * 2 ** place);
      expect(wait).toBeLessThan(60 * 2 ** place + 10);
    }
    const row = await readDelivery(id);
    expect(row).toMatchObject({ status: 'failed', attempts: 8 });
    expect(row.lastError).toContain('500');
    await sendMails({ now: now.add({ hours: 9 }), transport });
    expect(requests).toHaveLength(8);
  });

  it('is sent with the same bytes under the same key, whatever changed meanwhile', async () => {
    const { transport, requests } = await start(failing(1));
    const { id, booking } = await bookedMail();
    await sendMails({ now: monday, transport });
    await db.update(bookings).set({ subject: 'Changed' }).where(eq(bookings.id, booking.id));
    await sendMails({ now: monday.add({ minutes: 5 }), transport });
    expect(requests).toHaveLength(2);
    expect(requests[1]).toEqual(requests[0]);
    expect(await readDelivery(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('is not tried again when the provider may have forgotten its key', async () => {
    const { transport, requests } = await start(failing(1));
    const { id } = await bookedMail();
    await sendMails({ now: monday, transport });
    await sendMails({ now: monday.add({ hours: 21 }), transport });
    expect(requests).toHaveLength(1);
    expect((await readDelivery(id)).status).toBe('failed');
  });

  it('is given up at once where its next turn would come after that', async () => {
    const { transport } = await start(failing(2));
    const { id } = await bookedMail();
    await sendMails({ now: monday, transport });
    await sendMails({ now: monday.add({ hours: 19, minutes: 59, seconds: 30 }), transport });
    expect(await readDelivery(id)).toMatchObject({ status: 'failed', attempts: 2 });
  });
});

describe('links', () => {
  it('are made anew for each attempt and kept as hashes only', async () => {
    const { transport, requests } = await start(failing(1));
    const id = await enqueue({
      recipientEmail: 'twice@example.test',
      nextPath: '/bookings?page=2',
    });
    await sendMails({ now: monday, transport });
    await sendMails({ now: monday.add({ minutes: 5 }), transport });
    expect(requests.map(({ key }) => key)).toEqual([`${id}/1`, `${id}/2`]);
    const links = requests.map(({ body }) => {
      const text = String(JSON.parse(body).text);
      return /sign-in\/([\w-]{43})\?next=%2Fbookings%3Fpage%3D2/.exec(text)?.[1];
    });
    expect(new Set(links).size).toBe(2);
    const row = await readDelivery(id);
    expect(row).toMatchObject({ status: 'sent', rendered: null });
    const tokens = await db
      .select()
      .from(emailTokens)
      .where(eq(emailTokens.email, 'twice@example.test'));
    expect(tokens).toHaveLength(2);
    for (const link of links) expect(JSON.stringify([row, tokens])).not.toContain(link);
  });

  it('that let into the room and turn a reminder off are kept nowhere either', async () => {
    const { transport, requests } = await start(failing(1));
    const { booking, mentee } = await makeBooking();
    const { start: startsAt, end } = booking.period;
    const now = startsAt.subtract({ minutes: 30 });
    const id = await enqueue({
      kind: 'reminder_30m_mentee',
      bookingIds: [booking.id],
      recipientId: mentee?.id ?? null,
      now,
    });
    await sendMails({ now, transport });
    await sendMails({ now: now.add({ minutes: 5 }), transport });
    expect(requests).toHaveLength(2);
    expect(requests[1]).toEqual(requests[0]);

    const { text, headers } = JSON.parse(requests[0]?.body ?? '{}');
    const [, join = ''] = /\/join\/([\w-]+)\n/.exec(text) ?? [];
    expect(openJoinLink(join, env.authSecrets)).toEqual({
      bookingId: booking.id,
      personId: mentee?.id,
      sequence: 0,
      expiresAt: end.epochMilliseconds,
    });
    const [, off = ''] =
      /^<\S+\/api\/unsubscribe\/(\S+)\?locale=en>$/.exec(headers['List-Unsubscribe']) ?? [];
    expect(openReminderOffLink(off, env.authSecrets)).toMatchObject({
      personId: mentee?.id,
      kind: '30m',
    });
    expect(text).toContain(`/unsubscribe/${off}\n`);
    const kept = JSON.stringify(await readDelivery(id));
    for (const token of [join, off]) expect(kept).not.toContain(token);
  });

  it('of replies lead to the other side’s address, once they have allowed it', async () => {
    const { transport, requests } = await start();
    const { booking, mentor, mentee } = await makeBooking();
    await db.update(users).set({ allowsReplies: true }).where(eq(users.id, mentor.mentorId));
    for (const kind of ['booked_mentee', 'booked_mentor'] as const) {
      const recipientId = kind === 'booked_mentee' ? (mentee?.id ?? null) : mentor.mentorId;
      await enqueue({
        kind,
        bookingIds: [booking.id],
        recipientId,
        recipientEmail: `${kind}@a.test`,
      });
    }
    await sendMails({ now: monday, transport });
    const [mentors] = await db.select().from(users).where(eq(users.id, mentor.mentorId));
    const replies = requests.map(({ to, body }) => [to, JSON.parse(body).reply_to]);
    expect(Object.fromEntries(replies)).toEqual({
      'booked_mentee@a.test': mentors?.email,
      'booked_mentor@a.test': undefined,
    });
  });

  it('that manage a booking are put in as the mail leaves: kept nowhere, the same each time', async () => {
    const { transport, requests } = await start(failing(1));
    const { booking, mentee } = await makeBooking({ sequence: 2 });
    const id = await enqueue({
      kind: 'booked_mentee',
      bookingIds: [booking.id],
      recipientId: mentee?.id ?? null,
    });
    await sendMails({ now: monday, transport });
    // Its bytes are settled, whatever becomes of the booking.
    await db.update(bookings).set({ sequence: 3 }).where(eq(bookings.id, booking.id));
    await sendMails({ now: monday.add({ minutes: 5 }), transport });
    expect(requests).toHaveLength(2);
    expect(requests[1]).toEqual(requests[0]);

    const { text, html } = JSON.parse(requests[0]?.body ?? '{}');
    const [, token = ''] = /\/manage\/([\w-]+)\/cancel/.exec(text) ?? [];
    expect(html).toContain(`/manage/${token}/move`);
    expect(openManageLink(token, env.authSecrets)).toEqual({
      bookingId: booking.id,
      personId: mentee?.id,
      sequence: 2,
      expiresAt: booking.period.start.epochMilliseconds,
    });
    expect(JSON.stringify(await readDelivery(id))).not.toContain(token);
  });

  it('of a reminder are those of the one who is reminded', async () => {
    const { transport, requests } = await start();
    const { booking, mentor } = await makeBooking();
    const { mentorId: recipientId } = mentor;
    await enqueue({ kind: 'reminder_24h_mentor', bookingIds: [booking.id], recipientId });
    await sendMails({ now: monday.add({ hours: 3 }), transport });
    const { text } = JSON.parse(requests[0]?.body ?? '{}');
    const [, token = ''] = /\/manage\/([\w-]+)\/move/.exec(text) ?? [];
    expect(openManageLink(token, env.authSecrets)).toMatchObject({ personId: recipientId });
  });

  it('after a session lead to its notes and to the next one', async () => {
    const { transport, requests } = await start();
    const { booking, mentee, mentor } = await makeBooking({
      status: 'completed',
      completedAt: monday,
    });
    const { id: bookingId, menteeId } = booking;
    const mail = {
      kind: 'post_session_mentee',
      bookingIds: [bookingId],
      recipientId: mentee?.id ?? null,
    } as const;
    await dispatchOnly([await enqueue(mail)], { now: monday, transport });
    const changedBy = mentor.mentorId;
    const note = {
      bookingId,
      kind: 'shared',
      body: 'Practise',
      changedBy,
      changedAt: monday,
    } as const;
    await db.insert(bookingNotes).values(note);
    const { variantId, mentorId } = mentor;
    const startsAt = monday.add({ hours: 21 });
    const next = await book({ mentorId, variantId, startsAt, booker: user(menteeId ?? '') });
    await dispatchOnly([await enqueue(mail)], { now: monday, transport });
    const [before, after] = requests.map(({ body }) => JSON.parse(body).text);
    expect(before).toContain(`/mentors/mentor-${mentor.mentorId}`);
    expect(before).not.toContain('Read the notes');
    expect(after).toMatch(new RegExp(`Read the notes\\n\\S+/bookings/${bookingId}`));
    expect(after).toContain(`/bookings/${next.bookingId}`);
    expect(after).toContain('Your next session is on Tuesday 24 November, 09:00 (GMT).');
  });

  it.each([
    ['to nobody known', {}, null],
    ['once the session has begun', { status: 'in_progress' }, 'mentor'],
  ] as const)('that manage a booking do not go %s', async (_, values, to) => {
    const { transport, requests } = await start();
    const { booking, mentor } = await makeBooking(values);
    const recipientId = to && mentor.mentorId;
    await enqueue({ kind: 'booked_mentor', bookingIds: [booking.id], recipientId });
    await sendMails({ now: monday, transport });
    expect(requests[0]?.body).toContain(booking.reference);
    expect(requests[0]?.body).not.toContain('/manage/');
  });

  it('to a hold carry its booking, for a day', async () => {
    const { transport, requests } = await start();
    const { booking } = await makeBooking({ status: 'held' });
    await enqueue({
      kind: 'hold',
      bookingIds: [booking.id],
      locale: 'fr',
      recipientEmail: 'fatou@example.test',
    });
    await sendMails({ now: monday, transport });
    expect(requests[0]?.body).toContain('/fr/holds/');
    const [token] = await db
      .select()
      .from(emailTokens)
      .where(eq(emailTokens.bookingId, booking.id));
    expect(token?.expiresAt.since(monday).total('hours')).toBeCloseTo(24, 1);
  });
});

describe('a mail that is no longer true is skipped', () => {
  it.each([
    ['a hold that lapsed', { status: 'held' }, 'hold', 21, 'hold_over'],
    ['a hold that became a booking', { status: 'confirmed' }, 'hold', 0, 'hold_over'],
    ['a booking that was cancelled', { status: 'cancelled' }, 'booked_mentor', 0, 'booking_over'],
    [
      'a cancellation that did not last',
      { status: 'confirmed' },
      'cancelled_mentee',
      0,
      'booking_not_cancelled',
    ],
  ] as const)('%s', async (_, values, kind, minutes, lastError) => {
    const { transport, requests } = await start();
    const { booking } = await makeBooking(values);
    const id = await enqueue({ kind, bookingIds: [booking.id] });
    expect(await sendMails({ now: monday.add({ minutes }), transport })).toMatchObject({
      skipped: 1,
    });
    expect(await readDelivery(id)).toMatchObject({ status: 'skipped', lastError });
    expect(requests).toHaveLength(0);
  });
});

describe('what follows an action', () => {
  it.each(['2026-11-23T12:00:00.123Z', '2026-11-23T12:00:00.123456789Z'])(
    'sends all that it enqueued at %s first, and a few of those that were due before',
    async (instant) => {
      const now = Temporal.Instant.from(instant);
      const { booking } = await makeBooking();
      const mail = {
        kind: 'booked_mentee' as const,
        recipientId: null,
        recipientEmail: 'someone@example.test',
        locale: 'en' as const,
        bookingIds: [booking.id],
      };
      const older = Array.from({ length: 12 }, () => ({ ...mail, now: monday }));
      const own = Array.from({ length: 11 }, () => ({ ...mail, now }));
      const notYet = [{ ...mail, now: now.add({ seconds: 60 }) }];
      const [olderIds, ownIds, [notYetId = '']] = [
        await enqueueAll(older),
        await enqueueAll(own),
        await enqueueAll(notYet),
      ];
      await sendMailsOf({ now });
      expect(await sentOf(ownIds)).toHaveLength(11);
      expect(await sentOf(olderIds)).toHaveLength(10);
      expect((await readDelivery(notYetId)).status).toBe('pending');
    },
  );
});

describe('without a provider', () => {
  it('mails go to the mailbox', async () => {
    const { booking } = await makeBooking();
    const id = await enqueue({
      kind: 'booked_mentor',
      bookingIds: [booking.id],
      recipientEmail: 'kept@example.test',
    });
    expect(await dispatchOnly([id], { now: monday })).toMatchObject({ sent: 1 });
    const [message] = await listMailboxMessages(db, {
      recipientEmail: 'kept@example.test',
      limit: 10,
    });
    expect(await getMailboxMessage(db, { id: message?.id ?? '' })).toMatchObject({
      text: expect.stringContaining(booking.reference),
    });
  });
});
