import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { asViewer, type Viewing } from '@/db/viewer';
import {
  getBookingForPerson,
  listBatch,
  listBookingEvents,
  listBookings,
  listBookingsOfSession,
} from '@/db/queries/bookings-read';
import { getViewer, getViewerTimeZone } from '@/lib/auth/session';
import { getViewerByLink } from '@/lib/auth/viewing';
import { openManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import {
  type BookingDetail,
  bookingsPerPage,
  type BookingsView,
  type ManagedBooking,
} from '../schema/booking';
import { detailOf, summaryOf } from './booking-detail';

/** A page of the viewer's bookings; null when nobody is signed in. */
export async function loadBookings(view: BookingsView) {
  const viewer = await getViewer();
  if (!viewer) return null;
  const viewerTimeZone = await getViewerTimeZone();
  const timeZone = viewerTimeZone ?? 'UTC';
  const isMentor = viewer.isMentor;
  const { rows, total } = await asViewer(viewer, (tx) =>
    listBookings(tx, {
      userId: viewer.id,
      as: isMentor ? view.as : 'mentee',
      when: view.when,
      statuses: view.status === null ? [] : [view.status],
      from: view.from === null ? null : startOfDay(view.from, timeZone),
      to: view.to === null ? null : startOfDay(view.to, timeZone, { daysLater: 1 }),
      now: Temporal.Now.instant(),
      limit: bookingsPerPage,
      offset: (view.page - 1) * bookingsPerPage,
    }),
  );
  return {
    bookings: rows.map((row) => summaryOf(row, row.viewerIsMentor ? 'mentor' : 'mentee')),
    total,
    timeZone,
    isViewersZone: viewerTimeZone !== null,
    isMentor,
  };
}

/** `missing`: there is nothing, or not for the viewer to see; the two answer alike. */
type Found<What> = { status: 'signed_out' } | { status: 'missing' } | ({ status: 'found' } & What);

interface Person extends Viewing {
  /** Null: nobody has said where they read times. */
  timeZone: string | null;
}

export async function loadBooking(bookingId: string): Promise<Found<{ booking: BookingDetail }>> {
  return loadForViewer(bookingId, readBooking);
}

/** What was booked together, for its mentee and its mentor, without the trails. */
export async function loadBatch(
  batchId: string,
  /** In order of time; one at least. */
): Promise<Found<{ batchId: string; sessions: [BookingDetail, ...BookingDetail[]] }>> {
  return loadForViewer(batchId, async (id, viewer, at) => {
    const { id: userId, timeZone: viewerTimeZone } = viewer;
    const rows = await asViewer(viewer, (tx) => listBatch(tx, { batchId: id, userId, now: at }));
    const [first, ...others] = rows.map((row) => detailOf(row, [], { at, viewerTimeZone }));
    return first ? { batchId: id, sessions: [first, ...others] } : null;
  });
}

/**
 * The bookings of a session that stands in the viewer's calendar, without their trails; empty where
 * none of it is theirs. Null when nobody is signed in.
 */
export async function loadCalendarSession(sessionId: string): Promise<BookingDetail[] | null> {
  const found = await loadForViewer(sessionId, async (id, viewer, at) => {
    const { id: userId, timeZone: viewerTimeZone } = viewer;
    const asked = { sessionId: id, userId, now: at };
    const rows = await asViewer(viewer, (tx) => listBookingsOfSession(tx, asked));
    return { seats: rows.map((row) => detailOf(row, [], { at, viewerTimeZone })) };
  });
  if (found.status === 'signed_out') return null;
  return found.status === 'found' ? found.seats : [];
}

/** A booking as the link of a mail shows it: opening the link changes nothing. */
export async function loadManagedBooking(token: string): Promise<ManagedBooking> {
  // Whether it has expired depends on when it is asked.
  await connection();
  const claims = openManageLink(token, env.authSecrets);
  if (!claims) return { status: 'unknown' };
  const now = Temporal.Now.instant();
  if (claims.expiresAt <= now.epochMilliseconds) return { status: 'expired' };
  const [person, viewerTimeZone] = await Promise.all([
    getViewerByLink(claims),
    getViewerTimeZone(),
  ]);
  const found =
    person &&
    (await readBooking(
      claims.bookingId,
      { ...person, timeZone: person.timeZone ?? viewerTimeZone },
      now,
    ));
  if (!found) return { status: 'unknown' };
  const { sequence, booking } = found;
  return {
    status: 'found',
    // A forwarded mail must not let anybody in: the way into the room is on the booking's own page.
    booking: { ...booking, room: { state: 'none' } },
    isCurrent: sequence === claims.sequence,
  };
}

/** Reads what an address names by its id, which may be anything, for whoever is signed in. */
async function loadForViewer<What extends object>(
  id: string,
  read: (id: string, viewer: Person, now: Temporal.Instant) => Promise<What | null>,
): Promise<Found<What>> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!z.uuid().safeParse(id).success) return { status: 'missing' };
  const timeZone = await getViewerTimeZone();
  const found = await read(id, { ...viewer, timeZone }, Temporal.Now.instant());
  return found ? { status: 'found', ...found } : { status: 'missing' };
}

async function readBooking(bookingId: string, person: Person, at: Temporal.Instant) {
  const { id: userId, timeZone: viewerTimeZone } = person;
  const [row, events] = await asViewer(person, (tx) =>
    Promise.all([
      getBookingForPerson(tx, { bookingId, userId, now: at }),
      listBookingEvents(tx, { bookingId, userId }),
    ]),
  );
  return row && { booking: detailOf(row, events, { at, viewerTimeZone }), sequence: row.sequence };
}

function startOfDay(day: string, timeZone: string, { daysLater = 0 } = {}): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .add({ days: daysLater })
    .toZonedDateTime(timeZone)
    .toInstant();
}
