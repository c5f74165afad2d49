/** Beyond which nothing is counted: the page says that there are more. */
export const mostCounted = 99;
/** Days in which somebody counts as new. */
export const newDays = 30;
/** Days for which a mail that failed is shown, as on its own page. */
export const unsentDays = 90;
/** Requests that stand on the page. */
export const shownRequests = 5;

/** What needs those who run an organization; instants in epoch milliseconds. */
export interface Overview {
  name: string;
  /** The reader's. */
  timeZone: string;
  /** The first to lapse at the head. */
  requests: {
    id: string;
    mentorName: string | null;
    serviceTitle: string;
    startsAt: number;
    expiresAt: number;
  }[];
  /** Up to one more than are counted. */
  counts: Record<'unanswered' | 'waitingMentors' | 'failedMails' | 'newMembers', number>;
}
