import type { BookingAnswer } from '@/domain/answers';
import type { BookingStatus, MeetingFormat } from '@/domain/bookings';
import type { BookingDetail } from './booking';

/** A request as its mentor answers it. Instants are epoch milliseconds. */
export interface WaitingRequest {
  id: string;
  startsAt: number;
  endsAt: number;
  /** When it lapses without an answer. */
  expiresAt: number;
  menteeId: string | null;
  menteeName: string | null;
  serviceTitle: string;
  format: MeetingFormat;
  durationMinutes: number;
  subject: string;
  notes: string;
  answers: BookingAnswer[];
  /** The language of the pages that the mentee reads; null: not known. */
  writtenIn: string | null;
  /** Sessions with this mentor that the mentee has been to. */
  heldBefore: number;
}

/** What a mentor has had with one mentee. Instants are epoch milliseconds. */
export interface MenteeCard {
  menteeId: string;
  name: string | null;
  /** Of the mails to them. */
  locale: 'en' | 'fr';
  /** Null: not known yet. */
  timeZone: string | null;
  /** `cancelled`: by the mentee; `cancelledLate` of those. */
  counts: {
    all: number;
    completed: number;
    missed: number;
    cancelled: number;
    cancelledLate: number;
    coming: number;
  };
  /** A page of them, the latest first. */
  sessions: {
    id: string;
    status: BookingStatus;
    startsAt: number;
    endsAt: number;
    variantId: string;
    serviceTitle: string;
    durationMinutes: number;
    format: MeetingFormat;
    subject: string;
    /** Empty: none. */
    sharedNote: string;
  }[];
  page: number;
  next: BookingDetail['proposeNext'];
}
