import { DrizzleAdapter } from '@auth/drizzle-adapter';
import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { insertAuthSession } from '@/db/queries/auth-sessions';
import { insertEmailToken } from '@/db/queries/email-tokens';
import { getViewerRow } from '@/db/queries/users';
import { authAccounts, authSessions } from '@/db/schema/auth';
import { deliveries } from '@/db/schema/outbox';
import { users } from '@/db/schema/users';
import { env } from '@/kernel/env';
import { mailsOf } from '@/testing/deliveries';
import { signOutDevices } from '@/lib/account/service/sign-out';
import { makeUser, monday } from '@/testing/people';
import { hashingTokens } from './hashing-adapter';
import { listPeopleToTry } from './loaders';
import { createAuthSession, requestSignIn, signInAsDemoPerson, spendSignInToken } from './service';
import { hashToken, mintToken } from './tokens';
import { getViewerOfSession } from './viewing';

vi.mock('server-only', () => ({}));

const here = { locale: 'fr', timeZone: 'Africa/Lome' } as const;

async function mintLink(
  values: { email?: string; purpose?: 'sign_in' | 'hold'; now?: Temporal.Instant } = {},
) {
  const { token, tokenHash } = mintToken();
  const { email = `visitor-${uuidv7()}@example.test`, purpose = 'sign_in', now = monday } = values;
  const expiresAt = now.add({ minutes: 30 });
  await insertEmailToken(db, {
    tokenHash,
    purpose,
    email,
    bookingId: null,
    expiresAt,
    createdAt: now,
  });
  return { token, email };
}

async function refusal(token: string, now = monday) {
  const result = await spendSignInToken({ token, ...here, now });
  return result.ok ? 'ok' : result.reason;
}

const usersOf = (email: string) => db.select().from(users).where(eq(users.email, email));

describe('asking for a link', () => {
  it('makes a mail and nothing else, the same for a stranger and a user', async () => {
    const { email } = await makeUser();
    const stranger = `stranger-${uuidv7()}@example.test`;
    const before = await db.$count(users);
    for (const address of [email, stranger]) {
      const asked = { email: address, locale: 'fr', nextPath: '/bookings', now: monday } as const;
      const { deliveryIds } = await mailsOf(() => requestSignIn(asked));
      const [row] = await db
        .select()
        .from(deliveries)
        .where(eq(deliveries.id, deliveryIds[0] ?? ''));
      expect(row).toMatchObject({
        kind: 'sign_in',
        recipientEmail: address,
        locale: 'fr',
        nextPath: '/bookings',
      });
    }
    expect(await db.$count(users)).toBe(before);
  });
});

describe('a sign-in link', () => {
  it('makes a user for a new address and opens a session', async () => {
    const { token, email } = await mintLink();
    const result = await spendSignInToken({ token, ...here, now: monday });
    if (!result.ok) throw new Error(result.reason);
    const [user] = await usersOf(email);
    expect(user).toMatchObject({
      id: result.value.userId,
      name: null,
      locale: 'fr',
      timeZone: 'Africa/Lome',
    });
    expect(user?.emailVerified?.getTime()).toBe(monday.epochMilliseconds);
    const [session] = await db
      .select()
      .from(authSessions)
      .where(eq(authSessions.sessionToken, hashToken(result.value.sessionToken)));
    expect(session).toMatchObject({ userId: user?.id, expires: result.value.expires });
    expect(result.value.expires.getTime() - monday.epochMilliseconds).toBe(30 * 24 * 3_600_000);
  });

  it('signs in the user who has the address, whose settings stay', async () => {
    const user = await makeUser({ locale: 'en', timeZone: 'Europe/Paris', name: 'Awa' });
    const { token } = await mintLink({ email: user.email });
    const result = await spendSignInToken({ token, ...here, now: monday });
    expect(result).toMatchObject({ ok: true, value: { userId: user.id, hasName: true } });
    expect((await usersOf(user.email))[0]).toMatchObject({
      locale: 'en',
      timeZone: 'Europe/Paris',
    });
  });

  it('lets one of many in, however fast they are', async () => {
    const { token, email } = await mintLink();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => spendSignInToken({ token, ...here, now: monday })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'used')).toHaveLength(19);
    const [user, ...others] = await usersOf(email);
    expect(others).toHaveLength(0);
    expect(await db.$count(authSessions, eq(authSessions.userId, user?.id ?? ''))).toBe(1);
  });

  it('makes one user when two links of a new address are used at once', async () => {
    const first = await mintLink();
    const second = await mintLink({ email: first.email });
    const results = await Promise.all(
      [first, second].map(({ token }) => spendSignInToken({ token, ...here, now: monday })),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await usersOf(first.email)).toHaveLength(1);
  });

  it('is refused when nobody sent it, when it is for a hold, and from its last minute on', async () => {
    expect(await refusal(mintToken().token)).toBe('unknown');
    expect(await refusal((await mintLink({ purpose: 'hold' })).token)).toBe('unknown');
    const { token, email } = await mintLink();
    expect(await refusal(token, monday.add({ minutes: 30 }))).toBe('expired');
    expect(await usersOf(email)).toHaveLength(0);
    expect(await refusal(token, monday.add({ minutes: 29 }))).toBe('ok');
    expect(await refusal(token)).toBe('used');
  });

  it('does nothing for someone who is blocked, not even use itself up', async () => {
    const user = await makeUser({ blockedAt: monday });
    const { token } = await mintLink({ email: user.email });
    for (let time = 0; time < 2; time += 1) {
      const result = await spendSignInToken({ token, ...here, now: monday });
      expect(result).toMatchObject({ ok: false, reason: 'blocked' });
    }
    expect(await db.$count(authSessions, eq(authSessions.userId, user.id))).toBe(0);
  });
});

describe('a login session', () => {
  it('is known by its token, of which the database has the hash; the hash opens nothing', async () => {
    const { id: userId, email } = await makeUser();
    const { sessionToken } = await createAuthSession(db, { userId, now: Temporal.Now.instant() });
    expect(await getViewerOfSession(sessionToken)).toMatchObject({ id: userId, email });
    expect(await getViewerOfSession(hashToken(sessionToken))).toBeNull();
    expect(JSON.stringify(await db.select().from(authSessions))).not.toContain(sessionToken);
  });

  it('of the library is one too, and what it gets back is what the browser has', async () => {
    const { id: userId } = await makeUser();
    const library = hashingTokens(
      DrizzleAdapter(db, {
        usersTable: users,
        accountsTable: authAccounts,
        sessionsTable: authSessions,
      }),
    );
    const sessionToken = uuidv7();
    const expires = new Date('2027-01-01');
    const later = new Date('2027-02-01');
    const count = () => db.$count(authSessions, eq(authSessions.userId, userId));
    expect(await library.createSession?.({ sessionToken, userId, expires })).toMatchObject({
      sessionToken,
    });
    expect(JSON.stringify(await db.select().from(authSessions))).not.toContain(sessionToken);
    expect(await library.getSessionAndUser?.(hashToken(sessionToken))).toBeNull();
    expect(await library.getSessionAndUser?.(sessionToken)).toMatchObject({
      session: { sessionToken, expires },
      user: { id: userId },
    });
    expect(await library.updateSession?.({ sessionToken, expires: later })).toMatchObject({
      sessionToken,
      expires: later,
    });
    await library.deleteSession?.(hashToken(sessionToken));
    expect(await count()).toBe(1);
    await library.deleteSession?.(sessionToken);
    expect(await count()).toBe(0);
  });

  it('of Google keeps whose account it is, and no key to it', async () => {
    const { id: userId } = await makeUser();
    const library = hashingTokens(
      DrizzleAdapter(db, {
        usersTable: users,
        accountsTable: authAccounts,
        sessionsTable: authSessions,
      }),
    );
    const account = {
      userId,
      type: 'oidc',
      provider: 'google',
      providerAccountId: uuidv7(),
    } as const;
    const keys = { access_token: 'key', refresh_token: 'key', id_token: 'key', scope: 'openid' };
    await library.linkAccount?.({ ...account, ...keys });
    const { provider, providerAccountId } = account;
    expect(await library.getUserByAccount?.({ provider, providerAccountId })).toMatchObject({
      id: userId,
    });
    expect(JSON.stringify(await db.select().from(authAccounts))).not.toContain('key');
  });

  it('cannot be kept in plain', async () => {
    const { id: userId } = await makeUser();
    const plain = insertAuthSession(db, {
      tokenHash: mintToken().token,
      userId,
      expires: new Date(),
    });
    await expect(plain).rejects.toMatchObject({ constraint: 'auth_sessions_token_hashed' });
  });
});

it('a user who is blocked later is nobody at once', async () => {
  const user = await makeUser();
  expect(await getViewerRow(db, { userId: user.id })).toMatchObject({ id: user.id });
  await db.update(users).set({ blockedAt: monday }).where(eq(users.id, user.id));
  expect(await getViewerRow(db, { userId: user.id })).toBeNull();
});

it('a demo person is signed in without a link, a stranger is not', async () => {
  const user = await makeUser();
  expect(await signInAsDemoPerson({ email: user.email, now: monday })).toMatchObject({ ok: true });
  const result = await signInAsDemoPerson({ email: 'nobody@example.test', now: monday });
  expect(result).toMatchObject({ ok: false, reason: 'unknown' });
});

describe('one-click sign-in', () => {
  it('is for trying things out: in production it names nobody, and signs nobody in', async () => {
    const { email } = await makeUser();
    const was = env.NODE_ENV;
    expect(await signInAsDemoPerson({ email, now: monday })).toMatchObject({ ok: true });
    Object.assign(env, { NODE_ENV: 'production' });
    try {
      expect(await signInAsDemoPerson({ email, now: monday })).toEqual({
        ok: false,
        reason: 'unknown',
      });
      expect(await listPeopleToTry()).toEqual([]);
    } finally {
      Object.assign(env, { NODE_ENV: was });
    }
  });
});

/** Login sessions of a new user on so many devices. */
async function signedInOn(devices: number) {
  const { id: userId } = await makeUser();
  const now = Temporal.Now.instant();
  const tokens: string[] = [];
  for (let device = 0; device < devices; device += 1) {
    tokens.push((await createAuthSession(db, { userId, now })).sessionToken);
  }
  return { userId, tokens };
}

const stillIn = async (tokens: string[]) => {
  const viewers = await Promise.all(tokens.map((token) => getViewerOfSession(token)));
  return viewers.map((viewer) => viewer !== null);
};

describe('signing out elsewhere', () => {
  it('ends all login sessions of theirs but the one that they look from, and nobody else’s', async () => {
    const { userId, tokens } = await signedInOn(3);
    const stranger = await signedInOn(2);
    const current = hashToken(tokens[1] ?? '');
    const all = { userId, device: 'others', current };
    expect(await signOutDevices(all)).toEqual({ ok: true, value: { count: 2 } });
    expect(await stillIn(tokens)).toEqual([false, true, false]);
    expect(await stillIn(stranger.tokens)).toEqual([true, true]);
    expect(await signOutDevices(all)).toEqual({ ok: true, value: { count: 0 } });
    // Where the browser's own cookie is not known, none of them is spared.
    expect(await signOutDevices({ ...all, current: '' })).toEqual({
      ok: true,
      value: { count: 1 },
    });
    expect(await stillIn(tokens)).toEqual([false, false, false]);
  });

  it('ends one of theirs by its name, and none of somebody else', async () => {
    const { userId, tokens } = await signedInOn(3);
    const stranger = await signedInOn(1);
    const [current = '', device = ''] = tokens.map(hashToken);
    const one = { userId, device, current };
    expect(await signOutDevices(one)).toEqual({ ok: true, value: { count: 1 } });
    expect(await stillIn(tokens)).toEqual([true, false, true]);
    for (const unknown of [device, hashToken(stranger.tokens[0] ?? ''), tokens[2] ?? '', '']) {
      expect(await signOutDevices({ ...one, device: unknown })).toMatchObject({
        reason: 'not_found',
      });
    }
    expect(await stillIn([...tokens, ...stranger.tokens])).toEqual([true, false, true, true]);
  });
});
