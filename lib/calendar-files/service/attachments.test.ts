import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { sessions } from '@/db/schema/sessions';
import { users } from '@/db/schema/users';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { moveBooking } from '@/lib/bookings/service/move-booking';
import { book, readBooking, user, makeBooked } from '@/testing/bookings';
import { dispatchOnly, mailsOf } from '@/testing/deliveries';
import { faultsOfItip } from '@/testing/itip';
import { startMailProvider } from '@/testing/mail-provider';
import { at, makeUser, type MentorSettings, monday, ten } from '@/testing/people';

let provider: Awaited<ReturnType<typeof startMailProvider>> | null = null;
afterEach(async () => {
  await provider?.stop();
  provider = null;
});

interface Sent {
  to: string;
  contentType: string;
  method: string;
  uid: string;
  sequence: string;
  status: string;
  start: string;
  summary: string;
  text: string;
}

/** Sends these mails, and reads back what each brought to its reader's calendar. */
async function send(ids: string[], now: Temporal.Instant = monday): Promise<Sent[]> {
  provider ??= await startMailProvider();
  const before = provider.requests.length;
  await dispatchOnly(ids, { now, transport: provider.transport });
  return provider.requests.slice(before).flatMap(({ to, attachments }) =>
    attachments.map((attachment) => {
      const text = Buffer.from(attachment.content, 'base64').toString('utf8');
      expect(faultsOfItip(text, attachment.content_type)).toEqual([]);
      const calendar = new ICAL.Component(ICAL.parse(text));
      const event = calendar.getFirstSubcomponent('vevent');
      const read = (name: string) => String(event?.getFirstPropertyValue(name));
      return {
        to,
        contentType: attachment.content_type,
        method: String(calendar.getFirstPropertyValue('method')),
        uid: read('uid'),
        sequence: read('sequence'),
        status: read('status'),
        start: read('dtstart'),
        summary: read('summary'),
        text,
      };
    }),
  );
}

async function booked(settings: MentorSettings = {}) {
  const people = {
    user: { name: 'Élodie N’Guessan' },
    mentee: { name: 'Awa Diop', locale: 'fr' as const },
  };
  const { value, deliveryIds } = await mailsOf(() => makeBooked({ ...settings, ...people }));
  const { sessionId } = await readBooking(value.bookingId);
  return { ...value, sessionId, deliveryIds };
}

/** The mails about what was done. */
async function mailsAfter(
  act: () => Promise<{ ok: true } | { ok: false; reason: string }>,
): Promise<string[]> {
  const { value: result, deliveryIds } = await mailsOf(act);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return deliveryIds;
}

describe('the invitation in a mail', () => {
  it('keeps its UID and raises its SEQUENCE over booking, moving and cancelling', async () => {
    const { mentor, mentee, bookingId, sessionId, deliveryIds } = await booked();
    const sides = [
      { to: mentee.email, uid: `${bookingId}@localhost` },
      { to: mentor.email, uid: `${sessionId}@localhost` },
    ];
    const expectBoth = (sent: Sent[], values: Partial<Sent>) => {
      expect(sent).toHaveLength(2);
      for (const side of sides) {
        expect(sent.find(({ to }) => to === side.to)).toMatchObject({ ...side, ...values });
      }
    };

    expectBoth(await send(deliveryIds), {
      method: 'REQUEST',
      contentType: 'text/calendar; method=REQUEST; charset=utf-8',
      sequence: '0',
      status: 'CONFIRMED',
      start: '2026-11-24T10:00:00Z',
    });
    const startsAt = at('2026-11-25T11:00');
    const moving = { userId: mentee.id, bookingId, startsAt, now: monday };
    expectBoth(await send(await mailsAfter(() => moveBooking(moving))), {
      method: 'REQUEST',
      sequence: '1',
      status: 'CONFIRMED',
      start: '2026-11-25T11:00:00Z',
    });
    const reason = 'I am ill';
    const leaving = { userId: mentee.id, bookingId, reason, now: monday };
    expectBoth(await send(await mailsAfter(() => cancelBookings(leaving))), {
      method: 'CANCEL',
      contentType: 'text/calendar; method=CANCEL; charset=utf-8',
      sequence: '2',
      status: 'CANCELLED',
      start: '2026-11-25T11:00:00Z',
    });
  });

  it('names the mentor over our address, and its reader alone', async () => {
    const { mentor, mentee, deliveryIds } = await booked();
    const [first, second] = await send(deliveryIds);
    const toMentee = first?.to === mentee.email ? first : second;
    expect(toMentee?.text).toContain('ORGANIZER;CN=Élodie N’Guessan:mailto:hello@localhost');
    expect(toMentee?.text.replaceAll('\r\n ', '')).toContain(`mailto:${mentee.email}`);
    expect(toMentee?.text).not.toContain(mentor.email);
    expect(toMentee?.summary).toBe('Mock interview avec Élodie N’Guessan');
    expect(toMentee?.text.replaceAll('\r\n ', '')).not.toMatch(/\/(manage|holds|sign-in)\//);
  });

  it('is tentative while a request waits, and goes when it is declined', async () => {
    const { mentorId, bookingId, deliveryIds } = await booked({
      mentor: { confirmation: 'manual' },
    });
    const asked = await send(deliveryIds);
    expect(asked.map(({ method, status }) => [method, status])).toEqual([
      ['REQUEST', 'TENTATIVE'],
      ['REQUEST', 'TENTATIVE'],
    ]);
    const reason = 'Full';
    const declining = { userId: mentorId, bookingId, reason, now: monday };
    const gone = await send(await mailsAfter(() => cancelBookings(declining)));
    expect(gone.map(({ method, sequence }) => [method, sequence])).toEqual([
      ['CANCEL', '1'],
      ['CANCEL', '1'],
    ]);
  });

  it('becomes firm by the mentor’s yes: later, with the same SEQUENCE', async () => {
    const { mentorId, bookingId, deliveryIds } = await booked({
      mentor: { confirmation: 'manual' },
    });
    const [asked] = await send(deliveryIds);
    const now = monday.add({ minutes: 5 });
    const accepting = { userId: mentorId, bookingId, now };
    const [firm] = await send(await mailsAfter(() => confirmBooking(accepting)), now);
    expect(firm).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', sequence: '0' });
    expect(asked?.text).toContain('DTSTAMP:20261123T120000Z');
    expect(firm?.text).toContain('DTSTAMP:20261123T120500Z');
  });

  it('is the same, byte for byte, when the mail is sent again', async () => {
    let isDown = true;
    provider = await startMailProvider(() =>
      isDown ? { status: 500, body: { statusCode: 500, name: 'x', message: '' } } : 'accept',
    );
    const { mentee, deliveryIds } = await booked();
    await send(deliveryIds);
    isDown = false;
    await db.update(users).set({ name: 'Somebody Else' }).where(eq(users.id, mentee.id));
    await send(deliveryIds, monday.add({ minutes: 5 }));
    expect(provider.requests).toHaveLength(4);
    expect(new Set(provider.requests.map(({ key, body }) => key + body)).size).toBe(2);
  });
});

it('a mail that leaves once the session is over brings none', async () => {
  const first = await booked();
  const { end } = (await readBooking(first.bookingId)).period;
  const late = await send(first.deliveryIds, end.subtract({ seconds: 1 }));
  expect(late.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST']);
  const second = await booked();
  expect(await send(second.deliveryIds, end)).toEqual([]);
  expect(provider?.requests).toHaveLength(4);
});

describe('in a group', () => {
  const settings: MentorSettings = { service: { capacity: 3 } };

  it('nobody reads of the others, and the mentor keeps one entry until the last has gone', async () => {
    const { mentor, mentee, mentorId, variantId, bookingId, sessionId, deliveryIds } =
      await booked(settings);
    await send(deliveryIds);
    const other = await makeUser({ name: 'Fatou Sow' });
    const later = monday.add({ minutes: 1 });
    const wanted = { booker: user(other.id), mentorId, variantId, startsAt: ten, now: later };
    const { value: second, deliveryIds: secondIds } = await mailsOf(() => book(wanted));
    const sent = await send(secondIds, later);
    const toMentor = sent.find(({ to }) => to === mentor.email);
    expect(toMentor).toMatchObject({
      uid: `${sessionId}@localhost`,
      sequence: '0',
      summary: 'Mock interview, 2 people',
    });
    expect(toMentor?.text).toContain('DTSTAMP:20261123T120100Z');
    const toOther = sent.find(({ to }) => to === other.email);
    expect(toOther?.uid).toBe(`${second.bookingId}@localhost`);
    for (const { text } of sent) expect(text).not.toContain(mentee.email);
    expect(toOther?.text).not.toContain('Awa Diop');

    const leaving = { userId: mentee.id, bookingId, reason: 'Ill', now: monday };
    const left = await send(await mailsAfter(() => cancelBookings(leaving)));
    expect(left.find(({ to }) => to === mentee.email)).toMatchObject({ method: 'CANCEL' });
    expect(left.find(({ to }) => to === mentor.email)).toMatchObject({
      method: 'REQUEST',
      status: 'CONFIRMED',
      summary: 'Mock interview, 1 person',
    });
    const last = { userId: other.id, bookingId: second.bookingId, reason: 'Ill', now: monday };
    const gone = await send(await mailsAfter(() => cancelBookings(last)));
    expect(gone.find(({ to }) => to === mentor.email)).toMatchObject({
      method: 'CANCEL',
      sequence: '1',
    });
    const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session?.active).toBe(false);
  });

  it('a mentor’s entry goes with the only one in it, who joins another session', async () => {
    const { mentor, mentorId, variantId, sessionId, bookingId } = await booked(settings);
    const two = at('2026-11-24T14:00');
    const other = await makeUser();
    const there = await book({ booker: user(other.id), mentorId, variantId, startsAt: two });
    const moving = { userId: (await readBooking(bookingId)).menteeId ?? '', bookingId };
    const moved = await mailsAfter(() => moveBooking({ ...moving, startsAt: two, now: monday }));
    const toMentor = (await send(moved)).filter(({ to }) => to === mentor.email);
    const joined = (await readBooking(there.bookingId)).sessionId;
    expect(toMentor).toMatchObject([
      { method: 'REQUEST', uid: `${joined}@localhost`, summary: 'Mock interview, 2 people' },
      { method: 'CANCEL', uid: `${sessionId}@localhost`, sequence: '1' },
    ]);
  });
});
