'use server';

import { z } from 'zod';
import { userAction } from '@/lib/action-kit/builders';
import { takingBookingsForm } from '../schema';
import { publishMentor, setTakingBookings, unpublishMentor } from '../service/publish-mentor';

const nothing = z.object({});

/** Shows the viewer's profile to everyone. */
export const publishMentorAction = userAction({
  schema: nothing,
  flash: 'publish-mentor',
  run: async ({ viewer, now }) => {
    const result = await publishMentor({ userId: viewer.id, now });
    if (result.ok) return result;
    return { ok: false, reason: result.reason, data: { missing: result.missing ?? [] } };
  },
  leadsTo: ({ value }) => `/mentor/profile?done=${value.isWaiting ? 'waiting' : 'published'}`,
});

/** Hides it again. */
export const unpublishMentorAction = userAction({
  schema: nothing,
  flash: 'unpublish-mentor',
  run: ({ viewer, now }) => unpublishMentor({ userId: viewer.id, now }),
  leadsTo: '/mentor/profile?done=unpublished',
});

/** Opens or closes the viewer's diary, with a word for visitors. */
export const setTakingBookingsAction = userAction({
  schema: takingBookingsForm,
  flash: 'set-taking-bookings',
  run: ({ input, viewer, now }) => setTakingBookings({ ...input, userId: viewer.id, now }),
  leadsTo: ({ input }) => `/mentor/profile?done=${input.takingBookings ? 'open' : 'away'}`,
});
