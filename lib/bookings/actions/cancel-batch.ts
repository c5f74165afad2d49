'use server';

import { userAction } from '@/lib/action-kit/builders';
import { dispatchEnqueued } from '@/lib/outbox/service';
import { cancelBatchForm } from '@/lib/orders/schema/batch-forms';
import { cancelBatch } from '../service/cancel-batch';

/** Cancels what is left of a batch of the viewer's, and goes on to its page. */
export const cancelBatchAction = userAction<
  typeof cancelBatchForm,
  null,
  'not_found' | 'nothing_left',
  null
>({
  schema: cancelBatchForm,
  flash: 'cancel-batch',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input: { batchId, reason }, viewer, now }) => {
    const page = `/bookings/batches/${batchId}`;
    const result = await cancelBatch({ userId: viewer.id, batchId, reason, now });
    if (!result.ok) {
      // It is not what it was: its page says what has become of it.
      const redirectTo = `${page}?refused=${result.reason}`;
      return { ok: false, reason: result.reason, data: null, redirectTo };
    }
    const { deliveryIds } = result.value;
    return {
      ok: true,
      value: null,
      redirectTo: `${page}?done=cancelled`,
      afterwards: () => dispatchEnqueued({ now, ids: deliveryIds }),
    };
  },
});
