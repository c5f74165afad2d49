import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { NoteKind } from '@/domain/notes';
import { asViewer } from '@/db/viewer';
import { getSideInBooking, listMaterials, listNoteDrafts, listNotes } from '@/db/queries/notes';
import { getViewer } from '@/lib/auth/session';
import { isClosed } from './rules';
import type { BookingNotes, NoteView } from './schema';

/** What the two sides of a booking write beside it; null for everybody else, an admin too. */
export async function loadNotes(bookingId: string): Promise<BookingNotes | null> {
  const viewer = await getViewer();
  if (!viewer || !z.uuid().safeParse(bookingId).success) return null;
  const asked = { bookingId, userId: viewer.id };
  const [side, notes, drafts, materials] = await asViewer(viewer, (tx) =>
    Promise.all([
      getSideInBooking(tx, { ...asked, now: Temporal.Now.instant() }),
      listNotes(tx, asked),
      listNoteDrafts(tx, asked),
      listMaterials(tx, asked),
    ]),
  );
  if (!side) return null;
  const mayWrite = !isClosed(side);

  const view = (kind: NoteKind): NoteView => {
    const note = notes.find((candidate) => candidate.kind === kind);
    return {
      body: note?.body ?? '',
      writtenIn: note?.writtenIn ?? null,
      version: note?.version ?? 0,
      changed: note
        ? {
            at: note.changedAt.epochMilliseconds,
            byViewer: note.changedBy === viewer.id,
            name: note.changedByName,
          }
        : null,
      draft: drafts.find((candidate) => candidate.kind === kind)?.body ?? null,
      mayWrite: kind === 'private' || mayWrite,
    };
  };
  const shared = view('shared');
  return {
    shared: mayWrite || shared.version > 0 ? shared : null,
    private: side.isMentor ? view('private') : null,
    materials,
    mayAddMaterial: side.isMentor && mayWrite,
  };
}
