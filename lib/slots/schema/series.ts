import { mostSlotsPerOrder, type MeetingFormat } from '@/domain/bookings';

/** Why a time is not to be had, as far as everybody may know. */
export const timeObstacles = [
  'too_soon',
  'too_far',
  'taken',
  'not_offered',
  'overlaps_yours',
] as const;
export type TimeObstacle = (typeof timeObstacles)[number];

/** A start that somebody thinks of, and what is against it; null: it is free. Epoch milliseconds. */
export interface CheckedTime {
  start: number;
  obstacle: TimeObstacle | null;
  /** How the group meets that waits for more then; null where that is still to be chosen. */
  settledFormat: MeetingFormat | null;
}

/** The same wall time again and again: as people ask for it in an address. */
export interface SeriesAsked {
  first: number;
  everyWeeks: 1 | 2;
  count: number;
}

export interface Series {
  asked: SeriesAsked;
  /** In order, the first included. */
  times: CheckedTime[];
}

/** Sessions of a series. As many as fit into one request, the first included. */
export const fewestOfSeries = 2;
export const mostOfSeries = mostSlotsPerOrder;
