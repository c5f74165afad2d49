import type { MentorHandle } from '@/domain/mentors';
import { z } from 'zod';
import { writtenDay } from '@/kernel/time/day-schema';
import { oneLine, paragraphs } from '@/kernel/plain-text';
import type { WeeksOfSlots } from '@/lib/slots/schema/weeks';
import type { RoomView } from '@/lib/meeting-rooms/schema';
import type { BookingAnswer } from '@/domain/answers';
import {
  bookingStatuses,
  type BookingStatus,
  longestMessage,
  longestWord,
  meetingFormats,
  type MeetingFormat,
  type BookingRole,
  type Side,
} from '@/domain/bookings';

/** What a mentee says about the session they book. */
export const bookingDetails = z.object({
  format: z.enum(meetingFormats),
  phone: oneLine(40).default(''),
  place: oneLine(200).default(''),
  subject: oneLine(120).default(''),
  notes: paragraphs(2000).default(''),
});
export type BookingDetails = z.output<typeof bookingDetails>;

const cancelReason = paragraphs(500).pipe(z.string().min(1));

/** Bookings on one page of a list. */
export const bookingsPerPage = 10;

/**
 * What the address of "my bookings" asks for. An address is typed, cut and shared by people: what
 * makes no sense in it is left out and not refused.
 */
export const bookingsView = z.object({
  when: z.enum(['upcoming', 'past']).catch('upcoming'),
  as: z.enum(['both', 'mentee', 'mentor']).catch('both'),
  status: z.enum(bookingStatuses).nullable().catch(null),
  /** Local days of the viewer's zone, both included. */
  from: writtenDay.nullable().catch(null),
  to: writtenDay.nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type BookingsView = z.output<typeof bookingsView>;

/** A booking in a list, as the viewer sees it. Instants are epoch milliseconds, here and below. */
export interface BookingSummary {
  id: string;
  reference: string;
  status: BookingStatus;
  /** Its mentor proposed it. */
  isProposal: boolean;
  startsAt: number;
  endsAt: number;
  /** The viewer's own part in it. */
  role: 'mentee' | 'mentor' | 'admin';
  /** Null: somebody who has given no name. */
  mentorName: string | null;
  menteeName: string | null;
  /** The mentor's picture; null where there is none. */
  mentorPortraitId: string | null;
  /** The other party's zone. */
  /** Null: not known yet. */
  otherTimeZone: string | null;
  serviceTitle: string;
  durationMinutes: number;
  format: MeetingFormat;
  subject: string;
  /** The language of subject, notes and answers: that of the pages that the mentee reads. */
  writtenIn: string;
  /** What it was booked together with, itself counted; null for one that was booked alone. */
  batch: { id: string; count: number } | null;
}

/** One line of a booking's trail. */
export interface TrailEntry {
  id: string;
  at: number;
  by: BookingRole;
  name: string | null;
  isViewer: boolean;
  from: BookingStatus | null;
  to: BookingStatus;
  /** Of a booking that its mentor proposed. */
  isProposal: boolean;
  /** The mentor has written to everybody in the session: `reason` is what. */
  isMessage: boolean;
  reason: string | null;
  /** The language of the pages that its writer reads; null: not known. */
  writtenIn: string | null;
  /** The old and the new start of a move; else null. */
  movedFrom: number | null;
  movedTo: number | null;
}

/** In which zone times are shown: the viewer's, and the mentor's while nobody has said where the viewer is. */
export interface ReadingZone {
  timeZone: string;
  isViewersZone: boolean;
}

/** One booking with everything that the viewer may know of it. */
export interface BookingDetail extends BookingSummary, ReadingZone {
  /** Null: their page is not to be seen. */
  mentorHandle: MentorHandle | null;
  mentorTimeZone: string;
  isGroup: boolean;
  priceCredits: number;
  /** What the mentee has paid; 0 for a hold. */
  chargedCredits: number;
  notes: string;
  answers: BookingAnswer[];
  /** Address, number and room are for the two parties alone: empty for anybody else. */
  place: string;
  phone: string;
  room: RoomView;
  /** From ten minutes before the start to the end, once confirmed: people may come in. */
  isOpen: boolean;
  /** When a hold or a request lapses; null in other states. */
  expiresAt: number | null;
  noShowBy: Side | null;
  /** When it was read, epoch milliseconds. */
  readAt: number;
  /** Its end has passed. */
  isOver: boolean;
  /** Nobody ever proved the address it was held under. */
  wasHold: boolean;
  /** Null when the viewer may not cancel any more. */
  cancelling: CancellingView | null;
  /** Whether the viewer may accept it, or decline it, as its mentor. */
  mayConfirm: boolean;
  /** What the viewer may say of the session now or later; null when there is nothing to run. */
  running: RunningView | null;
  moving: MovingView;
  /** Whose card the viewer may see as the mentor; null while nobody has proved the address. */
  menteeId: string | null;
  /** What the viewer may propose after it as the mentor: the same, near this instant. */
  proposeNext: { menteeId: string; variantId: string; near: number } | null;
  /** Whether the viewer could book the same again, and what. */
  bookAgain: (MentorHandle & { variantId: string; link: string | null; isOpen: boolean }) | null;
  trail: TrailEntry[];
}

/** Something that a side can say of a session: now, or from an instant on. */
export interface RunningStep {
  step: SessionStep;
  /** Null when it is possible now. */
  possibleAt: number | null;
}

/** A session that will take place, or is under way, for one of its two sides. */
export interface RunningView {
  steps: RunningStep[];
  /** When each side said that it is there; null: not yet. */
  viewerHereAt: number | null;
  otherHereAt: number | null;
  /** From when people may come in. */
  opensAt: number;
  /** What of the price stays with the mentor when the other side did not come, in credits. */
  keptCredits: number;
}

/** Whether the viewer may give the session another time. */
export interface MovingView {
  mayMove: boolean;
  /** The end of the mentor's notice, for a mentee, passed or not; null for others, who have none. */
  until: number | null;
}

/** What the link of a mail leads to. Signed out as well: the link tells who it was sent to. */
export type ManagedBooking =
  | { status: 'unknown' | 'expired' }
  | {
      status: 'found';
      booking: BookingDetail;
      /** False: the booking was moved or called off since, and a later mail has the link to it. */
      isCurrent: boolean;
    };

/** What the link to a room leads to. Instants are epoch milliseconds. */
export type JoinPage =
  | { status: 'unknown' | 'expired' }
  | {
      status: 'found';
      bookingId: string;
      title: string;
      /** Null: whoever it is has given no name. */
      otherName: string | null;
      startsAt: number;
      endsAt: number;
      opensAt: number;
      room: RoomView;
      timeZone: string;
      now: number;
    };

/** The way to another time: a mentee's month of free times, or a mentor's own clock. */
export type MoveChoice =
  | {
      kind: 'times';
      /** Null while nothing of the kind can be booked. */
      weeks: WeeksOfSlots | null;
    }
  | {
      kind: 'wall_time';
      /** Who moves along and hears of it; null: somebody who has given no name. */
      menteeNames: (string | null)[];
    };

/** What cancelling would mean now. */
export interface CancellingView {
  /** `decline`: a mentor's answer to a hold or a request; `withdraw`: of what they propose themselves. */
  kind: 'cancel' | 'decline' | 'withdraw';
  /** Inside the mentor's notice: the mentor's terms for late cancellation apply. */
  late: boolean;
  /** Until when it is free; null once that has passed. */
  freeUntil: number | null;
  noticeMinutes: number;
  /** What of the price stays with the mentor of a mentee who cancels now, in credits. */
  keptCredits: number;
  /** The same of one who cancels late or does not come. */
  lateCredits: number;
}

/**
 * Where a hold stands when its link is opened. `lapsed`: the seat is no longer kept, but is booked
 * anew by the same button while it is still free. `confirmed`: another mail of the same hold was used.
 */
export type HoldState =
  | 'open'
  | 'lapsed'
  | 'confirmed'
  | 'used'
  | 'link_expired'
  | 'cancelled'
  | 'over';

/** A session that is kept for somebody who has yet to say yes. */
export interface KeptSession extends ReadingZone {
  mentorName: string | null;
  mentorPortraitId: string | null;
  /** Null: not to be seen. */
  mentorHandle: MentorHandle | null;
  mentorTimeZone: string;
  serviceTitle: string;
  variantId: string;
  /** By which the service is seen; null: it has none, or another since. */
  link: string | null;
  durationMinutes: number;
  format: MeetingFormat;
  place?: string;
  priceCredits: number;
  startsAt: number;
  endsAt: number;
}

/** What the link of a hold's mail leads to. */
export interface HoldView extends KeptSession {
  state: HoldState;
  /** The booking it became, when the viewer is signed in as its mentee. */
  bookingId: string | null;
  reference: string;
  guestName: string;
  mentorHandle: MentorHandle;
  /** Else there are no times to choose from. */
  mentorTakesBookings: boolean;
  answersByHand: boolean;
  answers: BookingAnswer[];
  minutesLeft: number;
}

/** Posted where the page stays when all went well, as the mentor's calendar does. */
const stay = z.literal('yes').optional();
/** What a form about one booking posts. */
export const bookingForm = z.object({ bookingId: z.uuid(), stay });

/** `onTo`: the mentor goes on with their other requests. */
export const acceptForm = bookingForm.extend({
  word: paragraphs(longestWord).catch(''),
  onTo: z.literal('requests').optional(),
});

/** What the two sides say of a session while it is on. */
export const sessionSteps = ['check_in', 'start', 'complete', 'no_show'] as const;
export type SessionStep = (typeof sessionSteps)[number];
export const sessionForm = z.object({ bookingId: z.uuid(), step: z.enum(sessionSteps), stay });
/** The new start of a booking: an instant that was offered, or a wall time in the mentor's zone. */
export const moveForm = z.object({
  bookingId: z.uuid(),
  startsAt: z.iso.datetime({ precision: -1 }).optional(),
  /** A free time taken instead of one that was refused: it wins over `startsAt`. */
  alternative: z.iso.datetime({ precision: -1 }).optional(),
  date: writtenDay.optional(),
  time: z.iso.time({ precision: -1 }).optional(),
});

/** Cancels one booking, or what is left of those that were booked together. */
export const cancelForm = z
  .object({ reason: cancelReason, stay })
  .and(z.union([z.object({ bookingId: z.uuid() }), z.object({ batchId: z.uuid() })]));

/** Calls the whole session of this booking off. */
export const cancelSessionForm = bookingForm.extend({ reason: cancelReason });

/** Writes to everybody in the session of this booking. */
export const messageSessionForm = z.object({
  bookingId: z.uuid(),
  text: paragraphs(longestMessage).pipe(z.string().min(1)),
  requestId: z.uuid(),
});

/** The token of a link in a booking's mail, as it stands in the address. */
const manageToken = z.string().regex(/^[\w-]{97}$/);
export const cancelByLinkForm = z.object({ token: manageToken, reason: cancelReason });
export const moveByLinkForm = moveForm.omit({ bookingId: true }).extend({ token: manageToken });
