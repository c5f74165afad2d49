import type { Result } from '@/kernel/result';
import { env } from '@/kernel/env';
import { openManageLink } from '@/lib/auth/tokens';
import type { ActionAnswer } from './builders';

/**
 * The answer to something that was done to bookings: their page says what has come of it, or why nothing
 * has (somebody was faster, or time was).
 * @param page of the bookings, without its language; null: the page that asked stays as it is
 * @param done what the page is to say of success
 */
export function leadToBookings<Reason extends string>(
  page: string | null,
  result: Result<unknown, Reason>,
  { done, afterwards }: { done: string; afterwards?: () => Promise<unknown> },
): ActionAnswer<undefined, Reason, undefined> {
  const answer = (query: string) => page && `${page}?${query}`;
  if (!result.ok) {
    const { reason } = result;
    return { ok: false, reason, redirectTo: answer(`refused=${reason}`) };
  }
  return { ok: true, redirectTo: answer(`done=${done}`), ...(afterwards && { afterwards }) };
}

/** The limits of an action for whoever has the link of a mail: by network address, and by whose link it is. */
export const linkLimits = {
  limitByAddress: 'link_by_address',
  limitByPerson: {
    name: 'change_by_person',
    subject: ({ input }: { input: { token: string } }) =>
      openManageLink(input.token, env.authSecrets)?.personId ?? '',
  },
} as const;
