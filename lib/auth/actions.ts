'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { onwardPath } from '@/i18n/onward-path';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { handOver } from '@/lib/action-kit/hand-over';
import { followUp } from '@/lib/action-kit/follow-up';
import { publicAction, userAction } from '@/lib/action-kit/builders';
import { limitUse } from '@/lib/action-kit/rate-limits';
import { signIn, signOut } from './config';
import { postedPath } from '@/lib/action-kit/schema';
import { emailAddress, personName, signInRequest, signInSpend } from './schema';
import { nameUser, requestSignIn, signInAsDemoPerson, spendSignInToken } from './service';
import { startAuthSession } from './session';

export const requestSignInAction = publicAction({
  schema: signInRequest,
  flash: 'request-sign-in',
  limitByAddress: 'sign_in_by_address',
  limitByPerson: {
    name: 'sign_in_by_person',
    subject: ({ input, network }) => `${input.email} ${network}`,
  },
  run: async ({ input: { email, next }, locale, now }) => {
    const isMailed = (await limitUse('sign_in_mails_to_address', email)) === null;
    if (isMailed) await requestSignIn({ email, locale, nextPath: next, now });
    return {
      ok: true,
      value: { email },
      afterwards: () => followUp({ now }),
    };
  },
});

export const spendSignInLinkAction = publicAction({
  schema: signInSpend,
  flash: 'spend-sign-in-link',
  limitByAddress: 'link_by_address',
  run: async ({ input: { token, next }, locale, now }) => {
    const { device } = await getBrowserZones();
    const result = await spendSignInToken({ token, locale, timeZone: device, now });
    if (!result.ok) return result;
    await startAuthSession(result.value);
    await handOver({ userId: result.value.userId, now });
    return { ok: true, redirectTo: afterSignIn(result.value.hasName, next) };
  },
});

/** A name is asked for once; booking needs one. */
function afterSignIn(hasName: boolean, next: string): string {
  if (hasName) return next;
  return next === '/' ? '/welcome' : `/welcome?${new URLSearchParams({ next })}`;
}

export const nameUserAction = userAction({
  schema: personName,
  flash: 'name-user',
  run: async ({ input: { name }, viewer }) => {
    await nameUser({ userId: viewer.id, name });
    // The header, which the next page shares with this one, says the name.
    refresh();
    return { ok: true };
  },
  leadsTo: ({ input }) => input.next,
});

export const signInWithGoogleAction = publicAction({
  schema: z.object({ next: postedPath }),
  limitByAddress: 'sign_in_by_address',
  run: async ({ input: { next }, locale }) => {
    const redirectTo = onwardPath(next, locale);
    const address: unknown = await signIn('google', { redirect: false, redirectTo });
    return { ok: true, redirectTo: new URL(String(address)) };
  },
});

export const signOutAction = publicAction({
  schema: z.object({}),
  run: async () => {
    await signOut({ redirect: false });
    return { ok: true };
  },
  leadsTo: '/',
});

/** One click instead of a mail, in development; the service refuses it in production. */
export const signInAsDemoPersonAction = publicAction({
  schema: z.object({ email: emailAddress, next: postedPath }),
  run: async ({ input: { email }, now }) => {
    const result = await signInAsDemoPerson({ email, now });
    if (!result.ok) return result;
    await startAuthSession(result.value);
    return { ok: true };
  },
  leadsTo: ({ input }) => input.next,
});
