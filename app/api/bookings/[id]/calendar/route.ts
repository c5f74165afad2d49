import type { NextRequest } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { fileAnswer, signInForFile } from '@/app/api/files';
import { postedLocale } from '@/lib/action-kit/schema';
import { getViewer } from '@/lib/auth/session';
import { readCalendarFile } from '@/lib/calendar-files/service/calendar-file';

/** The booking as a calendar file, for its two sides; to anybody else there is no such thing. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/bookings/[id]/calendar'>,
) {
  const [{ id }, viewer] = await Promise.all([params, getViewer()]);
  const locale = postedLocale.parse(request.cookies.get('NEXT_LOCALE')?.value);
  if (!viewer) return signInForFile(`/bookings/${encodeURIComponent(id)}`, locale);
  const file = await readCalendarFile({
    bookingId: id,
    reader: viewer,
    now: Temporal.Now.instant(),
  });
  if (!file.ok) return new Response(null, { status: 404 });
  return fileAnswer(file.value.text, { type: 'text/calendar', name: file.value.filename });
}
