import { and, asc, count, eq, isNull, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { NoteKind } from '@/domain/notes';
import type { Executor } from '../client';
import { isOneOf } from '../schema/checks';
import { bookings } from '../schema/bookings';
import { bookingNotes, materials, noteDrafts } from '../schema/notes';
import { users } from '../schema/users';
import { statusAt } from './bookings-read';

interface Asked {
  bookingId: string;
  userId: string;
}

/**
 * A user's side in a booking, and where the booking stands. Null for everybody who is neither its
 * mentor nor its mentee, an admin too, and for whoever is blocked.
 */
export async function getSideInBooking(
  executor: Executor,
  { bookingId, userId, now }: Asked & { now: Temporal.Instant },
) {
  const [row] = await executor
    .select({
      sessionId: bookings.sessionId,
      status: statusAt(now),
      isMentor: sql<boolean>`${bookings.mentorId} = ${userId}`,
    })
    .from(bookings)
    .innerJoin(users, and(eq(users.id, userId), isNull(users.blockedAt)))
    .where(and(eq(bookings.id, bookingId), isPartyTo(userId)))
    .limit(1);
  return row ?? null;
}

function isPartyTo(userId: string) {
  return or(eq(bookings.mentorId, userId), eq(bookings.menteeId, userId));
}

/** The notes of a booking that a user may read: of the private ones, only their own mentor's. */
export async function listNotes(executor: Executor, { bookingId, userId }: Asked) {
  return executor
    .select({
      kind: bookingNotes.kind,
      body: bookingNotes.body,
      version: bookingNotes.version,
      changedBy: bookingNotes.changedBy,
      changedByName: users.name,
      writtenIn: users.locale,
      changedAt: bookingNotes.changedAt,
    })
    .from(bookingNotes)
    .innerJoin(bookings, eq(bookings.id, bookingNotes.bookingId))
    .innerJoin(users, eq(users.id, bookingNotes.changedBy))
    .where(
      and(
        eq(bookingNotes.bookingId, bookingId),
        or(
          eq(bookings.mentorId, userId),
          and(eq(bookings.menteeId, userId), eq(bookingNotes.kind, 'shared')),
        ),
      ),
    );
}

/** What a user wrote in vain; nobody else's. */
export async function listNoteDrafts(executor: Executor, { bookingId, userId }: Asked) {
  return executor
    .select({ kind: noteDrafts.kind, body: noteDrafts.body })
    .from(noteDrafts)
    .innerJoin(bookings, eq(bookings.id, noteDrafts.bookingId))
    .where(
      and(eq(noteDrafts.bookingId, bookingId), eq(noteDrafts.authorId, userId), isPartyTo(userId)),
    );
}

interface Note {
  bookingId: string;
  kind: NoteKind;
}

/** The text of a note as it stands now; null: nobody has written. */
export async function getNote(executor: Executor, { bookingId, kind }: Note) {
  const [row] = await executor
    .select({ body: bookingNotes.body, version: bookingNotes.version })
    .from(bookingNotes)
    .where(and(eq(bookingNotes.bookingId, bookingId), eq(bookingNotes.kind, kind)))
    .limit(1);
  return row ?? null;
}

/** Writes over the version that was read (0: none). Null: it is not the present one any more. */
export async function writeNoteOver(
  executor: Executor,
  {
    version,
    userId,
    now,
    ...note
  }: Note & { version: number; body: string; userId: string; now: Temporal.Instant },
): Promise<{ version: number } | null> {
  const change = { body: note.body, changedBy: userId, changedAt: now };
  const [row] =
    version === 0
      ? await executor
          .insert(bookingNotes)
          .values({ bookingId: note.bookingId, kind: note.kind, ...change })
          .onConflictDoNothing()
          .returning({ version: bookingNotes.version })
      : await executor
          .update(bookingNotes)
          .set({ ...change, version: version + 1 })
          .where(
            and(
              eq(bookingNotes.bookingId, note.bookingId),
              eq(bookingNotes.kind, note.kind),
              eq(bookingNotes.version, version),
            ),
          )
          .returning({ version: bookingNotes.version });
  return row ?? null;
}

export async function keepNoteDraft(
  executor: Executor,
  { now, ...draft }: Note & { authorId: string; body: string; now: Temporal.Instant },
) {
  await executor
    .insert(noteDrafts)
    .values({ ...draft, keptAt: now })
    .onConflictDoUpdate({
      target: [noteDrafts.bookingId, noteDrafts.kind, noteDrafts.authorId],
      set: { body: draft.body, keptAt: now },
    });
}

export async function deleteNoteDraft(
  executor: Executor,
  { bookingId, kind, authorId }: Note & { authorId: string },
) {
  await executor
    .delete(noteDrafts)
    .where(
      and(
        eq(noteDrafts.bookingId, bookingId),
        eq(noteDrafts.kind, kind),
        eq(noteDrafts.authorId, authorId),
      ),
    );
}

/**
 * What a session has to prepare with, in the order in which it was added, for its mentor and for mentees
 * who are in it: not for one whose request waits, or whose booking came to nothing.
 */
export async function listMaterials(executor: Executor, { bookingId, userId }: Asked) {
  const isIn = isOneOf(bookings.status, ['confirmed', 'in_progress', 'completed', 'no_show']);
  return executor
    .select({
      id: materials.id,
      title: materials.title,
      body: materials.body,
      url: materials.url,
      writtenIn: users.locale,
    })
    .from(materials)
    .innerJoin(bookings, eq(bookings.sessionId, materials.sessionId))
    .innerJoin(users, eq(users.id, bookings.mentorId))
    .where(
      and(
        eq(bookings.id, bookingId),
        or(eq(bookings.mentorId, userId), and(eq(bookings.menteeId, userId), isIn)),
        isNull(materials.archivedAt),
      ),
    )
    .orderBy(asc(materials.createdAt), asc(materials.id))
    .limit(100);
}

export async function countMaterials(
  executor: Executor,
  { sessionId }: { sessionId: string },
): Promise<number> {
  const [row] = await executor
    .select({ total: count() })
    .from(materials)
    .where(and(eq(materials.sessionId, sessionId), isNull(materials.archivedAt)));
  return row?.total ?? 0;
}

export async function insertMaterial(executor: Executor, values: typeof materials.$inferInsert) {
  await executor.insert(materials).values(values);
}

/** Null: the session has no such material any more. */
export async function archiveMaterial(
  executor: Executor,
  { id, sessionId, now }: { id: string; sessionId: string; now: Temporal.Instant },
) {
  const [row] = await executor
    .update(materials)
    .set({ archivedAt: now })
    .where(
      and(eq(materials.id, id), eq(materials.sessionId, sessionId), isNull(materials.archivedAt)),
    )
    .returning({ id: materials.id });
  return row ?? null;
}
