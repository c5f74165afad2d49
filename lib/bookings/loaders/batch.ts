import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { db } from '@/db/client';
import { listBatch } from '@/db/queries/bookings-read';
import { getViewer } from '@/lib/auth/session';
import { getViewerTimeZone } from '@/kernel/time/viewer-zone';
import type { BookingDetail } from '../schema/booking';
import { detailOf } from './my-bookings';

/** `missing`: not a batch, or not one of the viewer's; the two answer alike. */
type Loaded =
  | { status: 'signed_out' }
  | { status: 'missing' }
  | {
      status: 'found';
      batchId: string;
      /** In order of time, without their trails; one at least. */
      sessions: [BookingDetail, ...BookingDetail[]];
      timeZone: string;
    };

/** What was booked together, for its mentee and its mentor. */
export async function loadBatch(batchId: string): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!z.uuid().safeParse(batchId).success) return { status: 'missing' };
  const now = Temporal.Now.instant();
  const [rows, viewerTimeZone] = await Promise.all([
    listBatch(db, { batchId, userId: viewer.id, now }),
    getViewerTimeZone(),
  ]);
  const [first, ...others] = rows.map((row) => detailOf(row, [], { now: now.epochMilliseconds }));
  if (!first) return { status: 'missing' };
  const timeZone = viewerTimeZone ?? viewer.timeZone;
  return { status: 'found', batchId, sessions: [first, ...others], timeZone };
}
