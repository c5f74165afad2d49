import type { NextRequest } from 'next/server';
import { loadMentorCalendar } from '@/lib/bookings/loaders/mentor-calendar';
import { calendarRange } from '@/lib/bookings/schema/mentor-calendar';

/** Another stretch of the viewer's own calendar: `?from=…&to=…`, ISO instants. */
export async function GET(request: NextRequest) {
  const range = calendarRange.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!range.success) return new Response(null, { status: 400 });
  const loaded = await loadMentorCalendar(range.data);
  if (loaded.status === 'signed_out') return new Response(null, { status: 401 });
  if (loaded.status === 'not_a_mentor') return new Response(null, { status: 403 });
  return Response.json(loaded.calendar, { headers: { 'cache-control': 'private, no-store' } });
}
