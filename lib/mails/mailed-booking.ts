import type { MentorHandle } from '@/domain/mentors';
import type { Temporal } from 'temporal-polyfill';
import type { BookingAnswer } from '@/domain/answers';
import type { BookingRole, BookingStatus, MeetingFormat } from '@/domain/bookings';

/** What mails tell of a booking, as it stands when the mail is written. */
export type MailedBooking = {
  id: string;
  batchId: string | null;
  reference: string;
  status: BookingStatus;
  isProposal: boolean;
  period: { start: Temporal.Instant; end: Temporal.Instant };
  expiresAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  confirmedAt: Temporal.Instant | null;
  menteeCheckedInAt: Temporal.Instant | null;
  mentorCheckedInAt: Temporal.Instant | null;
  movedByMentorAt: Temporal.Instant | null;
  cancelledBy: BookingRole | null;
  cancelReason: string | null;
  /** The mentor's, to whom they accepted. */
  acceptedWord: string | null;
  /** The mentor's, with what they proposed. */
  proposalWord: string | null;
  subject: string;
  notes: string;
  answers: BookingAnswer[];
  phone: string;
  priceCredits: number;
  chargedCredits: number;
  guestName: string | null;
  guestTimeZone: string | null;
  menteeName: string | null;
  menteeTimeZone: string | null;
  /** The language in which they read our pages, and write. */
  menteeLocale: string | null;
  /** Where the mentor's replies go; null where the mentee does not want them. */
  menteeAddress: string | null;
  mentorName: string | null;
  mentorTimeZone: string;
  /** The same of the mentor. */
  mentorLocale: string | null;
  /** The same of the mentor. */
  mentorAddress: string | null;
  /** Of the mentor's page; null when it is not to be seen. */
  mentorHandle: MentorHandle | null;
  cancelNoticeMinutes: number;
  moveNoticeMinutes: number;
  lateCancelPercent: number;
  serviceTitle: string;
  /** The language of its title and questions (ISO 639). */
  serviceWrittenIn: string;
  durationMinutes: number;
  format: MeetingFormat;
  place: string;
  /** Everybody in the session; of one that was called off, whoever was called off together. */
  attendees: (string | null)[];
  /** How many mentees the session has that is to take place. */
  seats: number;
};

/** One that was cancelled, with what became of its price. */
export type SettledBooking = MailedBooking & { keptCredits: number; refundedCredits: number };

/** What a mail is about, the earliest first: one booking, or several that were made together. */
export type Mailed<Booking extends MailedBooking = MailedBooking> = readonly [
  Booking,
  ...Booking[],
];

/** What the mail after a session leads on to. */
export type FollowUp = {
  /** There is something for the mentee to read: notes of both sides, or material. */
  hasNotes: boolean;
  /** The mentee's next session with this mentor; null when there is none. */
  next: { bookingId: string; startsAt: Temporal.Instant; isPending: boolean } | null;
};
