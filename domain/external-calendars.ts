/** The page of a mentor's calendars elsewhere, without its language. */
export const calendarsPath = '/mentor/availability/calendars';

/** Why a calendar could not be read, as the last attempt found it. */
export const readFailures = [
  /** The name leads nowhere, or nobody answers there. */
  'unreachable',
  /** The address, or one that it redirects to, is not on the public internet. */
  'private_address',
  'timeout',
  /** 404 or 410. */
  'not_found',
  /** 401 or 403. */
  'no_access',
  /** Any other answer than success. */
  'server_error',
  'too_many_redirects',
  /** More bytes or more events than are read. */
  'too_big',
  /** Its rules take longer to work out than any person's. */
  'too_slow',
  /** Something else than a calendar, or half of one. */
  'not_a_calendar',
] as const;
export type ReadFailure = (typeof readFailures)[number];

/** Addresses of its owner's that one calendar has, beside the one they sign in with. */
export const mostOwnAddresses = 10;

/** A zone that no table and no description explains; its events are read by the mentor's clock. */
export interface UnknownZone {
  name: string;
  /** The first of them, by their titles. */
  events: string[];
}
