'use server';

import { userAction } from '@/lib/action-kit/builders';
import { materialForm, type MaterialRefusal, removeMaterialForm } from '../schema';
import { addMaterial, removeMaterial } from '../service/give-material';

/** The mentor adds something to prepare with. */
export const addMaterialAction = userAction<typeof materialForm, null, MaterialRefusal, null>({
  schema: materialForm,
  flash: 'add-material',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await addMaterial({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null, refreshes: true };
    return { ok: true, value: null, refreshes: true };
  },
});

/** The mentor takes it away again. */
export const removeMaterialAction = userAction<typeof removeMaterialForm, null, 'not_found', null>({
  schema: removeMaterialForm,
  flash: 'remove-material',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await removeMaterial({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null, refreshes: true };
    return { ok: true, value: null, refreshes: true };
  },
});
