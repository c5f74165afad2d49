import { z } from 'zod';
import type { BookingStatus, MeetingFormat } from '@/domain/bookings';

/** What became of it: a request that waits for its answer is tentative. */
export type EntryStatus = 'tentative' | 'confirmed' | 'cancelled';

/**
 * One event of a calendar file, in the words of the person whose calendar it is for. Instants are in
 * epoch milliseconds. It follows from the state of a booking alone: nothing of it comes from the clock.
 */
export interface CalendarEntry {
  /** The same for the life of a booking, or for the mentor of a session (RFC 5545, 3.8.4.7). */
  uid: string;
  /** Rises with each move and with the cancellation (RFC 5545, 3.8.7.4). */
  sequence: number;
  status: EntryStatus;
  startsAt: number;
  endsAt: number;
  createdAt: number;
  /** When the state last changed. Of two files with one SEQUENCE, the later DTSTAMP counts. */
  changedAt: number;
  summary: string;
  description: string;
  /** Empty where there is none. */
  location: string;
  /** The page of the booking. */
  url: string;
}

/** A person as a calendar file names them. */
export interface CalendarPerson {
  name: string;
  email: string;
}

/** An invitation adds or updates; a cancellation takes away what an earlier invitation brought. */
export type InvitationMethod = 'REQUEST' | 'CANCEL';

/** A session with those seats of it that the person for whom a file is written may know of. */
export interface CalendarSession {
  id: string;
  sequence: number;
  startsAt: number;
  endsAt: number;
  createdAt: number;
  mentorName: string | null;
  serviceTitle: string;
  durationMinutes: number;
  /** Over 1: a group session. */
  capacity: number;
  format: MeetingFormat;
  place: string;
  /** By seat; at least one. */
  seats: CalendarSeat[];
}

/** One mentee's booking in it. */
export interface CalendarSeat {
  bookingId: string;
  reference: string;
  /** As people see it: what lapsed is expired. */
  status: BookingStatus;
  sequence: number;
  menteeName: string | null;
  subject: string;
  notes: string;
  phone: string;
  createdAt: number;
  changedAt: number;
}

/** The secret in the address of a feed. */
export const feedToken = z.string().regex(/^[\w-]{43}$/);

/** `renew` makes the first link too. */
export const feedChanges = ['renew', 'switch_off'] as const;
export type FeedChange = (typeof feedChanges)[number];
export const feedForm = z.object({ change: z.enum(feedChanges) });
