import { z } from 'zod';

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
