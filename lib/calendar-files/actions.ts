'use server';

import { userAction } from '@/lib/action-kit/builders';
import { feedForm } from './schema';
import { renewFeed, switchOffFeed } from './service/feed';

/** Makes, renews or switches off the viewer's calendar link. A new link is in the answer, once. */
export const calendarFeedAction = userAction({
  schema: feedForm,
  flash: 'calendar-feed',
  run: async ({ input, viewer, now }) => {
    const url = input.change === 'renew' ? (await renewFeed({ userId: viewer.id, now })).url : null;
    if (url === null) await switchOffFeed({ userId: viewer.id });
    return { ok: true, value: { url } };
  },
  refreshes: true,
});
