'use server';

import { userAction } from '@/lib/action-kit/builders';
import { oversightForm } from '../schema';
import { overseeOrganization } from '../service/oversee-organization';

/** Approves, closes or reopens an organization. Who runs the installation, the service knows. */
export const overseeOrganizationAction = userAction({
  schema: oversightForm,
  flash: 'oversee-organization',
  refreshes: true,
  run: ({ input, viewer, now }) => overseeOrganization({ ...input, userId: viewer.id, now }),
});
