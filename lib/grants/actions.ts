'use server';

import { Temporal } from 'temporal-polyfill';
import { userAction } from '@/lib/action-kit/builders';
import {
  type FileRefusal,
  giveForm,
  type GiveRefusal,
  grantFileForm,
  grantForm,
  type GrantRefusal,
  grantsPath,
} from './schema';
import { draftFromFile, giveDraft, grantToOne } from './service';

/** Gives one person credits. Who may give for the organization, the service knows. */
export const grantCreditsAction = userAction<typeof grantForm, null, GrantRefusal, null>({
  schema: grantForm,
  flash: 'grant-credits',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await grantToOne({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: toPage({ given: result.value.grantId }) };
  },
});

/** Reads a file of people and credits; nothing is given before the page that it leads to is confirmed. */
export const draftGrantsAction = userAction<
  typeof grantFileForm,
  null,
  FileRefusal | 'not_found',
  null
>({
  schema: grantFileForm,
  files: ['file'],
  flash: 'draft-grants',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { file, ...input }, viewer, now }) => {
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const read = { name: file?.name ?? '', bytes };
    const result = await draftFromFile({ ...input, file: read, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: `${grantsPath}/${result.value.grantId}` };
  },
});

/** Gives what a draft of the viewer's has ready. */
export const giveDraftAction = userAction<typeof giveForm, null, GiveRefusal, null>({
  schema: giveForm,
  flash: 'give-draft',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const { grantId, sameFileGivenAt: shownAt } = input;
    const sameFileGivenAt = shownAt === null ? null : Temporal.Instant.from(shownAt);
    const result = await giveDraft({ grantId, sameFileGivenAt, userId: viewer.id, now });
    if (!result.ok) {
      const { reason } = result;
      return { ok: false, reason, data: null, refreshes: reason === 'given_meanwhile' };
    }
    return {
      ok: true,
      value: null,
      redirectTo: `${grantsPath}/${result.value.grantId}?given=${result.value.grantId}`,
    };
  },
});

function toPage(query: { given: string }): string {
  return `${grantsPath}?${new URLSearchParams(query).toString()}`;
}
