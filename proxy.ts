import { randomBytes } from 'node:crypto';
import { hasLocale } from 'next-intl';
import createMiddleware from 'next-intl/middleware';
import { NextResponse, type NextRequest } from 'next/server';
import { pagePolicy } from '@/components/layout/page-policy';
import { onwardPath } from '@/i18n/onward-path';
import { outagePage } from '@/i18n/outage-page';
import { localizedPath, routing, unlocalizedPath, type Locale } from '@/i18n/routing';
import { foundingPath } from '@/domain/organizations';
import { mentorInAddress } from '@/domain/mentors';
import { mostBytesOn, tooLargeOn } from '@/domain/posts';
import { cookieName } from '@/kernel/cookie-name';
import { localPath } from '@/kernel/local-path';
import { readBody } from '@/kernel/read-body';
import { giveHeadStart } from '@/kernel/time/head-start';
import { isDatabaseDown } from '@/lib/health/service';
import { mentorExistsFor } from '@/lib/mentors/loaders/mentor-exists';
import { organizationExistsFor } from '@/lib/organizations/loaders/organization-exists';

const detectLanguage = createMiddleware(routing);
const keepLanguage = createMiddleware({ ...routing, localeDetection: false });

/**
 * Routing, and the content security policy of pages. Next.js puts the nonce into its scripts when it
 * finds it in the request's own header.
 */
export default async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = pagePolicy(randomBytes(16).toString('base64'));
  request.headers.set('content-security-policy', policy);
  const response = await route(request);
  response.headers.set('content-security-policy', policy);
  return response;
}

/**
 * Who may see what is decided where the data is read. A page that finds nothing can only say so by a
 * script, so whether a mentor is there is asked here too.
 */
async function route(request: NextRequest): Promise<NextResponse> {
  if (isForeign(request)) return new NextResponse(null, { status: 403 });
  if (await isTooLong(request)) return refuseTooLong(request);
  if (await isWithoutDatabase(request)) return sayUnavailable(request);
  const chosen = request.nextUrl.searchParams.get('lang');
  if (hasLocale(routing.locales, chosen)) return switchLanguage(request, chosen);
  if (isNobodysVisit(request)) return askToSignIn(request);
  if (await isNobodysPage(request)) return sayNotFound(request);

  // The language is guessed on the front page alone, and only for those who come from elsewhere:
  // a link names the language it was shared in, and the logo must not throw a reader out of theirs.
  const arrives = request.headers.get('sec-fetch-site') !== 'same-origin';
  return request.nextUrl.pathname === '/' && arrives
    ? detectLanguage(request)
    : keepLanguage(request);
}

/** Pages that have nothing from the database stay. A post goes on to its action, which keeps what was typed. */
async function isWithoutDatabase({ method, nextUrl }: NextRequest): Promise<boolean> {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !/^\/help(\/|$)/.test(unlocalizedPath(nextUrl.pathname)) && isDatabaseDown();
}

/** A page that fails after its shell was sent has said 200 already, and shows nothing without a script. */
function sayUnavailable({ nextUrl }: NextRequest): NextResponse {
  const locale = /^\/fr(\/|$)/.test(nextUrl.pathname) ? 'fr' : 'en';
  return new NextResponse(outagePage(locale), {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '5',
    },
  });
}

const mentorPage =
  /^(?:\/o\/(?<organization>[^/]+))?\/mentors\/(?<slug>[^/]+)(?:\/book(?:\/several)?)?$/;
const organizationPage = /^\/o\/(?<organization>[^/]+)$/;
/** A database that takes longer is left to the page, which has its skeletons. */
const mostWaitedMs = 200;

/** A page about a mentor or an organization that does not exist, or not for whoever asks. */
async function isNobodysPage({ method, nextUrl, cookies }: NextRequest): Promise<boolean> {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = unlocalizedPath(nextUrl.pathname);
  const sessionToken = cookies.get(sessionCookie)?.value;
  const exists = existsFor(sessionToken, path);
  if (exists === null) return false;
  return (await giveHeadStart(exists, mostWaitedMs)) && !(await exists.catch(() => true));
}

/** Whether what a page is about is there; null for other pages. */
function existsFor(sessionToken: string | undefined, path: string): Promise<boolean> | null {
  const { organization, slug } = mentorPage.exec(path)?.groups ?? {};
  if (slug !== undefined) {
    return mentorExistsFor({ ...mentorInAddress({ organization, slug }), sessionToken });
  }
  const { organization: home } = organizationPage.exec(path)?.groups ?? {};
  return home === undefined || path === foundingPath
    ? null
    : organizationExistsFor({ slug: home, sessionToken });
}

/** The page for addresses that no route has, by an address that none has; the browser keeps its own. */
function sayNotFound(request: NextRequest): NextResponse {
  const { nextUrl, headers } = request;
  const url = nextUrl.clone();
  url.pathname = '/-/not-found';
  url.search = '';
  const known = new Headers(headers);
  known.set('x-next-intl-locale', nextUrl.pathname.startsWith('/fr/') ? 'fr' : 'en');
  return NextResponse.rewrite(url, { request: { headers: known } });
}

/**
 * A post that no form of ours can be: Next.js has one limit for all actions, and answers what is over
 * it with a bare error. Here it is turned away unread; or read as far as that, where it does not say how
 * long it is, which no browser leaves out.
 */
async function isTooLong(request: NextRequest): Promise<boolean> {
  if (request.method !== 'POST') return false;
  const most = mostBytesOn(unlocalizedPath(request.nextUrl.pathname));
  const length = request.headers.get('content-length');
  return length === null ? (await readBody(request, most)) === null : Number(length) > most;
}

/** A post from another site, or from none that has a name; Next.js answers those with a bare 500. */
function isForeign({ method, headers }: NextRequest): boolean {
  const origin = headers.get('origin');
  if (method !== 'POST' || origin === null) return false;
  const host = headers.get('x-forwarded-host')?.split(',', 1)[0]?.trim() || headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** To the form again, which says why. A file is all that somebody can choose too large. */
function refuseTooLong({ nextUrl, headers }: NextRequest): NextResponse {
  const search = tooLargeOn(unlocalizedPath(nextUrl.pathname));
  if (search === null || headers.has('next-action')) {
    return new NextResponse(null, { status: 413 });
  }
  const url = nextUrl.clone();
  url.search = search;
  return NextResponse.redirect(url, 303);
}

/** `?lang=fr` on any page leads to that page in French, and is remembered. */
function switchLanguage({ nextUrl, headers }: NextRequest, locale: Locale): NextResponse {
  let { searchParams } = nextUrl;
  // A prerendered page cannot know its query, so without JavaScript the link carries `lang` alone;
  // the browser still tells which address it was followed from.
  const from = headers.get('referer');
  if (
    from &&
    URL.canParse(from) &&
    new URL(from).pathname === nextUrl.pathname &&
    searchParams.size === 1
  ) {
    ({ searchParams } = new URL(from));
  }
  searchParams.delete('lang');
  const query = searchParams.size > 0 ? `?${searchParams.toString()}` : '';
  const response = NextResponse.redirect(
    new URL(onwardPath(nextUrl.pathname + query, locale), nextUrl),
  );
  response.cookies.set('NEXT_LOCALE', locale, {
    maxAge: 60 * 60 * 24 * 365,
    sameSite: 'lax',
    path: '/',
  });
  return response;
}

const ownPages = /^\/(bookings|settings|welcome)(\/|$)/;
const sessionCookie = cookieName('authjs.session-token');

/** Somebody without any login session opens a page that is about themselves. */
function isNobodysVisit({ method, nextUrl, cookies }: NextRequest): boolean {
  return (
    method === 'GET' &&
    ownPages.test(unlocalizedPath(nextUrl.pathname)) &&
    !cookies.has(sessionCookie)
  );
}

/**
 * The page would do the same and does, for a session that is no longer good; but its redirect comes
 * after the status of its static shell has been sent, so it needs JavaScript to be followed.
 */
function askToSignIn({ nextUrl }: NextRequest): NextResponse {
  const locale = nextUrl.pathname.startsWith('/fr') ? 'fr' : 'en';
  const url = new URL(localizedPath('/sign-in', locale), nextUrl);
  url.searchParams.set('next', localPath(unlocalizedPath(nextUrl.pathname) + nextUrl.search));
  return NextResponse.redirect(url);
}

export const config = {
  // Everything but the API, Next's own files and anything with a file extension.
  matcher: '/((?!api|_next|_vercel|.*\\..*).*)',
};
