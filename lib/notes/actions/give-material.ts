'use server';

import { userAction } from '@/lib/action-kit/builders';
import { materialForm, removeMaterialForm } from '../schema';
import { addMaterial, removeMaterial } from '../service/give-material';

/** The mentor adds something to prepare with. */
export const addMaterialAction = userAction({
  schema: materialForm,
  flash: 'add-material',
  run: ({ input, viewer, now }) => addMaterial({ ...input, userId: viewer.id, now }),
  refreshes: true,
});

/** The mentor takes it away again. */
export const removeMaterialAction = userAction({
  schema: removeMaterialForm,
  flash: 'remove-material',
  run: ({ input, viewer, now }) => removeMaterial({ ...input, userId: viewer.id, now }),
  refreshes: true,
});
