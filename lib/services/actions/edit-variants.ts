'use server';

import { userAction } from '@/lib/action-kit/builders';
import { addVariantForm, changePriceForm, variantIdForm } from '../schema';
import { addVariant, archiveVariant, changePrice } from '../service/edit-variants';

const pageOf = ({ serviceId }: { serviceId: string }, done: string) =>
  `/mentor/services/${serviceId}?done=${done}`;

export const addVariantAction = userAction({
  schema: addVariantForm,
  flash: 'add-variant',
  run: ({ input: { serviceId, ...variant }, viewer, now }) =>
    addVariant({ userId: viewer.id, serviceId, variant, now }),
  leadsTo: ({ input }) => pageOf(input, 'length_added'),
});

export const changePriceAction = userAction({
  schema: changePriceForm,
  flash: 'change-price',
  run: ({ input, viewer, now }) => changePrice({ ...input, userId: viewer.id, now }),
  leadsTo: ({ input }) => pageOf(input, 'price'),
});

export const archiveVariantAction = userAction({
  schema: variantIdForm,
  flash: 'archive-variant',
  run: ({ input, viewer, now }) => archiveVariant({ ...input, userId: viewer.id, now }),
  leadsTo: ({ input }) => pageOf(input, 'length_archived'),
});
