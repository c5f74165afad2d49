import { and, arrayContains, eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { deliveries } from '@/db/schema/outbox';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { makeBatch } from '@/testing/batches';
import { readBooking } from '@/testing/bookings';
import { dispatchOnly, enqueue, mailsOf, readDelivery } from '@/testing/deliveries';
import { faultsOfItip } from '@/testing/itip';
import { refusal, startMailProvider } from '@/testing/mail-provider';
import { monday } from '@/testing/people';

let provider: Awaited<ReturnType<typeof startMailProvider>> | null = null;
afterEach(async () => {
  await provider?.stop();
  provider = null;
});

interface Sent {
  to: string;
  subject: string;
  text: string;
  html: string;
  contentType: string | undefined;
  method: string;
  events: { uid: string; sequence: number; status: string }[];
  file: string;
}

/** Sends these mails, and reads back what each said and brought to a calendar. */
async function send(ids: readonly string[], now: Temporal.Instant = monday): Promise<Sent[]> {
  provider ??= await startMailProvider();
  const before = provider.requests.length;
  await dispatchOnly(ids, { now, transport: provider.transport });
  return provider.requests.slice(before).map(({ to, body, attachments }) => {
    expect(attachments).toHaveLength(1);
    const file = Buffer.from(attachments[0]?.content ?? '', 'base64').toString('utf8');
    expect(faultsOfItip(file, attachments[0]?.content_type ?? '')).toEqual([]);
    const calendar = new ICAL.Component(ICAL.parse(file));
    return {
      to,
      ...(JSON.parse(body) as { subject: string; text: string; html: string }),
      contentType: attachments[0]?.content_type,
      method: String(calendar.getFirstPropertyValue('method')),
      events: calendar.getAllSubcomponents('vevent').map((event) => ({
        uid: String(event.getFirstPropertyValue('uid')),
        sequence: Number(event.getFirstPropertyValue('sequence')),
        status: String(event.getFirstPropertyValue('status')),
      })),
      file,
    };
  });
}

const to = (sent: Sent[], person: { email: string }) => {
  const mail = sent.find((one) => one.to === person.email);
  if (!mail) throw new Error(`nothing was sent to ${person.email}`);
  return mail;
};

const reason = 'I am ill';

async function cancelOne(bookingId: string, userId: string) {
  const result = await cancelBookings({ userId, bookingId, reason, now: monday });
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
}

/** The mails about it. */
async function cancelAll(batchId: string, userId: string, now = monday): Promise<string[]> {
  const { value: result, deliveryIds } = await mailsOf(() =>
    cancelBookings({ userId, batchId, reason, now }),
  );
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return deliveryIds;
}

describe('the mail about a batch that was booked', () => {
  it('has all its sessions, in each reader’s language, zone and calendar', async () => {
    const { mentor, mentee, batchId, bookingIds, deliveryIds } = await makeBatch({
      priceCredits: 12,
    });
    const sent = await send(deliveryIds);
    expect(sent).toHaveLength(2);
    const rows = await Promise.all(bookingIds.map(readBooking));

    const french = to(sent, mentee);
    expect(french.subject).toBe('3\u00a0séances avec Élodie\u00a0: à partir du mardi 24 novembre');
    expect(french.text).toContain('mercredi 25 novembre 2026, 10:00–11:00\nDakar (UTC)');
    expect(french.text).toContain('12\u00a0crédits par séance, 36\u00a0crédits en tout');
    expect(french.text).toContain(`/fr/bookings/batches/${batchId}`);
    const english = to(sent, mentor);
    expect(english.subject).toBe('3 new sessions with Awa: from Tuesday 24 November');
    expect(english.text).toContain(`/bookings/batches/${batchId}`);
    for (const { text, html } of sent) {
      for (const { id, reference } of rows) {
        expect(text).toContain(reference);
        expect(text).toContain(`/bookings/${id}`);
        expect(html).toContain(reference);
      }
    }

    expect(french.contentType).toBe('text/calendar; method=PUBLISH; charset=utf-8');
    expect(french.method).toBe('PUBLISH');
    expect(french.events).toEqual(
      bookingIds.map((id) => ({ uid: `${id}@localhost`, sequence: 0, status: 'CONFIRMED' })),
    );
    expect(english.events).toEqual(
      rows.map(({ sessionId }) => ({
        uid: `${sessionId}@localhost`,
        sequence: 0,
        status: 'CONFIRMED',
      })),
    );
    expect(french.file.match(/ORGANIZER;CN=Élodie:mailto:/g)).toHaveLength(3);
    expect(french.file).not.toContain('ATTENDEE');
  });

  it('leaves out what was cancelled before it left, and is sent for one that is left', async () => {
    const { mentor, mentee, first, second, third, deliveryIds } = await makeBatch();
    for (const bookingId of [first, third]) await cancelOne(bookingId, mentee.id);
    const sent = await send(deliveryIds);
    const mail = to(sent, mentor);
    expect(mail.subject).toBe('New session: Wednesday 25 November, 10:00 (GMT) with Awa');
    expect(mail.text).toContain((await readBooking(second)).reference);
    expect(mail.text).not.toContain((await readBooking(first)).reference);
    expect(mail.events).toHaveLength(1);
    expect(to(sent, mentee).events).toEqual([
      { uid: `${second}@localhost`, sequence: 0, status: 'CONFIRMED' },
    ]);
  });

  it('is skipped when nothing is left of it', async () => {
    const { mentee, batchId, deliveryIds } = await makeBatch();
    await cancelAll(batchId, mentee.id);
    expect(await send(deliveryIds)).toEqual([]);
    expect(await readDelivery(deliveryIds[0] ?? '')).toMatchObject({
      status: 'skipped',
      lastError: 'booking_over',
    });
  });

  it('says which wait for the mentor’s answer, and no more of those that lapsed', async () => {
    const { mentor, mentee, first, deliveryIds } = await makeBatch({
      mentor: { confirmation: 'manual' },
    });
    // The first lapses at its start, the others later.
    const sent = await send(deliveryIds, monday.add({ hours: 22 }));
    expect(to(sent, mentor).subject).toBe(
      'Please answer: Awa asks for 2 sessions from Wednesday 25 November',
    );
    expect(to(sent, mentor).text).not.toContain((await readBooking(first)).reference);
    expect(to(sent, mentor).text.match(/Waiting for your answer until/g)).toHaveLength(2);
    expect(to(sent, mentee).events.map(({ status }) => status)).toEqual(['TENTATIVE', 'TENTATIVE']);
  });

  it('is the same, byte for byte, when it is sent again', async () => {
    let isDown = true;
    provider = await startMailProvider(() =>
      isDown ? refusal(500, 'internal_server_error') : 'accept',
    );
    const { mentee, first, deliveryIds } = await makeBatch();
    await send(deliveryIds);
    isDown = false;
    await cancelOne(first, mentee.id);
    await send(deliveryIds, monday.add({ minutes: 5 }));
    expect(provider.requests).toHaveLength(4);
    expect(new Set(provider.requests.map(({ key, body }) => key + body)).size).toBe(2);
  });
});

describe('the mail about a batch that was called off', () => {
  it('tells of those that were cancelled with it, and takes them out of calendars', async () => {
    const { mentor, mentee, batchId, first, second, third } = await makeBatch();
    await cancelOne(first, mentee.id);
    const later = monday.add({ minutes: 1 });
    const ids = await cancelAll(batchId, mentee.id, later);
    const sent = await send(ids, later);
    const mail = to(sent, mentor);
    expect(mail.subject).toBe('Cancelled: 2 sessions with Awa, from Wednesday 25 November');
    expect(mail.text).toContain('Awa has cancelled these 2 sessions.');
    expect(mail.text).toContain('Reason: I am ill');
    expect(mail.text).not.toContain((await readBooking(first)).reference);
    expect(to(sent, mentee)).toMatchObject({
      method: 'PUBLISH',
      contentType: 'text/calendar; method=PUBLISH; charset=utf-8',
      events: [second, third].map((id) => ({
        uid: `${id}@localhost`,
        sequence: 1,
        status: 'CANCELLED',
      })),
    });
    expect(mail.events.map(({ sequence, status }) => [sequence, status])).toEqual([
      [1, 'CANCELLED'],
      [1, 'CANCELLED'],
    ]);
  });

  it('says what is kept and what comes back, of each and in all', async () => {
    const terms = { cancelNoticeMinutes: 36 * 60, lateCancelPercent: 50 };
    const { mentor, mentee, batchId } = await makeBatch({ priceCredits: 10, mentor: terms });
    // Half an hour after they were booked the first is inside the notice.
    const now = monday.add({ minutes: 30 });
    const sent = await send(await cancelAll(batchId, mentee.id, now), now);
    const french = to(sent, mentee).text;
    expect(french.match(/^10\u00a0crédits remboursés$/gm)).toHaveLength(2);
    expect(french).toContain('5\u00a0crédits remboursés · 5\u00a0crédits retenus\n');
    expect(french).toContain(
      'Crédits, en tout\u00a0: 25\u00a0crédits remboursés · 5\u00a0crédits retenus',
    );
    expect(to(sent, mentor).text).toContain('5 credits for you');
  });

  it('says nothing of credits where there were none', async () => {
    const { mentor, mentee, batchId } = await makeBatch();
    const sent = await send(await cancelAll(batchId, mentee.id));
    expect(to(sent, mentor).text).not.toMatch(/credit/i);
  });

  it('tells those that lapsed from those that were cancelled at the same instant', async () => {
    const { mentor, mentorId, mentee, batchId, first, second, third } = await makeBatch({
      mentor: { confirmation: 'manual' },
    });
    await confirmBooking({ userId: mentorId, bookingId: third, now: monday });
    // In the middle of the second.
    const now = monday.add({ hours: 46, minutes: 30 });
    await cancelAll(batchId, mentee.id, now);
    const mails = await db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(
        and(
          arrayContains(deliveries.bookingIds, [first, second]),
          eq(deliveries.kind, 'cancelled_mentor'),
        ),
      );
    const ids = mails.map(({ id }) => id);
    const mail = to(await send(ids, now), mentor);
    expect(mail.subject).toBe('No answer: 2 sessions with Awa, from Tuesday 24 November');
    expect(mail.text).not.toContain((await readBooking(third)).reference);
  });

  it('is skipped when they are on after all', async () => {
    const { mentee, bookingIds } = await makeBatch();
    const id = await enqueue({ kind: 'cancelled_mentee', bookingIds, recipientId: mentee.id });
    expect(await send([id])).toEqual([]);
    expect(await readDelivery(id)).toMatchObject({
      status: 'skipped',
      lastError: 'booking_not_cancelled',
    });
  });
});
