import { arrayContains, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listPersonalAccounts } from '@/db/queries/ledger-statements';
import { bookings } from '@/db/schema/bookings';
import { deliveries } from '@/db/schema/outbox';
import { sessions } from '@/db/schema/sessions';
import type { Turn } from '@/kernel/turn';
import { sendMails } from '@/lib/mails/service';
import { book, readBooking, readTrail, user } from '@/testing/bookings';
import { makeBooking } from '@/testing/deliveries';
import { startMailProvider } from '@/testing/mail-provider';
import { creditsOf, expectLedgerAddsUp, makePaidMentor } from '@/testing/ledger';
import { at, makeUser, monday } from '@/testing/people';
import { completeUnclosedBookings, expireLapsedBookings } from './sweep';

afterEach(expectLedgerAddsUp);

const turnAt = (now: Temporal.Instant): Turn => ({
  clock: () => now,
  endsAt: now.add({ seconds: 5 }),
});

const deadline = monday.add({ hours: 3 });

async function isActive(sessionId: string) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  return session?.active;
}

const mailsAbout = (bookingId: string) =>
  db
    .select()
    .from(deliveries)
    .where(arrayContains(deliveries.bookingIds, [bookingId]));

beforeEach(async () => {
  // Each test counts what lapses, so what others left must not.
  await db
    .update(bookings)
    .set({ status: 'expired', expiredAt: monday })
    .where(eq(bookings.sessionActive, true));
});

describe('expiry', () => {
  it('ends a request at its deadline, frees the mentor and tells both sides', async () => {
    const { booking, mentor, mentee } = await makeBooking({
      status: 'pending',
      expiresAt: deadline,
    });
    const early = turnAt(deadline.subtract({ seconds: 1 }));
    expect(await expireLapsedBookings(early)).toMatchObject({ counts: { expired: 0 } });
    expect(await expireLapsedBookings(turnAt(deadline))).toEqual({
      counts: { expired: 1, broken: 0 },
      hasMore: false,
    });
    expect(await readBooking(booking.id)).toMatchObject({
      status: 'expired',
      sequence: 1,
      expiredAt: deadline,
    });
    expect(await isActive(booking.sessionId)).toBe(false);
    expect((await readTrail(booking.id)).at(-1)).toMatchObject({
      actorRole: 'system',
      fromStatus: 'pending',
      toStatus: 'expired',
    });

    const mails = await mailsAbout(booking.id);
    expect(Object.fromEntries(mails.map((mail) => [mail.kind, mail.recipientEmail]))).toEqual({
      cancelled_mentee: mentee?.email,
      cancelled_mentor: mentor.email,
    });
    const provider = await startMailProvider();
    await sendMails({ now: deadline, transport: provider.transport });
    await provider.stop();
    const subjects = provider.requests.map(({ body }) => String(JSON.parse(body).subject));
    expect(subjects).toHaveLength(2);
    for (const subject of subjects) expect(subject).toMatch(/^No answer: /);
  });

  it('ends a hold without a mail: its visitor has read that nothing is needed', async () => {
    const expiresAt = monday.add({ minutes: 20 });
    const { booking } = await makeBooking({ status: 'held', expiresAt });
    await expireLapsedBookings(turnAt(expiresAt));
    expect((await readBooking(booking.id)).status).toBe('expired');
    expect(await mailsAbout(booking.id)).toEqual([]);
  });

  it('does each once, however many runs are at it', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, () => makeBooking({ status: 'pending', expiresAt: deadline })),
    );
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => expireLapsedBookings(turnAt(deadline))),
    );
    expect(runs.reduce((sum, { counts }) => sum + (counts.expired ?? 0), 0)).toBe(6);
    for (const { booking } of made) {
      expect(await readTrail(booking.id)).toHaveLength(1);
      expect(await mailsAbout(booking.id)).toHaveLength(2);
    }
  });

  it('gives back what was paid, once, however many runs are at it', async () => {
    const { mentorId, variantId } = await makePaidMentor({ mentor: { confirmation: 'manual' } });
    const mentees = await Promise.all(
      [24, 25, 26, 27].map(async (day) => {
        const { id } = await makeUser();
        const startsAt = at(`2026-11-${day}T10:00`);
        await book({ booker: user(id), mentorId, variantId, startsAt });
        return id;
      }),
    );
    const due = turnAt(monday.add({ hours: 48 }));
    await Promise.all(Array.from({ length: 4 }, () => expireLapsedBookings(due)));
    for (const userId of mentees) expect(await creditsOf(userId)).toBe(100);
  });

  it('stops when its time is up, and says that there is more', async () => {
    const { booking } = await makeBooking({ status: 'pending', expiresAt: deadline });
    const over = { clock: () => deadline, endsAt: deadline };
    expect(await expireLapsedBookings(over)).toMatchObject({ hasMore: true });
    expect((await readBooking(booking.id)).status).toBe('pending');
  });
});

describe('completion', () => {
  it.each(['confirmed', 'in_progress'] as const)(
    'closes what was left %s, a day after its end',
    async (status) => {
      const { booking } = await makeBooking({ status });
      const due = booking.period.end.add({ hours: 24 });
      const early = turnAt(due.subtract({ seconds: 1 }));
      expect(await completeUnclosedBookings(early)).toMatchObject({ counts: { completed: 0 } });
      expect(await completeUnclosedBookings(turnAt(due))).toMatchObject({
        counts: { completed: 1 },
      });
      expect(await readBooking(booking.id)).toMatchObject({
        status: 'completed',
        completedAt: due,
        sequence: 0,
      });
      expect((await readTrail(booking.id)).at(-1)).toMatchObject({ actorRole: 'system' });
      expect(await isActive(booking.sessionId)).toBe(false);
    },
  );

  it('closes each once, however many runs are at it', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => makeBooking()));
    const due = turnAt(monday.add({ hours: 24 * 4 }));
    const runs = await Promise.all(Array.from({ length: 4 }, () => completeUnclosedBookings(due)));
    expect(runs.reduce((sum, { counts }) => sum + (counts.completed ?? 0), 0)).toBe(6);
    for (const { booking } of made) expect(await readTrail(booking.id)).toHaveLength(1);
  });

  it('pays the mentor, once, however many runs are at it', async () => {
    const { mentorId, variantId } = await makePaidMentor();
    for (const day of [24, 25, 26, 27]) {
      const { id } = await makeUser();
      const startsAt = at(`2026-11-${day}T10:00`);
      await book({ booker: user(id), mentorId, variantId, startsAt });
    }
    const due = turnAt(monday.add({ hours: 24 * 6 }));
    await Promise.all(Array.from({ length: 4 }, () => completeUnclosedBookings(due)));
    const [account] = await listPersonalAccounts(db, { userId: mentorId, kind: 'earnings' });
    expect(account?.balance).toBe(20);
  });
});
