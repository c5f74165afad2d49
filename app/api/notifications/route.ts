import { createHash } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { notificationWords } from '@/components/notifications/notification-words';
import { postedLocale } from '@/lib/action-kit/schema';
import { loadUnread } from '@/lib/notifications/loaders';
import type { UnreadSummary } from '@/lib/notifications/schema';

/**
 * What the bell shows: `?locale=en`. It is asked for every half minute, and mostly nothing has
 * changed, so the answer carries an ETag and is empty (304) for whoever has it already.
 */
export async function GET(request: NextRequest) {
  const unread = await loadUnread();
  if (!unread) return new Response(null, { status: 401 });
  const locale = postedLocale.parse(request.nextUrl.searchParams.get('locale'));
  const t = await getTranslations({ locale, namespace: 'notificationTexts' });
  const { count, waiting, latest, timeZone } = unread;
  const summary: UnreadSummary = {
    count,
    waiting,
    latest: latest && {
      id: latest.id,
      title: notificationWords(latest.content, { t, place: { locale, timeZone } }).title,
    },
  };
  const body = JSON.stringify(summary);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'cookie' };
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
}
