'use server';

import { Temporal } from 'temporal-polyfill';
import { userAction } from '@/lib/action-kit/builders';
import { giveForm, grantFileForm, grantForm } from './schema';
import { grantsPath } from '@/lib/grants/constants';
import { draftFromFile, giveDraft, grantToOne } from './service';

/** Gives one person credits. Who may give for the organization, the service knows. */
export const grantCreditsAction = userAction({
  schema: grantForm,
  flash: 'grant-credits',
  run: ({ input, viewer, now }) => grantToOne({ ...input, userId: viewer.id, now }),
  leadsTo: ({ value }) => `${grantsPath(value.organization)}?given=${value.grantId}`,
});

/** Reads a file of people and credits; nothing is given before the page that it leads to is confirmed. */
export const draftGrantsAction = userAction({
  schema: grantFileForm,
  files: ['file'],
  flash: 'draft-grants',
  run: async ({ input: { file, ...input }, viewer, now }) => {
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const read = { name: file?.name ?? '', bytes };
    return draftFromFile({ ...input, file: read, userId: viewer.id, now });
  },
  leadsTo: ({ value }) => `${grantsPath(value.organization)}/${value.grantId}`,
});

/** Gives what a draft of the viewer's has ready. */
export const giveDraftAction = userAction({
  schema: giveForm,
  flash: 'give-draft',
  run: async ({ input, viewer, now }) => {
    const { grantId, sameFileGivenAt: shownAt } = input;
    const sameFileGivenAt = shownAt === null ? null : Temporal.Instant.from(shownAt);
    const result = await giveDraft({ grantId, sameFileGivenAt, userId: viewer.id, now });
    if (result.ok) return result;
    return { ok: false, reason: result.reason, refreshes: result.reason === 'given_meanwhile' };
  },
  leadsTo: ({ value: { organization, grantId } }) =>
    `${grantsPath(organization)}/${grantId}?given=${grantId}`,
});
