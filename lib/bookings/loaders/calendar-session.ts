import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { db } from '@/db/client';
import { listBookingsOfSession } from '@/db/queries/bookings-read';
import { getViewer } from '@/lib/auth/session';
import type { BookingDetail } from '../schema/booking';
import { detailOf } from './my-bookings';

/**
 * The bookings of a session that stands in the viewer's calendar, without their trails; empty where
 * none of it is theirs. Null when nobody is signed in.
 */
export async function loadCalendarSession(sessionId: string): Promise<BookingDetail[] | null> {
  const viewer = await getViewer();
  if (!viewer) return null;
  if (!z.uuid().safeParse(sessionId).success) return [];
  const now = Temporal.Now.instant();
  const rows = await listBookingsOfSession(db, { sessionId, userId: viewer.id, now });
  return rows.map((row) => detailOf(row, [], { now: now.epochMilliseconds }));
}
