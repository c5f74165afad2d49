import type { NextRequest } from 'next/server';
import { postedLocale } from '@/lib/action-kit/schema';
import { zoneList } from '@/kernel/time/zone-list';

/** The zones to choose from, `?locale=en`: the same for everybody, with the offsets of this hour. */
export function GET(request: NextRequest) {
  const locale = postedLocale.parse(request.nextUrl.searchParams.get('locale'));
  return Response.json(zoneList(locale, Date.now()), {
    headers: { 'cache-control': 'public, max-age=3600' },
  });
}
