'use server';

import { publicAction } from '@/lib/action-kit/builders';
import { openReminderOffLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { reminderOffForm } from './schema';
import { turnReminderOff } from './service/turn-off-by-link';

/** Turns the e-mail of a reminder off for whoever has the link in it, signed in or not. */
export const turnReminderOffAction = publicAction({
  schema: reminderOffForm,
  flash: 'turn-reminder-off',
  limitByAddress: 'link_by_address',
  limitByPerson: {
    name: 'change_by_person',
    subject: ({ input }) => openReminderOffLink(input.token, env.authSecrets)?.personId ?? '',
  },
  run: async ({ input: { token }, now }) => {
    const page = `/unsubscribe/${token}`;
    const result = await turnReminderOff({ token, now });
    // The page says what is wrong with the link.
    return result.ok
      ? { ok: true, redirectTo: `${page}?done=1` }
      : { ok: false, reason: result.reason, redirectTo: page };
  },
});
