import type { BookingStatus, MeetingFormat } from '@/domain/bookings';
import type { CalendarSession } from '../schema/mentor-calendar';
import { isTooLateToWrite } from './session-messages';

/** A seat with what is its session's. Instants are epoch milliseconds. */
export interface SeatOfCalendar {
  bookingId: string;
  sessionId: string;
  reference: string;
  status: BookingStatus;
  isProposal: boolean;
  startsAt: number;
  endsAt: number;
  isGiven: boolean;
  menteeName: string | null;
  subject: string;
  serviceTitle: string;
  format: MeetingFormat;
  capacity: number;
}

/** The first of these that a seat is in is the state of its session. */
const leading: readonly BookingStatus[] = [
  'in_progress',
  'confirmed',
  'pending',
  'held',
  'completed',
  'no_show',
];
const movable: readonly BookingStatus[] = ['held', 'pending', 'confirmed'];

/** The sessions of a calendar from its seats, in the seats' order. */
export function calendarSessions(
  seats: readonly SeatOfCalendar[],
  { now }: { now: number },
): CalendarSession[] {
  const bySession = new Map<string, SeatOfCalendar[]>();
  for (const seat of seats) {
    const group = bySession.get(seat.sessionId);
    if (group) group.push(seat);
    else bySession.set(seat.sessionId, [seat]);
  }
  return [...bySession.values()].flatMap((group) => sessionOf(group, now) ?? []);
}

function sessionOf(group: readonly SeatOfCalendar[], now: number): CalendarSession | null {
  const [first] = group;
  if (!first) return null;
  const statuses = group.map(({ status }) => status);
  const { sessionId, serviceTitle, format, capacity, isGiven, startsAt, endsAt } = first;
  return {
    id: sessionId,
    startsAt,
    endsAt,
    serviceTitle,
    format,
    capacity,
    status: leading.find((status) => statuses.includes(status)) ?? first.status,
    isProposal: group.every(({ status, isProposal }) => status === 'held' && isProposal),
    isGiven,
    isMovable: isGiven && startsAt > now && statuses.every((status) => movable.includes(status)),
    takesMessages: isGiven && capacity > 1 && !isTooLateToWrite({ endsAt }, now),
    seats: group.map(({ bookingId, reference, status, menteeName, subject }) => ({
      bookingId,
      reference,
      status,
      menteeName,
      subject,
    })),
  };
}
