import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { db } from '@/db/client';
import {
  type BookingEvent,
  type BookingForPerson,
  getBookingForPerson,
  type ListedBooking,
  listBookingEvents,
  listBookings,
} from '@/db/queries/bookings-read';
import { getViewerRow } from '@/db/queries/users';
import { getViewer } from '@/lib/auth/session';
import { openManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { roomFor } from '@/lib/meeting-rooms/rules';
import type { RoomView } from '@/lib/meeting-rooms/schema';
import { getViewerTimeZone } from '@/kernel/time/viewer-zone';
import {
  type BookingFacts,
  costOfCancelling,
  keptOnNoShow,
  lateShare,
  movableUntil,
  refusalOfTransition,
} from '../rules/booking';
import { opensAt, runningSteps } from '../rules/running';
import {
  type BookingDetail,
  bookingsPerPage,
  openMinutes,
  type BookingsView,
  type BookingSummary,
  type CancellingView,
  type ManagedBooking,
  type MovingView,
  type RunningView,
  type TrailEntry,
} from '../schema/booking';

/** A page of the viewer's bookings; null when nobody is signed in. */
export async function loadBookings(view: BookingsView) {
  const viewer = await getViewer();
  if (!viewer) return null;
  const timeZone = (await getViewerTimeZone()) ?? viewer.timeZone;
  const isMentor = viewer.isMentor;
  const { rows, total } = await listBookings(db, {
    userId: viewer.id,
    as: isMentor ? view.as : 'mentee',
    when: view.when,
    statuses: view.status === null ? [] : [view.status],
    from: view.from === null ? null : startOfDay(view.from, timeZone),
    to: view.to === null ? null : startOfDay(view.to, timeZone, { daysLater: 1 }),
    now: Temporal.Now.instant(),
    limit: bookingsPerPage,
    offset: (view.page - 1) * bookingsPerPage,
  });
  return {
    bookings: rows.map((row) => summaryOf(row, row.viewerIsMentor ? 'mentor' : 'mentee')),
    total,
    timeZone,
    isMentor,
  };
}

/** `missing`: not a booking, or not the viewer's to see; the two answer alike. */
type Loaded =
  | { status: 'signed_out' }
  | { status: 'missing' }
  | { status: 'found'; booking: BookingDetail; timeZone: string };

export async function loadBooking(bookingId: string): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  const found = await readBooking(bookingId, viewer);
  return found ? { status: 'found', ...found } : { status: 'missing' };
}

/** A booking as the link of a mail shows it: opening the link changes nothing. */
export async function loadManagedBooking(token: string): Promise<ManagedBooking> {
  // Whether it has expired depends on when it is asked.
  await connection();
  const claims = openManageLink(token, env.authSecrets);
  if (!claims) return { status: 'unknown' };
  if (claims.expiresAt <= Temporal.Now.instant().epochMilliseconds) return { status: 'expired' };
  const person = await getViewerRow(db, { userId: claims.personId });
  const found = person && (await readBooking(claims.bookingId, person));
  if (!found) return { status: 'unknown' };
  const { sequence, booking, timeZone } = found;
  // A forwarded mail must not let anybody in: the way into the room is on the booking's own page.
  const shown = { ...booking, room: { state: 'none' as const } };
  return { status: 'found', booking: shown, timeZone, isCurrent: sequence === claims.sequence };
}

async function readBooking(bookingId: string, person: { id: string; timeZone: string }) {
  if (!z.uuid().safeParse(bookingId).success) return null;
  const now = Temporal.Now.instant();
  const asked = { bookingId, userId: person.id };
  const [row, events, viewerTimeZone] = await Promise.all([
    getBookingForPerson(db, { ...asked, now }),
    listBookingEvents(db, asked),
    getViewerTimeZone(),
  ]);
  return (
    row && {
      booking: detailOf(row, events, { now: now.epochMilliseconds }),
      timeZone: viewerTimeZone ?? person.timeZone,
      sequence: row.sequence,
    }
  );
}

function startOfDay(day: string, timeZone: string, { daysLater = 0 } = {}): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .add({ days: daysLater })
    .toZonedDateTime(timeZone)
    .toInstant();
}

type Role = BookingSummary['role'];

function summaryOf(row: ListedBooking, role: Role): BookingSummary {
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    startsAt: row.period.start.epochMilliseconds,
    endsAt: row.period.end.epochMilliseconds,
    role,
    mentorName: row.mentorName,
    mentorPortraitId: row.mentorPortraitId,
    menteeName: row.menteeName,
    otherTimeZone: role === 'mentee' ? row.mentorTimeZone : row.menteeTimeZone,
    serviceTitle: row.serviceTitle,
    durationMinutes: row.durationMinutes,
    format: row.format,
    subject: row.subject,
    batch:
      row.batchId !== null && row.batchCount > 1
        ? { id: row.batchId, count: row.batchCount }
        : null,
  };
}

/** A booking as its page, or the calendar's panel, shows it. */
export function detailOf(
  row: BookingForPerson,
  events: BookingEvent[],
  { now }: { now: number },
): BookingDetail {
  const role = row.viewerIsMentee ? 'mentee' : row.viewerIsMentor ? 'mentor' : 'admin';
  const isParty = role !== 'admin';
  const isOn = row.status === 'confirmed' || row.status === 'in_progress';
  const facts = factsOf(row);
  const waits = row.status === 'held' || row.status === 'pending';
  return {
    ...summaryOf(row, role),
    mentorSlug: row.mentorIsPublished ? row.mentorSlug : null,
    mentorTimeZone: row.mentorTimeZone,
    isGroup: row.capacity > 1,
    priceCredits: row.priceCredits,
    chargedCredits: row.chargedCredits,
    notes: row.notes,
    answers: row.answers,
    place: isParty ? row.place : '',
    phone: isParty ? row.phone : '',
    room: roomOf(row, facts, { role, now }),
    isOpen: isOn && now >= facts.startsAt - openMinutes * 60_000 && now < facts.endsAt,
    expiresAt: waits ? facts.expiresAt : null,
    noShowBy: row.noShowBy,
    isOver: facts.endsAt <= now,
    wasHold: row.isGuests,
    cancelling: cancellingOf(row, facts, { role, now }),
    running: runningOf(row, facts, { role, now }),
    moving: movingOf(row, facts, { role, now }),
    mayConfirm: refusalOfTransition(facts, { to: 'confirmed', by: role, now }) === null && waits,
    bookAgain:
      role === 'mentee' && row.mentorIsPublished
        ? { mentorSlug: row.mentorSlug, variantId: row.variantId }
        : null,
    trail: trailOf(row, events),
  };
}

function roomOf(
  row: BookingForPerson,
  { status, startsAt, endsAt }: BookingFacts,
  { role, now }: { role: Role; now: number },
): RoomView {
  const isOn = status === 'confirmed' || status === 'in_progress';
  if (role === 'admin' || !isOn || row.format !== 'video') return { state: 'none' };
  const { fixedUrl, roomUrl, roomHostUrl, roomLastsUntilAt } = row;
  const lastsUntil = roomLastsUntilAt?.epochMilliseconds ?? null;
  const room = roomUrl === null ? null : { url: roomUrl, hostUrl: roomHostUrl ?? '', lastsUntil };
  return roomFor({ startsAt, endsAt, fixedUrl, room }, { as: role, now });
}

function runningOf(
  row: BookingForPerson,
  facts: BookingFacts,
  { role, now }: { role: Role; now: number },
): RunningView | null {
  const isOn = facts.status === 'confirmed' || facts.status === 'in_progress';
  if (role === 'admin' || !isOn) return null;
  return {
    steps: runningSteps(facts, { by: role, now }),
    viewerHereAt: role === 'mentee' ? facts.menteeCheckedInAt : facts.mentorCheckedInAt,
    otherHereAt: role === 'mentee' ? facts.mentorCheckedInAt : facts.menteeCheckedInAt,
    opensAt: opensAt(facts),
    keptCredits: keptOnNoShow(row, role === 'mentee' ? 'mentor' : 'mentee'),
  };
}

function movingOf(
  row: BookingForPerson,
  facts: BookingFacts,
  { role, now }: { role: Role; now: number },
): MovingView {
  const isMovable = facts.status === 'pending' || facts.status === 'confirmed';
  const attempt = { to: facts.status, by: role, moving: true, now };
  const mayMove = isMovable && refusalOfTransition(facts, attempt) === null;
  if (role !== 'mentee' || !isMovable) return { mayMove, until: null };
  const until = movableUntil(facts, row);
  return { mayMove: mayMove && now < until, until };
}

function cancellingOf(
  row: BookingForPerson,
  facts: BookingFacts,
  { role, now }: { role: Role; now: number },
): CancellingView | null {
  if (refusalOfTransition(facts, { to: 'cancelled', by: role, now }) !== null) return null;
  const { late, freeUntil, keptCredits } = costOfCancelling(facts, row, { by: role, now });
  const waits = row.status === 'held' || row.status === 'pending';
  return {
    kind: waits && role !== 'mentee' ? 'decline' : 'cancel',
    late,
    freeUntil,
    noticeMinutes: row.cancelNoticeMinutes,
    keptCredits,
    lateCredits: lateShare(row),
  };
}

function factsOf(row: BookingForPerson): BookingFacts {
  return {
    status: row.storedStatus,
    startsAt: row.period.start.epochMilliseconds,
    endsAt: row.period.end.epochMilliseconds,
    createdAt: row.createdAt.epochMilliseconds,
    expiresAt: row.expiresAt?.epochMilliseconds ?? null,
    menteeCheckedInAt: row.menteeCheckedInAt?.epochMilliseconds ?? null,
    mentorCheckedInAt: row.mentorCheckedInAt?.epochMilliseconds ?? null,
    movedByMentorAt: row.movedByMentorAt?.epochMilliseconds ?? null,
  };
}

function trailOf(row: BookingForPerson, events: BookingEvent[]): TrailEntry[] {
  const trail = events.map((event) => ({
    id: event.id,
    at: event.at.epochMilliseconds,
    by: event.actorRole,
    name: event.actorName,
    isViewer: event.isViewer,
    from: event.fromStatus,
    to: event.toStatus,
    movedFrom: event.movedFromAt?.epochMilliseconds ?? null,
    movedTo: event.movedToAt?.epochMilliseconds ?? null,
    // What the system and visitors give as a reason is a code for the record, not somebody's words.
    reason: event.actorRole === 'system' || event.actorRole === 'visitor' ? null : event.reason,
  }));
  // It lapsed, although nothing has come by yet to mark it so: the trail says it all the same.
  if (row.status !== row.storedStatus && row.expiresAt !== null) {
    trail.push({
      id: `${row.id}-lapsed`,
      at: row.expiresAt.epochMilliseconds,
      by: 'system',
      name: null,
      isViewer: false,
      from: row.storedStatus,
      to: row.status,
      reason: null,
      movedFrom: null,
      movedTo: null,
    });
  }
  return trail;
}
