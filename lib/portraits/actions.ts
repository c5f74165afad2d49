'use server';

import { z } from 'zod';
import { userAction } from '@/lib/action-kit/builders';
import { portraitForm } from './schema';
import { keepPortrait, removePortrait } from './service/keep-portrait';

const nothing = z.object({});

/** Takes the viewer's picture for their mentor page. */
export const keepPortraitAction = userAction({
  schema: portraitForm,
  files: ['picture'],
  flash: 'keep-portrait',
  limitByPerson: 'picture_by_person',
  run: async ({ input: { picture }, viewer, now }) => {
    const file = new Uint8Array((await picture?.arrayBuffer()) ?? []);
    return keepPortrait({ userId: viewer.id, file, now });
  },
  leadsTo: '/mentor/profile?done=portrait',
});

/** Back to the initials. */
export const removePortraitAction = userAction({
  schema: nothing,
  flash: 'remove-portrait',
  run: ({ viewer, now }) => removePortrait({ userId: viewer.id, now }),
  leadsTo: '/mentor/profile?done=portraitRemoved',
});
