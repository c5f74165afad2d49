import { z } from 'zod';
import type { BookingStatus, MeetingFormat } from '@/domain/bookings';
import type { Schedule } from '@/domain/schedules';
import type { Day } from '@/kernel/time/calendar';
import type { TitledOffer } from '@/lib/slots/schema/schedule';

const instant = z.iso.datetime({ offset: true });

/** What dragging a session sends: any of its bookings stands for the whole. */
export const moveSessionForm = z.object({ bookingId: z.uuid(), startsAt: instant });

/** One mentee's place in a session, as its mentor sees it. */
export interface CalendarSeat {
  bookingId: string;
  reference: string;
  status: BookingStatus;
  /** Null: somebody who has given no name. */
  menteeName: string | null;
  subject: string;
}

/** A session in the calendar. Instants are epoch milliseconds, here and below. */
export interface CalendarSession {
  id: string;
  startsAt: number;
  endsAt: number;
  serviceTitle: string;
  format: MeetingFormat;
  capacity: number;
  /** The state by which it is drawn: the furthest of its seats'. */
  status: BookingStatus;
  /** It is but proposed: nobody has accepted yet. */
  isProposal: boolean;
  /** False where the mentor attends it as a mentee. */
  isGiven: boolean;
  /** Whether its mentor may move it. */
  isMovable: boolean;
  /** Whether its mentor may write to everybody in it. */
  takesMessages: boolean;
  seats: CalendarSeat[];
}

export interface CalendarSpan {
  startsAt: number;
  endsAt: number;
}

export interface CalendarTimeOff extends CalendarSpan {
  id: string;
  note: string;
}

export interface CalendarEvent extends CalendarSpan {
  /** Empty where the calendar it comes from says only that the time is taken. */
  title: string;
}

/** Everything that a mentor's calendar draws on some days of the mentor's zone. */
export interface CalendarData {
  /** The first day, and the first after the last. */
  days: { from: Day; to: Day };
  /** The same as instants. */
  from: number;
  to: number;
  /** The mentor's. */
  timeZone: string;
  sessions: CalendarSession[];
  timeOff: CalendarTimeOff[];
  /** Of the mentor's calendars elsewhere. */
  imported: CalendarEvent[];
  /** When more could be booked. */
  open: CalendarSpan[];
  /** What decides that, to say why a time is not free; it covers every instant of [from, to). */
  schedule: Schedule;
  /** What the mentor can be booked for. */
  offers: TitledOffer[];
}
