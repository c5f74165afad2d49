'use server';

import { userAction } from '@/lib/action-kit/builders';
import { profileLists, savedProfileForm } from '../schema';
import { saveProfile } from '../service/save-profile';

/** Makes the viewer a mentor, or changes how they appear. */
export const saveProfileAction = userAction({
  schema: savedProfileForm,
  lists: profileLists,
  flash: 'save-profile',
  run: ({ input: { organization, ...profile }, viewer, now }) =>
    saveProfile({ userId: viewer.id, profile, organization, now }),
  leadsTo: ({ value }) => `/mentor/profile?done=${value.isNew ? 'created' : 'saved'}`,
});
