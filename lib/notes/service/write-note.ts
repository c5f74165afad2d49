import type { Temporal } from 'temporal-polyfill';
import type { NoteKind } from '@/domain/notes';
import {
  deleteNoteDraft,
  getNote,
  getSideInBooking,
  keepNoteDraft,
  writeNoteOver,
} from '@/db/queries/notes';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { isClosed } from '../rules';
import type { NoteRefusal } from '../schema';

/**
 * Writes a note over the version that its writer has read. Whoever comes second is refused with
 * `changed`, and what they wrote is kept as their draft: it outlives the page, and needs no script.
 * A note is nobody's time, so no lock is taken: the version alone decides.
 */
export async function writeNote({
  userId,
  now,
  ...sent
}: {
  userId: string;
  bookingId: string;
  kind: NoteKind;
  /** Of what the writer has read; 0: nothing was there. */
  version: number;
  body: string;
  now: Temporal.Instant;
}): Promise<Result<{ version: number }, NoteRefusal>> {
  const { bookingId, kind, body } = sent;
  return inTransaction<Result<{ version: number }, NoteRefusal>>(async (tx) => {
    const side = await getSideInBooking(tx, { bookingId, userId, now });
    if (!side || (kind === 'private' && !side.isMentor)) return refused('not_found');
    if (kind === 'shared' && isClosed(side)) return refused('closed');
    const mine = { bookingId, kind, authorId: userId };
    const written = await writeNoteOver(tx, { ...sent, userId, now });
    if (written) {
      await deleteNoteDraft(tx, mine);
      return ok(written);
    }
    const newer = await getNote(tx, { bookingId, kind });
    // A version of a note that is not there: made up.
    if (!newer) return refused('not_found');
    // The same text twice, as from a double click, is no disagreement.
    if (newer.body === body) {
      await deleteNoteDraft(tx, mine);
      return ok({ version: newer.version });
    }
    await keepNoteDraft(tx, { ...mine, body, now });
    return refused('changed');
  });
}

/** Drops what somebody wrote in vain: the other text stands. */
export async function dropDraft({
  userId,
  bookingId,
  kind,
  now,
}: {
  userId: string;
  bookingId: string;
  kind: NoteKind;
  now: Temporal.Instant;
}): Promise<Result<null, 'not_found'>> {
  return inTransaction<Result<null, 'not_found'>>(async (tx) => {
    if (!(await getSideInBooking(tx, { bookingId, userId, now }))) return refused('not_found');
    await deleteNoteDraft(tx, { bookingId, kind, authorId: userId });
    return ok(null);
  });
}
