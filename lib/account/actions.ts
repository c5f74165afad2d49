'use server';

import { publicAction, userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { getAuthSessionId } from '@/lib/auth/session';
import { askToLeaveForm, leaveForm, signOutForm } from './schema';
import { askToLeave, leave } from './service/leave';
import { signOutDevices } from './service/sign-out';

/** Mails the link that confirms it: nothing is gone by asking. */
export const askToLeaveAction = userAction({
  schema: askToLeaveForm,
  flash: 'ask-to-leave',
  limitByPerson: 'sign_in_by_person',
  run: async ({ viewer, locale, now }) => {
    const { id: userId, email } = viewer;
    await askToLeave({ userId, email, locale, now });
    return { ok: true, value: { email }, afterwards: () => followUp({ now }) };
  },
});

/** Whoever holds the link of that mail leaves, signed in or not. */
export const leaveAction = publicAction({
  schema: leaveForm,
  flash: 'leave',
  limitByAddress: 'link_by_address',
  run: async ({ input, now }) => leave({ ...input, now }),
  leadsTo: '/leave/done',
});

/** Signs the viewer out of another device, or of all others. */
export const signOutDeviceAction = userAction({
  schema: signOutForm,
  flash: 'sign-out-device',
  refreshes: true,
  run: async ({ input: { device }, viewer }) => {
    const current = (await getAuthSessionId()) ?? '';
    return signOutDevices({ userId: viewer.id, device, current });
  },
});
