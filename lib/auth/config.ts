import 'server-only';
import { DrizzleAdapter } from '@auth/drizzle-adapter';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import Google from 'next-auth/providers/google';
import { cookies } from 'next/headers';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { ensureUser, getUserByEmail, markEmailVerified } from '@/db/queries/users';
import { authAccounts, authSessions } from '@/db/schema/auth';
import { users } from '@/db/schema/users';
import { cookieName } from '@/kernel/cookie-name';
import { env } from '@/kernel/env';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { postedLocale } from '@/lib/action-kit/schema';
import { emailAddress } from './schema';
import { hashingTokens } from './hashing-adapter';
import { returnAddress, sessionDays } from './rules';

/** Whether people may sign in with Google. */
export const offersGoogle = Boolean(env.AUTH_GOOGLE_ID && env.AUTH_GOOGLE_SECRET);

const isHttps = env.APP_URL.startsWith('https:');

// The library reads it from there alone. Without it addresses are built from the host that a request
// names, which behind a proxy is an inner one, or anybody's.
process.env.AUTH_URL = `${env.APP_URL}/api/auth`;

/** The library's own cookie, which `startAuthSession` sets too. */
export const sessionCookie = {
  name: cookieName('authjs.session-token'),
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps },
} as const;

/** Signs what browsers keep for us. */
export const [authSecret] = env.authSecrets;

const adapter = hashingTokens(
  DrizzleAdapter(db, {
    usersTable: users,
    accountsTable: authAccounts,
    sessionsTable: authSessions,
  }),
);

const google = Google({
  clientId: env.AUTH_GOOGLE_ID,
  clientSecret: env.AUTH_GOOGLE_SECRET,
  // "Dangerous" with providers that do not verify addresses. The signIn callback below lets only
  // addresses pass that Google vouches for, and every user of ours has proved theirs.
  allowDangerousEmailAccountLinking: true,
  // Pictures are ours (uploaded, resized), not loaded from Google's servers.
  profile: (profile) => ({
    id: profile.sub,
    name: profile.name,
    email: normalEmail(profile.email),
  }),
});

function normalEmail(value: unknown): string | null {
  const parsed = emailAddress.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** What the browser says of a new user: the language they chose, and their zone. */
async function readPreferences() {
  const chosen = (await cookies()).get('NEXT_LOCALE')?.value;
  return { locale: postedLocale.parse(chosen), timeZone: (await getBrowserZones()).device };
}

/**
 * Ends the browser's login session when it is somebody else's than the one who signs in now. The
 * library would take the two for one person, and link this Google account to the other's user for good.
 */
async function endLoginOfAnother(email: string): Promise<void> {
  const token = (await cookies()).get(sessionCookie.name)?.value;
  if (token === undefined) return;
  const login = await adapter.getSessionAndUser?.(token);
  if (login && login.user.email !== email) await adapter.deleteSession?.(token);
}

/**
 * Links in e-mails are our own (`lib/auth/service.ts`): the library's e-mail provider spends its token
 * when the link is opened, and mail scanners open links. What remains here is login sessions in the
 * database, Google, and signing out.
 */
const config: NextAuthConfig = {
  adapter: {
    ...adapter,
    // Only Google's users come this way, and `signIn` has seen to it that their address is proved.
    async createUser({ email, name }) {
      const now = Temporal.Now.instant();
      const user = await ensureUser(db, { email, name, ...(await readPreferences()), now });
      await markEmailVerified(db, { userId: user.id, now });
      return { ...user, emailVerified: new Date(now.epochMilliseconds) };
    },
  },
  providers: offersGoogle ? [google] : [],
  session: { strategy: 'database', maxAge: sessionDays * 24 * 60 * 60 },
  secret: authSecret,
  trustHost: true,
  useSecureCookies: isHttps,
  cookies: {
    sessionToken: sessionCookie,
    callbackUrl: { name: cookieName('authjs.callback-url') },
    csrfToken: { name: cookieName('authjs.csrf-token') },
    pkceCodeVerifier: { name: cookieName('authjs.pkce.code_verifier') },
    state: { name: cookieName('authjs.state') },
    nonce: { name: cookieName('authjs.nonce') },
  },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  callbacks: {
    async signIn({ profile }) {
      const email = normalEmail(profile?.email);
      if (email === null || profile?.email_verified !== true) return '/sign-in?error=unverified';
      const user = await getUserByEmail(db, { email });
      if (user && user.blockedAt !== null) return '/sign-in?error=blocked';
      await endLoginOfAnother(email);
      return true;
    },
    redirect: ({ url }) => returnAddress(url, env.APP_URL),
    /**
     * The id and nothing else. A session update carries fields that the client chose, and copying
     * those into the session lets anyone be anyone (CVE-2026-23478).
     */
    session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id } }),
  },
};

export const { handlers, auth, signIn, signOut } = NextAuth(config);
