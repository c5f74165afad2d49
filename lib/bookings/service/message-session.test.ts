/** What a mentor writes to everybody in a group: who gets it, who may, how often, and what is kept. */
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { listBookingEvents } from '@/db/queries/bookings-read';
import { mailboxMessages } from '@/db/schema/outbox';
import { notifications } from '@/db/schema/notifications';
import { sessionMessages } from '@/db/schema/session-messages';
import { sendMails } from '@/lib/mails/service';
import { book, makeBooked, readBooking, user, visitor } from '@/testing/bookings';
import {
  at,
  makeMember,
  makeMentor,
  makeUser,
  monday,
  publicOrganizationId,
  ten,
} from '@/testing/people';
import { cancelBookings } from './cancel-bookings';
import { messageSession } from './message-session';

const now = monday.add({ hours: 2 });
const text = 'Please bring:\n- your CV';

/** A group of twelve with two who have a seat, one who gave it back, and one who has not confirmed. */
async function makeGroup() {
  const { mentorId, variantId } = await makeMentor({
    user: { name: 'Chidi Okafor' },
    service: { capacity: 12 },
  });
  const people = [
    await makeUser({ name: 'Awa Diop', locale: 'fr' }),
    await makeUser({ name: 'Ben Carter' }),
    await makeUser({ name: 'Gone Away' }),
  ] as const;
  const ids: string[] = [];
  for (const { id } of people) {
    const { bookingId } = await book({ booker: user(id), mentorId, variantId, startsAt: ten });
    ids.push(bookingId);
  }
  const [awasId = '', bensId = '', gone = ''] = ids;
  await cancelBookings({ userId: people[2].id, bookingId: gone, reason: 'Ill', now: monday });
  const heldBy = `held-${mentorId}@group.test`;
  await book({ booker: visitor(heldBy), mentorId, variantId, startsAt: ten, now });
  return { mentorId, people, heldBy, bensId, asked: { bookingId: awasId, text, now } };
}

const send = (asked: { userId: string; bookingId: string; now: typeof now; requestId?: string }) =>
  messageSession({ text, requestId: uuidv7(), ...asked });

async function mailsTo(email: string) {
  await sendMails({ now, dueAt: now });
  return db.select().from(mailboxMessages).where(eq(mailboxMessages.recipientEmail, email));
}

const trailOf = (bookingId: string, userId: string) => listBookingEvents(db, { bookingId, userId });

const heard = (userId: string) =>
  db
    .select({ data: notifications.data })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.kind, 'message')));

describe('a message to everybody in a session', () => {
  it('reaches each who has a seat, by mail in their language and in the app; nobody sees another', async () => {
    const { mentorId, people, heldBy, asked } = await makeGroup();
    expect(await send({ ...asked, userId: mentorId })).toEqual({ ok: true, value: null });
    const [awa, ben, gone] = people;
    const [[french], [english]] = [await mailsTo(awa.email), await mailsTo(ben.email)];
    expect(french?.subject).toMatch(/^Message de votre mentor, Chidi Okafor/);
    expect(english?.subject).toMatch(/^Message from Chidi Okafor: /);
    for (const mail of [french, english]) {
      expect(mail?.text).toContain(text);
      expect(mail?.attachments).toEqual([]);
    }
    expect(`${french?.text} ${french?.html}`).not.toMatch(/Ben|Gone|@/);
    expect(`${english?.text} ${english?.html}`).not.toMatch(/Awa|Gone|@/);
    for (const email of [gone.email, heldBy]) {
      expect((await mailsTo(email)).map(({ subject }) => subject).join()).not.toContain('Message');
    }
    const about = { side: 'mentee', other: 'Chidi Okafor', service: 'Mock interview' };
    expect(await heard(awa.id)).toMatchObject([{ data: { ...about, text } }]);
    expect(await heard(ben.id)).toMatchObject([{ data: { ...about, text } }]);
    expect(await heard(gone.id)).toEqual([]);
    expect(await heard(mentorId)).toEqual([]);
  });

  it('is in the trail of each booking that it went to, and changes nothing else', async () => {
    const { mentorId, people, bensId, asked } = await makeGroup();
    const before = await readBooking(bensId);
    await send({ ...asked, userId: mentorId });
    expect(await readBooking(bensId)).toEqual(before);
    expect((await trailOf(bensId, people[1].id)).at(-1)).toMatchObject({
      actorRole: 'mentor',
      fromStatus: 'confirmed',
      toStatus: 'confirmed',
      message: text,
    });
    const stranger = await makeUser();
    expect(await trailOf(bensId, stranger.id)).toEqual([]);
  });

  it('goes out once, however often its form is sent', async () => {
    const { mentorId, people, asked } = await makeGroup();
    const once = { ...asked, userId: mentorId, requestId: uuidv7() };
    const sent = await Promise.all([send(once), send(once), send(once)]);
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await heard(people[0].id)).toHaveLength(1);
  });

  it('is its mentor’s alone to write', async () => {
    const { people, asked } = await makeGroup();
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    const other = await makeMentor();
    for (const [userId, reason] of [
      [people[0].id, 'not_allowed'],
      [people[1].id, 'not_found'],
      [admin.id, 'not_allowed'],
      [other.mentorId, 'not_found'],
    ] as const) {
      expect(await send({ ...asked, userId })).toEqual({ ok: false, reason });
    }
    for (const { id } of people) expect(await heard(id)).toEqual([]);
  });

  it('is refused after the third of a day, and the tenth of all, also to those who send at once', async () => {
    const { mentorId, people, asked } = await makeGroup();
    const written = { ...asked, userId: mentorId };
    const atOnce = await Promise.all(Array.from({ length: 5 }, () => send(written)));
    expect(atOnce.filter(({ ok }) => ok)).toHaveLength(3);
    expect(atOnce.find(({ ok }) => !ok)).toMatchObject({ reason: 'too_many_messages' });
    // The session is on Tuesday: the other days are those after it.
    for (const day of [1, 2, 3]) {
      const later = now.add({ hours: day * 25 });
      for (const left of day === 3 ? [1] : [1, 2, 3]) {
        expect(await send({ ...written, now: later }), `${day}/${left}`).toMatchObject({
          ok: true,
        });
      }
    }
    const late = { ...written, now: now.add({ hours: 5 * 24 }) };
    expect(await send(late)).toEqual({ ok: false, reason: 'too_many_messages' });
    expect(await heard(people[0].id)).toHaveLength(10);
  });

  it('can be written until a week after the end, and only to a group', async () => {
    const { mentorId, asked } = await makeGroup();
    const written = { ...asked, userId: mentorId };
    const end = at('2026-11-24T11:00');
    const tooLate = { ...written, now: end.add({ hours: 7 * 24, seconds: 1 }) };
    expect(await send(tooLate)).toEqual({ ok: false, reason: 'too_late' });
    expect(await send({ ...written, now: end.add({ hours: 7 * 24 }) })).toMatchObject({ ok: true });
    const alone = await makeBooked({ mentee: { name: 'Amina' } });
    expect(await send({ userId: alone.mentorId, bookingId: alone.bookingId, now })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
  });

  it('goes to nobody where nobody has a seat for certain', async () => {
    const { mentorId, variantId } = await makeMentor({
      service: { capacity: 3 },
      mentor: { confirmation: 'manual' },
    });
    const { id } = await makeUser();
    const { bookingId } = await book({ booker: user(id), mentorId, variantId, startsAt: ten });
    expect(await send({ userId: mentorId, bookingId, now })).toEqual({
      ok: false,
      reason: 'nobody_there',
    });
  });

  it('cannot be changed afterwards', async () => {
    const { mentorId, asked } = await makeGroup();
    await send({ ...asked, userId: mentorId });
    const isRecord = { code: '23001' };
    const said = db.update(sessionMessages).set({ text: 'Never said' });
    await expect(said).rejects.toMatchObject(isRecord);
    await expect(db.delete(sessionMessages)).rejects.toMatchObject(isRecord);
  });
});
