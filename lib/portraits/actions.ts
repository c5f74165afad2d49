'use server';

import { z } from 'zod';
import { userAction } from '@/lib/action-kit/builders';
import { portraitForm, type PortraitRefusal } from './schema';
import { keepPortrait, removePortrait } from './service/keep-portrait';

const nothing = z.object({});

/** Takes the viewer's picture for their mentor page. */
export const keepPortraitAction = userAction<typeof portraitForm, null, PortraitRefusal, null>({
  schema: portraitForm,
  files: ['picture'],
  flash: 'keep-portrait',
  limitByPerson: { name: 'picture_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { picture }, viewer, now }) => {
    const file = new Uint8Array((await picture?.arrayBuffer()) ?? []);
    const result = await keepPortrait({ userId: viewer.id, file, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: '/mentor/profile?done=portrait' };
  },
});

/** Back to the initials. */
export const removePortraitAction = userAction<typeof nothing, null, 'not_found', null>({
  schema: nothing,
  flash: 'remove-portrait',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ viewer, now }) => {
    const result = await removePortrait({ userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: '/mentor/profile?done=portraitRemoved' };
  },
});
