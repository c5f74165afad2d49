import { z } from 'zod';
import type { ActionState } from '@/lib/auth/schema';
import { isTimeZone } from '@/lib/time/zone-names';

export const bookingStatuses = [
  'held',
  'pending',
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
  'cancelled',
  'expired',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/** The states that occupy time. */
export const activeStatuses = ['held', 'pending', 'confirmed', 'in_progress'] as const;
export type ActiveStatus = (typeof activeStatuses)[number];

export const meetingFormats = ['video', 'phone', 'in_person'] as const;
export type MeetingFormat = (typeof meetingFormats)[number];

/** Who may act on a booking. A visitor is someone whose only proof is the link in their e-mail. */
export const bookingRoles = ['visitor', 'mentee', 'mentor', 'admin', 'system'] as const;
export type BookingRole = (typeof bookingRoles)[number];

export const sides = ['mentee', 'mentor'] as const;
export type Side = (typeof sides)[number];

/** Minutes that a hold keeps its seat, unless the session starts sooner. */
export const holdMinutes = 20;
/** Hours that a mentor has to answer a request, unless the session starts sooner. */
export const answerHours = 48;
/** Open holds that one e-mail address may have. */
export const openHoldsPerAddress = 2;
/** Minutes after booking in which cancelling and moving are free of any notice. */
export const graceMinutes = 15;

const trimmed = (most: number) => z.string().trim().max(most);

/** What a mentee says about the session they book. */
export const bookingDetails = z.object({
  format: z.enum(meetingFormats),
  phone: trimmed(40).default(''),
  place: trimmed(200).default(''),
  subject: trimmed(120).default(''),
  notes: trimmed(2000).default(''),
});
export type BookingDetails = z.output<typeof bookingDetails>;

/** What a visitor says about themselves. */
export const visitorDetails = z.object({
  name: trimmed(80).min(1),
  email: z
    .email()
    .max(254)
    .transform((value) => value.toLowerCase()),
});

export const cancelReason = trimmed(500).min(1);

const slotForm = bookingDetails.extend({
  mentorId: z.uuid(),
  variantId: z.uuid(),
  startsAt: z.iso.datetime({ precision: -1 }),
  /** A free time taken instead of one that has gone: it wins over `startsAt`. */
  alternative: z.iso.datetime({ precision: -1 }).optional(),
  requestId: z.uuid(),
  timeZone: z.string().refine(isTimeZone),
});

/** The form of the booking steps. Whom it was drawn for says whether it must name a person. */
export const bookSlotForm = z.discriminatedUnion('as', [
  slotForm.extend({ as: z.literal('user') }),
  slotForm.extend({ as: z.literal('visitor'), ...visitorDetails.shape }),
]);

/** Why a slot is not booked; the browser has words for each. */
export type BookRefusal =
  | 'not_signed_in'
  | 'blocked'
  | 'not_found'
  | 'not_taking_bookings'
  | 'format_unavailable'
  | 'details_missing'
  | 'own_slot'
  | 'too_many_holds'
  | 'slot_taken'
  | 'not_offered'
  | 'overlaps_yours';

/** What the last step shows. `startsAt` is in epoch milliseconds. */
export interface Booked {
  bookingId: string;
  reference: string;
  status: 'held' | 'pending' | 'confirmed';
  startsAt: number;
}

/** `alternatives` are the free starts nearest to the one that was asked for, epoch milliseconds. */
export type BookSlotState = ActionState<Booked, BookRefusal, { alternatives: number[] }>;
