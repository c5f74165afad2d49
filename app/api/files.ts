import type { Locale } from '@/i18n/routing';
import { signInPath } from '@/lib/auth/session';

/** A file to keep, of one person alone. `name` has no quotation marks. */
export function fileAnswer(text: string, { type, name }: { type: string; name: string }): Response {
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/**
 * To whoever asks for a file without being signed in: the way to do that, and on to `page`, which has the
 * file sent when its address ends in `?file`.
 * @param page a path without its language
 */
export function signInForFile(page: string, locale: Locale): Response {
  const location = signInPath(locale, `${page}?file`);
  return new Response(null, { status: 303, headers: { location } });
}
