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

/** The states in which a mentee has, or had, a seat that nobody has still to agree to. */
export const seatedStatuses = [
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
] as const satisfies readonly BookingStatus[];

export const meetingFormats = ['video', 'phone', 'in_person'] as const;
export type MeetingFormat = (typeof meetingFormats)[number];

/** Who may act on a booking. A visitor is someone whose only proof is the link in their e-mail. */
export const bookingRoles = ['visitor', 'mentee', 'mentor', 'admin', 'system'] as const;
export type BookingRole = (typeof bookingRoles)[number];

export const sides = ['mentee', 'mentor'] as const;
export type Side = (typeof sides)[number];

/** Slots in one order. */
export const mostSlotsPerOrder = 20;

/** Why one slot of an order is not booked. */
export const slotRefusals = [
  'slot_taken',
  'not_offered',
  'overlaps_yours',
  'own_slot',
  'format_unavailable',
  'details_missing',
  'not_enough_credits',
  'too_many_open',
] as const;
export type SlotRefusal = (typeof slotRefusals)[number];

/** A refused slot as it is kept: `startsAt` is an ISO instant. */
export interface KeptFailure {
  index: number;
  startsAt: string;
  reason: SlotRefusal;
}

/** Minutes that a visitor's hold keeps its seat, unless the session starts sooner. */
export const holdMinutes = 20;

/** Hours that a mentor's proposal keeps its seat, unless the session starts sooner. */
export const proposalHours = 48;

/** Minutes before the start from which people may come in. */
export const openMinutes = 10;

/** Letters that a mentor may write to whoever they accept. */
export const longestWord = 500;

/** Letters that a mentor may write to everybody in a session at once. */
export const longestMessage = 1000;
