'use server';

import { userAction } from '@/lib/action-kit/builders';
import { draftForm, noteForm, type NoteRefusal } from '../schema';
import { dropDraft, writeNote } from '../service/write-note';

/** Writes what both sides of a booking read. */
export const writeSharedNoteAction = userAction<typeof noteForm, null, NoteRefusal, null>({
  schema: noteForm,
  flash: 'shared-note',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await writeNote({ ...input, kind: 'shared', userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null, refreshes: true };
    return { ok: true, value: null, refreshes: true };
  },
});

/** Writes what the mentor alone reads. */
export const writePrivateNoteAction = userAction<typeof noteForm, null, NoteRefusal, null>({
  schema: noteForm,
  flash: 'private-note',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await writeNote({ ...input, kind: 'private', userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null, refreshes: true };
    return { ok: true, value: null, refreshes: true };
  },
});

/** Drops what the viewer wrote while somebody else was faster. */
export const dropDraftAction = userAction<typeof draftForm, null, 'not_found', null>({
  schema: draftForm,
  flash: 'drop-draft',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await dropDraft({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null, refreshes: true };
    return { ok: true, value: null, refreshes: true };
  },
});
