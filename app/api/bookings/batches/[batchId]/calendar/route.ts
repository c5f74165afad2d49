import { Temporal } from 'temporal-polyfill';
import { getViewer } from '@/lib/auth/session';
import { readCalendarFile } from '@/lib/calendar-files/service/calendar-file';

/** All bookings of a batch as one calendar file, for their two sides; to anybody else there is no such thing. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/api/bookings/batches/[batchId]/calendar'>,
) {
  const [{ batchId }, viewer] = await Promise.all([params, getViewer()]);
  if (!viewer) return new Response(null, { status: 401 });
  const file = await readCalendarFile({ batchId, reader: viewer, now: Temporal.Now.instant() });
  if (!file.ok) return new Response(null, { status: 404 });
  return new Response(file.value.text, {
    headers: {
      'content-type': 'text/calendar; method=PUBLISH; charset=utf-8',
      'content-disposition': `attachment; filename="${file.value.filename}"`,
      'cache-control': 'private, no-store',
    },
  });
}
