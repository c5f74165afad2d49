'use server';

import { userAction } from '@/lib/action-kit/builders';
import {
  copyServiceForm,
  editServiceForm,
  moveServiceForm,
  newServiceForm,
  serviceIdForm,
  serviceLists,
} from '../schema';
import {
  archiveService,
  copyService,
  createService,
  editService,
  moveService,
  renewServiceLink,
  restoreService,
} from '../service/edit-services';

/** Adds a service with its first length, and goes on to its page. */
export const createServiceAction = userAction({
  schema: newServiceForm,
  lists: serviceLists,
  flash: 'create-service',
  run: async ({ input, viewer, now }) => {
    const { durationMinutes, priceCredits, ...service } = input;
    const variant = { durationMinutes, priceCredits };
    return createService({ userId: viewer.id, service, variant, now });
  },
  leadsTo: ({ value }) => `/mentor/services/${value.serviceId}?done=created`,
});

export const editServiceAction = userAction({
  schema: editServiceForm,
  lists: serviceLists,
  flash: 'edit-service',
  run: ({ input: { serviceId, ...service }, viewer, now }) =>
    editService({ userId: viewer.id, serviceId, service, now }),
  leadsTo: ({ input }) => `/mentor/services/${input.serviceId}?done=saved`,
});

/** Gives a service that is reached by its link another one. */
export const renewServiceLinkAction = userAction({
  schema: serviceIdForm,
  flash: 'renew-service-link',
  run: ({ input, viewer, now }) => renewServiceLink({ ...input, userId: viewer.id, now }),
  leadsTo: ({ input }) => `/mentor/services/${input.serviceId}?done=link_renewed`,
});

/** Makes another of the same, and goes on to its page. */
export const copyServiceAction = userAction({
  schema: copyServiceForm,
  flash: 'change-services',
  run: ({ input, viewer, now }) => copyService({ ...input, userId: viewer.id, now }),
  leadsTo: ({ value }) => `/mentor/services/${value.serviceId}?done=created`,
});

export const moveServiceAction = userAction({
  schema: moveServiceForm,
  flash: 'change-services',
  run: ({ input, viewer, now }) => moveService({ ...input, userId: viewer.id, now }),
  refreshes: true,
});

export const archiveServiceAction = userAction({
  schema: serviceIdForm,
  flash: 'change-services',
  run: ({ input, viewer, now }) => archiveService({ ...input, userId: viewer.id, now }),
  leadsTo: '/mentor/services?done=archived',
});

export const restoreServiceAction = userAction({
  schema: serviceIdForm,
  flash: 'change-services',
  run: ({ input, viewer, now }) => restoreService({ ...input, userId: viewer.id, now }),
  leadsTo: '/mentor/services?done=restored',
});
