/** The sign-in library as it runs behind a proxy that ends TLS: what it calls its cookies, and where it leads. */
import { eq } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { authSessions } from '@/db/schema/auth';
import { makeUser, monday } from '@/testing/people';
import { createAuthSession } from './service';

vi.mock('server-only', () => ({}));

const browser = vi.hoisted(() => ({ session: '' }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      name.endsWith('session-token') && browser.session !== ''
        ? { value: browser.session }
        : undefined,
  }),
}));

const settings = {
  APP_URL: 'https://baobab.test',
  AUTH_GOOGLE_ID: 'id of ours',
  AUTH_GOOGLE_SECRET: 'secret of ours',
  AUTH_URL: 'https://set.elsewhere.test/api/auth',
};

beforeEach(() => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const issuer = 'https://accounts.google.com';
  const authorization_endpoint = `${issuer}/o/oauth2/v2/auth`;
  vi.stubGlobal('fetch', async () => Response.json({ issuer, authorization_endpoint }));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A post as it arrives: at the inner address, with headers that the caller has invented. */
async function post(path: string, fields: Record<string, string>) {
  const { handlers } = await import('./config');
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', cookie: '' };
  const at = `http://10.0.0.7:3000/api/auth${path}`;
  const csrf = await handlers.GET(
    new NextRequest(`http://10.0.0.7:3000/api/auth/csrf`, { headers }),
  );
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  headers.cookie = csrf.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  const body = new URLSearchParams({ ...fields, csrfToken });
  return handlers.POST(new NextRequest(at, { method: 'POST', headers, body }));
}

it('goes to Google and comes back to the public address, with cookies that no other host can set', async () => {
  const answer = await post('/signin/google', { callbackUrl: '/fr/bookings' });
  const to = new URL(answer.headers.get('location') ?? '');
  expect(to.origin).toBe('https://accounts.google.com');
  expect(to.searchParams.get('redirect_uri')).toBe('https://baobab.test/api/auth/callback/google');
  const cookies = answer.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(1);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-authjs\..*; Path=\/;.*; Secure;/);
    expect(cookie).not.toMatch(/domain=/i);
  }
  expect(cookies.join('\n')).toContain(encodeURIComponent('https://baobab.test/fr/bookings'));
  const { sessionCookie } = await import('./config');
  expect(sessionCookie.name).toBe('__Host-authjs.session-token');
});

it.each(['//evil.example', 'https://evil.example/', '/en//evil.example', '/%5cevil.example'])(
  'signs out to the front page, and not to %s',
  async (callbackUrl) => {
    const answer = await post('/signout', { callbackUrl });
    expect(answer.headers.get('location')).toBe('https://baobab.test/');
  },
);

/** What Google's answer makes of whoever comes with it, in a browser that has the session `session`. */
async function comeFromGoogle(profile: object, session = ''): Promise<unknown> {
  browser.session = session;
  let signIn: ((given: object) => Promise<unknown>) | undefined;
  vi.doMock('next-auth', () => ({
    default: ({ callbacks }: { callbacks: { signIn: typeof signIn } }) => {
      ({ signIn } = callbacks);
      return {};
    },
  }));
  await import('./config');
  vi.doUnmock('next-auth');
  return signIn?.({ profile });
}

it.each([{ email_verified: false }, {}, { email_verified: 'true' }])(
  'lets nobody in by an address that Google does not vouch for: %j',
  async (said) => {
    const profile = { email: 'unproved@google.test', ...said };
    expect(await comeFromGoogle(profile)).toBe('/sign-in?error=unverified');
  },
);

it('lets in whose address Google vouches for, but nobody who is blocked', async () => {
  expect(await comeFromGoogle({ email: 'new@google.test', email_verified: true })).toBe(true);
  const { email } = await makeUser({ blockedAt: monday });
  vi.resetModules();
  expect(await comeFromGoogle({ email, email_verified: true })).toBe('/sign-in?error=blocked');
});

it('ends the session of somebody else in the same browser, and no other', async () => {
  const person = await makeUser();
  const { sessionToken } = await createAuthSession(db, { userId: person.id, now: monday });
  const count = () => db.$count(authSessions, eq(authSessions.userId, person.id));
  await comeFromGoogle({ email: person.email, email_verified: true }, sessionToken);
  expect(await count()).toBe(1);
  vi.resetModules();
  await comeFromGoogle({ email: 'another@google.test', email_verified: true }, sessionToken);
  expect(await count()).toBe(0);
});
