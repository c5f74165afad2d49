import { hasLocale } from 'next-intl';
import createMiddleware from 'next-intl/middleware';
import { NextResponse, type NextRequest } from 'next/server';
import { localizedPath, routing, unlocalizedPath, type Locale } from '@/i18n/routing';
import { mostBytesOn } from '@/domain/posts';

const detectLanguage = createMiddleware(routing);
const keepLanguage = createMiddleware({ ...routing, localeDetection: false });

/** Routing only: who may see what is decided where the data is read. */
export default function proxy(request: NextRequest): NextResponse {
  if (isTooLong(request)) return refuseTooLong(request);
  const chosen = request.nextUrl.searchParams.get('lang');
  if (hasLocale(routing.locales, chosen)) return switchLanguage(request, chosen);
  if (isNobodysVisit(request)) return askToSignIn(request);

  // The language is guessed on the front page alone, and only for those who come from elsewhere:
  // a link names the language it was shared in, and the logo must not throw a reader out of theirs.
  const arrives = request.headers.get('sec-fetch-site') !== 'same-origin';
  return request.nextUrl.pathname === '/' && arrives
    ? detectLanguage(request)
    : keepLanguage(request);
}

/**
 * A post that no form of ours can be: Next.js has one limit for all actions, and answers what is over
 * it with a bare error. Here it is turned away unread.
 */
function isTooLong({ method, nextUrl, headers }: NextRequest): boolean {
  const most = mostBytesOn(unlocalizedPath(nextUrl.pathname));
  return method === 'POST' && Number(headers.get('content-length') ?? 0) > most;
}

/** To the form again, which says why. A picture is all that somebody can choose too large. */
function refuseTooLong({ nextUrl, headers }: NextRequest): NextResponse {
  if (unlocalizedPath(nextUrl.pathname) !== '/mentor/profile' || headers.has('next-action')) {
    return new NextResponse(null, { status: 413 });
  }
  const url = nextUrl.clone();
  url.search = '?picture=too_large';
  return NextResponse.redirect(url, 303);
}

/** `?lang=fr` on any page leads to that page in French, and is remembered. */
function switchLanguage(request: NextRequest, locale: Locale): NextResponse {
  const url = request.nextUrl.clone();
  // A prerendered page cannot know its query, so without JavaScript the link carries `lang` alone;
  // the browser still tells which address it was followed from.
  const from = request.headers.get('referer');
  if (
    from &&
    URL.canParse(from) &&
    new URL(from).pathname === url.pathname &&
    url.searchParams.size === 1
  ) {
    url.search = new URL(from).search;
  }
  url.searchParams.delete('lang');
  url.pathname = localizedPath(unlocalizedPath(url.pathname), locale);
  const response = NextResponse.redirect(url);
  response.cookies.set('NEXT_LOCALE', locale, {
    maxAge: 60 * 60 * 24 * 365,
    sameSite: 'lax',
    path: '/',
  });
  return response;
}

const ownPages = /^\/(bookings|settings|welcome)(\/|$)/;
/** The sign-in library's cookie, under http and under https. */
const sessionCookies = ['authjs.session-token', '__Secure-authjs.session-token'];

/** Somebody without any login session opens a page that is about themselves. */
function isNobodysVisit({ method, nextUrl, cookies }: NextRequest): boolean {
  return (
    method === 'GET' &&
    ownPages.test(unlocalizedPath(nextUrl.pathname)) &&
    !sessionCookies.some((name) => cookies.has(name))
  );
}

/**
 * The page would do the same and does, for a session that is no longer good; but its redirect comes
 * after the status of its static shell has been sent, so it needs JavaScript to be followed.
 */
function askToSignIn({ nextUrl }: NextRequest): NextResponse {
  const locale = nextUrl.pathname.startsWith('/fr') ? 'fr' : 'en';
  const url = new URL(localizedPath('/sign-in', locale), nextUrl);
  url.searchParams.set('next', unlocalizedPath(nextUrl.pathname) + nextUrl.search);
  return NextResponse.redirect(url);
}

export const config = {
  // Everything but the API, Next's own files and anything with a file extension.
  matcher: '/((?!api|_next|_vercel|.*\\..*).*)',
};
