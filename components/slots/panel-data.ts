import type { MentorHandle } from '@/domain/mentors';
import type { MeetingFormat } from '@/domain/bookings';
import type { WeeksOfSlots } from '@/lib/slots/schema/weeks';
import type { Series } from '@/lib/slots/schema/series';
import type { Question } from '@/lib/services/schema';

/** What is being booked, as the booking panel and the steps show it. */
export interface BookableVariant extends MentorHandle {
  mentorId: string;
  mentorName: string;
  /** The mentor's zone. */
  timeZone: string;
  variantId: string;
  /** By which its service is reached; null: everybody sees it. */
  link: string | null;
  serviceTitle: string;
  /** The language of its title and questions. */
  writtenIn: string;
  durationMinutes: number;
  /** How far apart the starts of two sessions must lie: the length, and the clear time between two. */
  spacingMinutes: number;
  priceCredits: number;
  /** Over 1: a group session. */
  capacity: number;
  formats: MeetingFormat[];
  /** What the service asks whoever books it, in order. */
  questions: Question[];
  /** Whether in-person sessions have an address already; else the mentee proposes a place. */
  hasAddress: boolean;
  confirmsByHand: boolean;
  cancelNoticeMinutes: number;
  lateCancelPercent: number;
}

export interface PanelData {
  variant: BookableVariant;
  weeks: WeeksOfSlots;
  /** What the address says is chosen: a local day, and a slot in epoch milliseconds. */
  day: string | null;
  slot: number | null;
  /** Several starts at once, ascending; null while one is to be chosen. */
  slots: number[] | null;
  /** The repeated sessions that the address asks about; null where it does not. */
  series: Series | null;
  /** The zone in which the viewer reads times; null while nobody has said it: they are the mentor's then. */
  viewerTimeZone: string | null;
  /** When the panel was read, epoch milliseconds. */
  now: number;
}
