'use server';

import { userAction } from '@/lib/action-kit/builders';
import { draftForm, noteForm } from '../schema';
import { dropDraft, writeNote } from '../service/write-note';

/** Writes what both sides of a booking read. */
export const writeSharedNoteAction = userAction({
  schema: noteForm,
  flash: 'shared-note',
  run: ({ input, viewer, now }) => writeNote({ ...input, kind: 'shared', userId: viewer.id, now }),
  refreshes: true,
});

/** Writes what the mentor alone reads. */
export const writePrivateNoteAction = userAction({
  schema: noteForm,
  flash: 'private-note',
  run: ({ input, viewer, now }) => writeNote({ ...input, kind: 'private', userId: viewer.id, now }),
  refreshes: true,
});

/** Drops what the viewer wrote while somebody else was faster. */
export const dropDraftAction = userAction({
  schema: draftForm,
  flash: 'drop-draft',
  run: ({ input, viewer, now }) => dropDraft({ ...input, userId: viewer.id, now }),
  refreshes: true,
});
