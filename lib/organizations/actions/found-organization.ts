'use server';

import { userAction } from '@/lib/action-kit/builders';
import { organizationPath } from '@/domain/organizations';
import { foundingForm } from '../schema';
import { foundOrganization } from '../service/found-organization';

/** Founds an organization, and leads to its home. */
export const foundOrganizationAction = userAction({
  schema: foundingForm,
  flash: 'found-organization',
  limitByPerson: 'founding_by_person',
  run: ({ input, viewer, now }) => foundOrganization({ userId: viewer.id, founding: input, now }),
  leadsTo: ({ value }) => organizationPath(value.slug),
});
