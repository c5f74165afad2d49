import { Temporal } from 'temporal-polyfill';
import { validate as isUuid } from 'uuid';
import { readHoldState } from '@/lib/orders/service/mail-hold';

/** What has become of a hold, for the browser that made it: it alone knows its request's id. */
export async function GET(request: Request, { params }: RouteContext<'/api/holds/[id]'>) {
  const { id } = await params;
  const requestId = new URL(request.url).searchParams.get('request') ?? '';
  const state =
    isUuid(id) && isUuid(requestId)
      ? await readHoldState({ bookingId: id, requestId, now: Temporal.Now.instant() })
      : null;
  if (state === null) return new Response(null, { status: 404 });
  return Response.json({ state }, { headers: { 'cache-control': 'private, no-store' } });
}
