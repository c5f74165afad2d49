import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getEmailToken } from '@/db/queries/email-tokens';
import { listDemoPeople } from '@/db/queries/users';
import { env } from '@/kernel/env';
import { ok, refused } from '@/kernel/result';
import { linkState, refusalOfLink } from './rules';
import { linkToken } from './schema';
import { hashToken } from './tokens';

/** People of the demo to become with one click. In development only; else none. */
export async function listPeopleToTry() {
  if (env.NODE_ENV === 'production') return [];
  const groups = await Promise.all(
    (
      [
        ['mentee', 3],
        ['mentor', 3],
        ['admin', 1],
      ] as const
    ).map(async ([who, limit]) => {
      const people = await listDemoPeople(db, { who, limit });
      return people.map(({ email, name }) => ({ email, name: name ?? email, who }));
    }),
  );
  return groups.flat();
}

/** What the page behind a sign-in link says: whom it would sign in, or why it will not. */
export async function loadSignInLink({ token }: { token: string }) {
  if (!linkToken.safeParse(token).success) return refused('unknown');
  const link = await getEmailToken(db, { tokenHash: hashToken(token) });
  const now = Temporal.Now.instant().epochMilliseconds;
  const reason = refusalOfLink(link && linkState(link), { purpose: 'sign_in', now });
  return link && reason === null ? ok({ email: link.email }) : refused(reason ?? 'unknown');
}
