import type { Temporal } from 'temporal-polyfill';
import { db, type Executor, type Transaction } from '@/db/client';
import { insertAuthSession } from '@/db/queries/auth-sessions';
import { getEmailToken, spendEmailToken } from '@/db/queries/email-tokens';
import { ensureUser, getUserByEmail, markEmailVerified, setUserName } from '@/db/queries/users';
import { workingAs } from '@/db/work';
import { env } from '@/kernel/env';
import { enqueueDeliveries } from '@/lib/outbox/service';
import { ok, refused, type Result } from '@/kernel/result';
import { linkState, refusalOfLink, sessionDays } from './rules';
import type { SpendRefusal } from './schema';
import { hashToken, mintToken } from './tokens';

/** A new login session, for the cookie that `startAuthSession` sets. */
export type AuthSession = { sessionToken: string; expires: Date };

/**
 * Has a sign-in link mailed to the address. Whether a user has it makes no difference to anything
 * that the caller sees, and nothing but the mail is made: the user only comes with the link's use.
 * @param nextPath a local path to go on to, or null
 */
export async function requestSignIn({
  email,
  locale,
  nextPath,
  now,
}: {
  email: string;
  locale: 'en' | 'fr';
  nextPath: string | null;
  now: Temporal.Instant;
}): Promise<void> {
  const user = await getUserByEmail(db, { email });
  await enqueueDeliveries(db, [
    {
      kind: 'sign_in',
      recipientId: user?.id ?? null,
      recipientEmail: email,
      // The language they are reading now, which the page behind the link continues in.
      locale,
      nextPath,
      now,
    },
  ]);
}

type SignedIn = AuthSession & { userId: string; hasName: boolean };

/**
 * Signs in whoever holds the link: uses it up, makes the user when the address is new, and opens a
 * login session, all or nothing. Of any number of calls with one token, one succeeds.
 * @param locale what a new user gets, from the page they are on; likewise `timeZone`
 */
export async function spendSignInToken({
  token,
  locale,
  timeZone,
  now,
}: {
  token: string;
  locale: 'en' | 'fr';
  timeZone: string | null;
  now: Temporal.Instant;
}): Promise<Result<SignedIn, SpendRefusal>> {
  const tokenHash = hashToken(token);
  const work = async (tx: Transaction): Promise<Result<SignedIn, SpendRefusal>> => {
    const link = await getEmailToken(tx, { tokenHash });
    const reason = refusalOfLink(link && linkState(link), {
      purpose: 'sign_in',
      now: now.epochMilliseconds,
    });
    if (!link || reason !== null) return refused(reason ?? 'unknown');
    const { email } = link;
    const known = await getUserByEmail(tx, { email });
    if (known && known.blockedAt !== null) return refused('blocked');
    // The guarded update is what lets one caller through; the look above only finds the words.
    if (!(await spendEmailToken(tx, { tokenHash, purpose: 'sign_in', now })))
      return refused('used');
    const user = await ensureUser(tx, { email, locale, timeZone, now });
    await markEmailVerified(tx, { userId: user.id, now });
    const session = await createAuthSession(tx, { userId: user.id, now });
    return ok({ ...session, userId: user.id, hasName: user.name !== null });
  };
  return workingAs('vital', () => db.transaction(work));
}

/** Opens a login session, in the transaction of what proved who it is for. */
export async function createAuthSession(
  tx: Executor,
  { userId, now }: { userId: string; now: Temporal.Instant },
): Promise<AuthSession> {
  const { token, tokenHash } = mintToken();
  const expires = new Date(now.add({ hours: sessionDays * 24 }).epochMilliseconds);
  await insertAuthSession(tx, { tokenHash, userId, expires });
  return { sessionToken: token, expires };
}

/** What a user is called; asked for once, after a first sign-in by link. */
export async function nameUser({ userId, name }: { userId: string; name: string }): Promise<void> {
  await setUserName(db, { userId, name });
}

/**
 * Signs in as somebody without any proof, for trying things out. In production it does not exist:
 * whoever posts to its action there gets the same answer as for an address that nobody has.
 */
export async function signInAsDemoPerson({
  email,
  now,
}: {
  email: string;
  now: Temporal.Instant;
}): Promise<Result<AuthSession, 'unknown'>> {
  if (env.NODE_ENV === 'production') return refused('unknown');
  const user = await getUserByEmail(db, { email });
  if (!user || user.blockedAt !== null) return refused('unknown');
  return ok(await createAuthSession(db, { userId: user.id, now }));
}
