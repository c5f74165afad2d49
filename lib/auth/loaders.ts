import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { listDemoPeople } from '@/db/queries/users';
import { env } from '@/lib/env';
import { linkToken } from './schema';
import { peekEmailToken } from './service';

/** People of the demo to become with one click. In development only; else none. */
export async function listPeopleToTry() {
  if (env.NODE_ENV === 'production') return [];
  const [mentees, mentors] = await Promise.all([
    listDemoPeople(db, { areMentors: false, limit: 3 }),
    listDemoPeople(db, { areMentors: true, limit: 3 }),
  ]);
  return [
    ...mentees.map(({ email, name }) => ({ email, name: name ?? email, isMentor: false })),
    ...mentors.map(({ email, name }) => ({ email, name: name ?? email, isMentor: true })),
  ];
}

/** What the page behind a sign-in link says: whom it would sign in, or why it will not. */
export async function loadSignInLink({ token }: { token: string }) {
  if (!linkToken.safeParse(token).success) return { ok: false, reason: 'unknown' } as const;
  const link = await peekEmailToken({ token, purpose: 'sign_in', now: Temporal.Now.instant() });
  return link.ok ? ({ ok: true, email: link.value.email } as const) : link;
}
