import { z } from 'zod';
import { linkToken, type LinkRefusal } from '@/lib/auth/schema';

/** The button that asks to be sent the link: it says everything by being pressed. */
export const askToLeaveForm = z.object({});

export const leaveForm = z.object({ token: linkToken });

/** `only_owner`: of an organization, which somebody else has to own first. */
export type LeaveRefusal = LinkRefusal | 'only_owner';

/** One device, by its login session's id; or all others. */
export const signOutForm = z.object({
  device: z.union([z.literal('others'), z.string().regex(/^[0-9a-f]{64}$/)]),
});

/** A login session of the viewer's. */
export interface Device {
  id: string;
  /** "Firefox, Android"; empty where it did not say. */
  name: string;
  /** The day it was last used, as epoch milliseconds: the library notes it once a day. */
  lastUsedAt: number;
  isThisOne: boolean;
}

/** What leaving means for whoever holds the link. */
export interface Leaving {
  email: string;
  /** Bookings and sessions that are to come, and are called off. */
  planned: number;
  /** That nobody can spend any more. */
  credits: number;
  isMentor: boolean;
  /** The organizations that somebody else has to own first. */
  onlyOwned: { slug: string; name: string }[];
}
