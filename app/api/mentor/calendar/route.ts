import type { NextRequest } from 'next/server';
import { loadMentorCalendar } from '@/lib/bookings/loaders/mentor-calendar';
import { knownDays } from '@/lib/bookings/rules/calendar-days';

/** Another stretch of the viewer's own calendar: `?from=…&to=…`, days of the viewer's zone. */
export async function GET(request: NextRequest) {
  const days = knownDays(Object.fromEntries(request.nextUrl.searchParams));
  if (days === null) return new Response(null, { status: 400 });
  const loaded = await loadMentorCalendar(days);
  if (loaded.status === 'signed_out') return new Response(null, { status: 401 });
  if (loaded.status === 'not_a_mentor') return new Response(null, { status: 403 });
  return Response.json(loaded.calendar, { headers: { 'cache-control': 'private, no-store' } });
}
