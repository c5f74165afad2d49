import type { MeetingFormat } from '@/domain/bookings';
import type { BookingRules } from '@/domain/availability';
import type { mentoringPolicies } from '@/domain/organizations';

/** An organization's settings as their forms have them. */
export interface EditedSettings extends Omit<BookingRules, 'timeZone'> {
  slug: string;
  name: string;
  description: string;
  website: string;
  /** `#rrggbb`; null for Baobab's own. */
  accentColor: string | null;
  defaultLocale: 'en' | 'fr';
  timeZone: string;
  isPublic: boolean;
  mentoring: (typeof mentoringPolicies)[number];
  welcomeCredits: number | null;
  mostOpenBookings: number | null;
  refusesDisposable: boolean;
  allowedFormats: MeetingFormat[];
  allowedLengths: number[];
}
