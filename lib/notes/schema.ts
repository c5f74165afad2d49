import { z } from 'zod';
import { oneLine, paragraphs } from '@/kernel/plain-text';
import type { ActionState } from '@/lib/action-kit/schema';
import { webPage } from '@/lib/mentors/schema';
import { noteKinds, mostNoteLetters, mostTitleLetters, mostMaterialLetters } from '@/domain/notes';

/** What one session can have to prepare with. */
export const mostMaterials = 20;

export const noteForm = z.object({
  bookingId: z.uuid(),
  /** The one that the writer has read; 0: there was none. */
  version: z.coerce.number().int().min(0).max(2_000_000_000),
  body: paragraphs(mostNoteLetters),
});

export const draftForm = z.object({ bookingId: z.uuid(), kind: z.enum(noteKinds) });

export const materialForm = z
  .object({
    bookingId: z.uuid(),
    title: oneLine(mostTitleLetters).pipe(z.string().min(1)),
    body: paragraphs(mostMaterialLetters).default(''),
    url: webPage(1000),
  })
  .refine(({ body, url }) => body !== '' || url !== '', { path: ['body'], error: 'nothing_in_it' });

export const removeMaterialForm = z.object({ bookingId: z.uuid(), materialId: z.uuid() });

/**
 * Why a note is not written. `changed`: somebody else wrote meanwhile; what was sent is kept as the
 * writer's draft. `closed`: the booking came to nothing.
 */
export type NoteRefusal = 'not_found' | 'closed' | 'changed';
export type MaterialRefusal = 'not_found' | 'closed' | 'too_many';

export type NoteState = ActionState<unknown, NoteRefusal>;
export type MaterialState = ActionState<unknown, MaterialRefusal>;

/** A note as the viewer sees it. */
export interface NoteView {
  body: string;
  /** The language of the pages that its writer reads; null: nobody has written yet. */
  writtenIn: string | null;
  /** 0: nobody has written yet. */
  version: number;
  /** Null: nobody has written yet. The instant is in epoch milliseconds. */
  changed: { at: number; byViewer: boolean; name: string | null } | null;
  /** What the viewer wrote in vain while somebody else was faster; null: nothing. */
  draft: string | null;
  mayWrite: boolean;
}

export interface MaterialView {
  id: string;
  title: string;
  body: string;
  url: string;
  /** The language of the pages that the mentor reads. */
  writtenIn: string;
}

/** Everything beside a booking that its two sides write. Null: not for the viewer. */
export interface BookingNotes {
  shared: NoteView | null;
  private: NoteView | null;
  materials: MaterialView[];
  mayAddMaterial: boolean;
}
