'use server';

import { z } from 'zod';
import { userAction } from '@/lib/action-kit/builders';
import { type PublishingStep, type PublishRefusal, takingBookingsForm } from '../schema';
import { publishMentor, setTakingBookings, unpublishMentor } from '../service/publish-mentor';

const nothing = z.object({});

/** Shows the viewer's profile to everyone. */
export const publishMentorAction = userAction<
  typeof nothing,
  null,
  PublishRefusal,
  { missing: PublishingStep[] }
>({
  schema: nothing,
  flash: 'publish-mentor',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ viewer, now }) => {
    const result = await publishMentor({ userId: viewer.id, now });
    if (!result.ok) {
      const { reason, missing } = result;
      return { ok: false, reason, data: { missing: missing ?? [] } };
    }
    return { ok: true, value: null, redirectTo: '/mentor/profile?done=published' };
  },
});

/** Hides it again. */
export const unpublishMentorAction = userAction<typeof nothing, null, 'not_found', null>({
  schema: nothing,
  flash: 'unpublish-mentor',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ viewer, now }) => {
    const result = await unpublishMentor({ userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: '/mentor/profile?done=unpublished' };
  },
});

/** Opens or closes the viewer's diary, with a word for visitors. */
export const setTakingBookingsAction = userAction<
  typeof takingBookingsForm,
  null,
  'not_found',
  null
>({
  schema: takingBookingsForm,
  flash: 'set-taking-bookings',
  limitByPerson: { name: 'change_by_person', subject: ({ viewer }) => viewer.id },
  run: async ({ input, viewer, now }) => {
    const result = await setTakingBookings({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    const done = input.takingBookings ? 'open' : 'away';
    return { ok: true, value: null, redirectTo: `/mentor/profile?done=${done}` };
  },
});
