'use server';

import { userAction } from '@/lib/action-kit/builders';
import { profileForm, profileLists, type SaveProfileRefusal } from '../schema';
import { saveProfile } from '../service/save-profile';

/** Makes the viewer a mentor, or changes how they appear. */
export const saveProfileAction = userAction<typeof profileForm, null, SaveProfileRefusal, null>({
  schema: profileForm,
  lists: profileLists,
  flash: 'save-profile',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await saveProfile({ userId: viewer.id, profile: input, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    const done = result.value.isNew ? 'created' : 'saved';
    return { ok: true, value: null, redirectTo: `/mentor/profile?done=${done}` };
  },
});
