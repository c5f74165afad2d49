'use server';

import { userAction } from '@/lib/action-kit/builders';
import { addVariantForm, changePriceForm, type ServiceRefusal, variantIdForm } from '../schema';
import { addVariant, archiveVariant, changePrice } from '../service/edit-variants';

const limitByPerson = {
  name: 'change_by_person',
  subject: ({ viewer }: { viewer: { id: string } }) => viewer.id,
} as const;

const pageOf = ({ serviceId }: { serviceId: string }, done: string) =>
  `/mentor/services/${serviceId}?done=${done}`;

export const addVariantAction = userAction<typeof addVariantForm, null, ServiceRefusal, null>({
  schema: addVariantForm,
  flash: 'add-variant',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const { serviceId, ...variant } = input;
    const result = await addVariant({ userId: viewer.id, serviceId, variant, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: pageOf(input, 'length_added') };
  },
});

export const changePriceAction = userAction<typeof changePriceForm, null, ServiceRefusal, null>({
  schema: changePriceForm,
  flash: 'change-price',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const result = await changePrice({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: pageOf(input, 'price') };
  },
});

export const archiveVariantAction = userAction<typeof variantIdForm, null, ServiceRefusal, null>({
  schema: variantIdForm,
  flash: 'archive-variant',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const result = await archiveVariant({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: pageOf(input, 'length_archived') };
  },
});
