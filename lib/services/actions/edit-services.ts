'use server';

import { userAction } from '@/lib/action-kit/builders';
import {
  editServiceForm,
  moveServiceForm,
  newServiceForm,
  serviceIdForm,
  serviceLists,
  type ServiceRefusal,
} from '../schema';
import {
  archiveService,
  createService,
  editService,
  moveService,
  restoreService,
} from '../service/edit-services';

const limitByPerson = {
  name: 'change_by_person',
  subject: ({ viewer }: { viewer: { id: string } }) => viewer.id,
} as const;

/** Adds a service with its first length, and goes on to its page. */
export const createServiceAction = userAction<typeof newServiceForm, null, ServiceRefusal, null>({
  schema: newServiceForm,
  lists: serviceLists,
  flash: 'create-service',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const { durationMinutes, priceCredits, ...service } = input;
    const variant = { durationMinutes, priceCredits };
    const result = await createService({ userId: viewer.id, service, variant, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    const redirectTo = `/mentor/services/${result.value.serviceId}?done=created`;
    return { ok: true, value: null, redirectTo };
  },
});

export const editServiceAction = userAction<typeof editServiceForm, null, ServiceRefusal, null>({
  schema: editServiceForm,
  lists: serviceLists,
  flash: 'edit-service',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const { serviceId, ...service } = input;
    const result = await editService({ userId: viewer.id, serviceId, service, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: `/mentor/services/${serviceId}?done=saved` };
  },
});

export const moveServiceAction = userAction<typeof moveServiceForm, null, ServiceRefusal, null>({
  schema: moveServiceForm,
  flash: 'change-services',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const result = await moveService({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, refreshes: true };
  },
});

export const archiveServiceAction = userAction<typeof serviceIdForm, null, ServiceRefusal, null>({
  schema: serviceIdForm,
  flash: 'change-services',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const result = await archiveService({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: '/mentor/services?done=archived' };
  },
});

export const restoreServiceAction = userAction<typeof serviceIdForm, null, ServiceRefusal, null>({
  schema: serviceIdForm,
  flash: 'change-services',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const result = await restoreService({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: '/mentor/services?done=restored' };
  },
});
