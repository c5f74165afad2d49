import { Temporal } from 'temporal-polyfill';
import { getViewer } from '@/lib/auth/session';
import { readCalendarFile } from '@/lib/calendar-files/service/calendar-file';

/** The booking as a calendar file, for its two sides; to anybody else there is no such thing. */
export async function GET(_: Request, { params }: RouteContext<'/api/bookings/[id]/calendar'>) {
  const [{ id }, viewer] = await Promise.all([params, getViewer()]);
  if (!viewer) return new Response(null, { status: 401 });
  const file = await readCalendarFile({
    bookingId: id,
    reader: viewer,
    now: Temporal.Now.instant(),
  });
  if (!file.ok) return new Response(null, { status: 404 });
  return new Response(file.value.text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${file.value.filename}"`,
      'cache-control': 'private, no-store',
    },
  });
}
