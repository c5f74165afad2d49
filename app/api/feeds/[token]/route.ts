import { Temporal } from 'temporal-polyfill';
import { matchesEntityTag } from '@/lib/calendar-files/rules/entity-tag';
import { readFeed } from '@/lib/calendar-files/service/feed';

/** A person's bookings for their calendar program, which proves itself by the secret in the address. */
export async function GET(request: Request, { params }: RouteContext<'/api/feeds/[token]'>) {
  const { token } = await params;
  const feed = await readFeed({
    token: token.replace(/\.ics$/, ''),
    now: Temporal.Now.instant(),
  });
  if (!feed.ok)
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const { text, etag } = feed.value;
  // Kept by the asker alone, who is to ask each time whether it is still so.
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' };
  if (matchesEntityTag(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="baobab.ics"',
    },
  });
}
