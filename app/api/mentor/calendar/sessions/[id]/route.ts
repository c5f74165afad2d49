import { loadCalendarSession } from '@/lib/bookings/loaders/my-bookings';

/** Everything about one session of the viewer's calendar, booking by booking. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/mentor/calendar/sessions/[id]'>,
) {
  const bookings = await loadCalendarSession((await params).id);
  if (bookings === null) return new Response(null, { status: 401 });
  return Response.json(bookings, { headers: { 'cache-control': 'private, no-store' } });
}
