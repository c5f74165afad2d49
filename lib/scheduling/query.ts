import type { Interval } from '@/domain/schedules';
import type { Zone } from './zones';

/** A span of wall time on a local date, in milliseconds since its midnight. */
export interface LocalRange {
  readonly start: number;
  readonly end: number;
  readonly capacity: number;
  /** Days since 1970-01-01, both inclusive; infinite where there is no bound, as in overrides. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** A weekly window, read. */
export interface WeeklyRule extends LocalRange {
  readonly zone: Zone;
  /** ISO weekdays. */
  readonly days: readonly number[];
}

/** A session that may be joined, read. */
export interface Joinable extends Interval {
  readonly seatsTaken: number;
  /** The session with its buffers. */
  readonly occupied: Interval;
}

/** An input that was read and found valid. Instants and durations are milliseconds. */
export interface SlotQuery {
  /** The mentor's. */
  readonly zone: Zone;
  readonly weekly: readonly WeeklyRule[];
  /** By days since 1970-01-01, in the mentor's zone. */
  readonly overrides: ReadonlyMap<number, readonly LocalRange[]>;
  readonly busy: readonly Interval[];
  readonly closed: readonly Interval[];
  readonly joinable: readonly Joinable[];
  readonly duration: number;
  readonly step: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** No slot starts before this: the range's beginning, or now and the notice. */
  readonly earliest: number;
  /** No slot starts at this or later. */
  readonly until: number;
}
