'use server';

import { userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { messageSessionForm } from '../schema/booking';
import { messageSession } from '../service/message-session';

/** The mentor writes to everybody who has a seat in a group. The page that asked stays as it is. */
export const messageSessionAction = userAction({
  schema: messageSessionForm,
  flash: 'message-session',
  run: async ({ input, viewer, now }) => {
    const result = await messageSession({ ...input, userId: viewer.id, now });
    return result.ok ? { ok: true, afterwards: () => followUp({ now }) } : result;
  },
});
