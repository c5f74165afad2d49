import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { eq } from 'drizzle-orm';
import { mostNoteLetters } from '@/domain/notes';
import { db } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import { listNoteDrafts, listNotes } from '@/db/queries/notes';
import { bookingNotes } from '@/db/schema/notes';
import { users } from '@/db/schema/users';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { book, user, visitor, makeBooked } from '@/testing/bookings';
import {
  at,
  makeMember,
  makeMentor,
  makeUser,
  monday,
  publicOrganizationId,
  ten,
} from '@/testing/people';
import { dropDraft, writeNote } from './write-note';

const now = monday;
const notFound = { ok: false, reason: 'not_found' };

const booked = ({ capacity = 1 } = {}) => makeBooked({ service: { capacity } });

const bodies = async (userId: string, bookingId: string) => {
  const notes = await listNotes(db, { userId, bookingId });
  return Object.fromEntries(notes.map(({ kind, body }) => [kind, body]));
};

const drafts = async (userId: string, bookingId: string) => {
  const kept = await listNoteDrafts(db, { userId, bookingId });
  return Object.fromEntries(kept.map(({ kind, body }) => [kind, body]));
};

describe('writeNote', () => {
  it('is read and written on by both sides, before the session and after it', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const shared = { bookingId, kind: 'shared' as const };
    expect(
      await writeNote({ ...shared, userId: menteeId, version: 0, body: 'My CV', now }),
    ).toEqual({
      ok: true,
      value: { version: 1 },
    });
    const after = at('2026-12-24T10:00');
    expect(
      await writeNote({ ...shared, userId: mentorId, version: 1, body: 'My CV: read', now: after }),
    ).toEqual({ ok: true, value: { version: 2 } });
    expect(await bodies(menteeId, bookingId)).toEqual({ shared: 'My CV: read' });
    const [note] = await listNotes(db, { userId: menteeId, bookingId });
    expect(note).toMatchObject({ changedBy: mentorId, version: 2 });
    expect(note?.changedAt.toString()).toBe(after.toString());
  });

  it('gives what a mentor writes for themselves to nobody else', async () => {
    const { mentorId, menteeId, bookingId, wanted } = await booked({ capacity: 2 });
    const second = await makeUser();
    const other = await book({ ...wanted, booker: user(second.id) });
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    const note = { bookingId, kind: 'private' as const, version: 0, now };
    expect(await writeNote({ ...note, userId: mentorId, body: 'Shy' })).toMatchObject({ ok: true });
    expect(await bodies(mentorId, bookingId)).toEqual({ private: 'Shy' });
    for (const userId of [menteeId, second.id, admin.id, (await makeUser()).id]) {
      expect(await bodies(userId, bookingId)).toEqual({});
      expect(await writeNote({ ...note, userId, body: 'Bold' })).toEqual(notFound);
      expect(await writeNote({ ...note, userId, body: 'Bold', version: 1 })).toEqual(notFound);
    }
    // Not on the same mentee's neighbour either: a note belongs to one booking.
    expect(await bodies(mentorId, other.bookingId)).toEqual({});
    expect(await bodies(mentorId, bookingId)).toEqual({ private: 'Shy' });
  });

  it('keeps shared notes from the others of a group, strangers and admins', async () => {
    const { mentorId, menteeId, bookingId, wanted } = await booked({ capacity: 2 });
    const second = await makeUser();
    await book({ ...wanted, booker: user(second.id) });
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    const note = { bookingId, kind: 'shared' as const, version: 0, now };
    await writeNote({ ...note, userId: menteeId, body: 'Ours' });
    for (const userId of [second.id, admin.id, (await makeUser()).id]) {
      expect(await bodies(userId, bookingId)).toEqual({});
      expect(await writeNote({ ...note, userId, body: 'Mine', version: 1 })).toEqual(notFound);
      expect(await dropDraft({ userId, bookingId, kind: 'shared', now })).toEqual(notFound);
    }
    expect(await bodies(mentorId, bookingId)).toEqual({ shared: 'Ours' });
    expect(await writeNote({ ...note, bookingId: uuidv7(), userId: menteeId, body: '' })).toEqual(
      notFound,
    );
  });

  it('lets one of two win, and keeps the other’s text for them alone', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const shared = { bookingId, kind: 'shared' as const, now };
    await writeNote({ ...shared, userId: mentorId, version: 0, body: 'Plan' });
    const writers = [mentorId, menteeId];
    const results = await Promise.all(
      writers.map((userId) =>
        writeNote({ ...shared, userId, version: 1, body: `Plan by ${userId}` }),
      ),
    );
    expect(results.map((result) => (result.ok ? 'won' : result.reason)).toSorted()).toEqual([
      'changed',
      'won',
    ]);
    const winner = writers[results.findIndex(({ ok }) => ok)] ?? '';
    const loser = writers.find((userId) => userId !== winner) ?? '';
    expect(await bodies(loser, bookingId)).toEqual({ shared: `Plan by ${winner}` });
    expect(await drafts(loser, bookingId)).toEqual({ shared: `Plan by ${loser}` });
    expect(await drafts(winner, bookingId)).toEqual({});

    // Having seen the newer one, they bring both together.
    const both = { ...shared, userId: loser, version: 2, body: 'Plan by both' };
    expect(await writeNote(both)).toEqual({ ok: true, value: { version: 3 } });
    expect(await drafts(loser, bookingId)).toEqual({});
    expect(await bodies(winner, bookingId)).toEqual({ shared: 'Plan by both' });
  });

  it('lets one of many first writers win', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const shared = { bookingId, kind: 'shared' as const, version: 0, now };
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        writeNote({
          ...shared,
          userId: index % 2 === 0 ? mentorId : menteeId,
          body: `Number ${index}`,
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('takes the same text twice for one, and forgets a draft that is dropped', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const shared = { bookingId, kind: 'shared' as const, version: 0, now };
    await writeNote({ ...shared, userId: menteeId, body: 'Twice' });
    expect(await writeNote({ ...shared, userId: menteeId, body: 'Twice' })).toEqual({
      ok: true,
      value: { version: 1 },
    });
    expect(await writeNote({ ...shared, userId: mentorId, body: 'Other' })).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect(await drafts(mentorId, bookingId)).toEqual({ shared: 'Other' });
    expect(await dropDraft({ userId: mentorId, bookingId, kind: 'shared', now })).toMatchObject({
      ok: true,
    });
    expect(await drafts(mentorId, bookingId)).toEqual({});
    expect(await bodies(mentorId, bookingId)).toEqual({ shared: 'Twice' });
  });

  it('closes shared notes with a booking that came to nothing; one’s own stay open', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now });
    const note = { bookingId, version: 0, body: 'Late', now };
    for (const userId of [mentorId, menteeId]) {
      expect(await writeNote({ ...note, kind: 'shared', userId })).toEqual({
        ok: false,
        reason: 'closed',
      });
    }
    expect(await writeNote({ ...note, kind: 'private', userId: mentorId })).toMatchObject({
      ok: true,
    });
  });

  it('is not for a visitor’s address, nor for whoever is blocked', async () => {
    const { mentorId, variantId } = await makeMentor();
    const holder = await makeUser({ email: 'holder@notes.test' });
    const { bookingId } = await book({
      booker: visitor(holder.email),
      mentorId,
      variantId,
      startsAt: ten,
    });
    const note = { bookingId, kind: 'shared' as const, version: 0, body: 'Hello', now };
    expect(await writeNote({ ...note, userId: holder.id })).toEqual(notFound);
    await db.update(users).set({ blockedAt: now }).where(eq(users.id, mentorId));
    expect(await writeNote({ ...note, userId: mentorId })).toEqual(notFound);
  });

  it('is held to its length by the database', async () => {
    const { mentorId, bookingId } = await booked();
    const body = 'x'.repeat(mostNoteLetters + 1);
    const attempt = await db
      .insert(bookingNotes)
      .values({ bookingId, kind: 'shared', body, changedBy: mentorId, changedAt: now })
      .catch(violatedConstraint);
    expect(attempt).toBe('booking_notes_body_short');
  });
});
