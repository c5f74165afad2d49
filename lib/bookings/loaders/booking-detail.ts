import 'server-only';
import type { Temporal } from 'temporal-polyfill';
import type { BookingEvent, BookingForPerson, ListedBooking } from '@/db/queries/bookings-read';
import { roomFor } from '@/lib/meeting-rooms/rules';
import type { RoomView } from '@/lib/meeting-rooms/schema';
import {
  type BookingFacts,
  costOfCancelling,
  factsOf,
  keptOnNoShow,
  lateShare,
  movableUntil,
  refusalOfTransition,
} from '../rules/booking';
import { sameTimeAhead } from '../rules/next-time';
import { opensAt, runningSteps } from '../rules/running';
import { openMinutes } from '@/domain/bookings';
import type {
  BookingDetail,
  BookingSummary,
  CancellingView,
  MovingView,
  RunningView,
  TrailEntry,
} from '../schema/booking';

type Role = BookingSummary['role'];

/** A booking as a list shows it. */
export function summaryOf(row: ListedBooking, role: Role): BookingSummary {
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    isProposal: row.isProposal,
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
    writtenIn: row.writtenIn,
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
  { at, viewerTimeZone }: { at: Temporal.Instant; viewerTimeZone: string | null },
): BookingDetail {
  const now = at.epochMilliseconds;
  const role = row.viewerIsMentee ? 'mentee' : row.viewerIsMentor ? 'mentor' : 'admin';
  const isParty = role !== 'admin';
  const isOn = row.status === 'confirmed' || row.status === 'in_progress';
  const facts = factsOf({ ...row, status: row.storedStatus });
  const waits = row.status === 'held' || row.status === 'pending';
  return {
    ...summaryOf(row, role),
    // A mentor is where their week is.
    timeZone: viewerTimeZone ?? row.mentorTimeZone,
    isViewersZone: viewerTimeZone !== null || role === 'mentor',
    mentorHandle: row.mentorIsShown ? row.mentorHandle : null,
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
    readAt: now,
    isOver: facts.endsAt <= now,
    wasHold: row.isGuests,
    cancelling: cancellingOf(row, facts, { role, now }),
    running: runningOf(row, facts, { role, now }),
    moving: movingOf(row, facts, { role, now }),
    mayConfirm: refusalOfTransition(facts, { to: 'confirmed', by: role, now }) === null && waits,
    menteeId: role === 'mentor' ? row.menteeId : null,
    proposeNext: role === 'mentor' ? nextOf(row, facts, now) : null,
    bookAgain:
      role === 'mentee' && (!row.hasServiceLink || row.serviceLink !== null)
        ? {
            ...row.mentorHandle,
            variantId: row.variantId,
            link: row.serviceLink,
            isOpen: row.mentorTakesBookings,
          }
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
  return {
    kind: kindOfCancelling(row, role),
    late,
    freeUntil,
    noticeMinutes: row.cancelNoticeMinutes,
    keptCredits,
    lateCredits: lateShare(row),
  };
}

function kindOfCancelling({ status, isProposal }: BookingForPerson, role: Role) {
  if (role === 'mentee' || (status !== 'held' && status !== 'pending')) return 'cancel';
  return status === 'held' && isProposal ? 'withdraw' : 'decline';
}

/** After a session that took place or is on, or should have: the same again, a week later. */
function nextOf(
  { menteeId, variantId, mentorTimeZone, mentorTakesBookings, status }: BookingForPerson,
  { startsAt, endsAt }: BookingFacts,
  now: number,
) {
  const isDue = status === 'completed' || status === 'in_progress';
  const isOver = (status === 'confirmed' || status === 'no_show') && endsAt <= now;
  if (menteeId === null || !mentorTakesBookings || !(isDue || isOver)) return null;
  return { menteeId, variantId, near: sameTimeAhead(startsAt, { timeZone: mentorTimeZone, now }) };
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
    isProposal: row.isProposal,
    movedFrom: event.movedFromAt?.epochMilliseconds ?? null,
    movedTo: event.movedToAt?.epochMilliseconds ?? null,
    isMessage: event.message !== null,
    // What the system and visitors give as a reason is a code for the record, not somebody's words; but
    // whoever declines a proposal may say why.
    reason:
      event.actorRole === 'system' || (event.actorRole === 'visitor' && !row.isProposal)
        ? null
        : (event.message ?? (event.reason || null)),
    writtenIn: event.actorLocale,
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
      isProposal: row.isProposal,
      isMessage: false,
      reason: null,
      writtenIn: null,
      movedFrom: null,
      movedTo: null,
    });
  }
  return trail;
}
