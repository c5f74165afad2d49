'use server';

import { userAction } from '@/lib/action-kit/builders';
import { profileForm, profileLists } from '../schema';
import { saveProfile } from '../service/save-profile';

/** Makes the viewer a mentor, or changes how they appear. */
export const saveProfileAction = userAction({
  schema: profileForm,
  lists: profileLists,
  flash: 'save-profile',
  run: ({ input, viewer, now }) => saveProfile({ userId: viewer.id, profile: input, now }),
  leadsTo: ({ value }) => `/mentor/profile?done=${value.isNew ? 'created' : 'saved'}`,
});
