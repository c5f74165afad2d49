import type { Interval, WeeklyWindow, DateOverride } from '@/domain/schedules';

/**
 * What goes into the slot engine and what comes out.
 *
 * The shapes are generic in how an instant is written: ISO strings on the outside (`SlotInput`,
 * `Slot`), epoch milliseconds inside the app (`SlotInstantInput`, `SlotInstant`).
 */

/** A session of the very variant and length asked for, which more mentees may join. */
export interface JoinableSession<Instant = number> extends Interval<Instant> {
  readonly seatsTaken: number;
  /** The session's own stored buffers; the input's where they are left out. */
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
}

/** Everything a mentor's free slots depend on; keys that are not named here are ignored. */
export interface SlotInputOf<Instant> {
  readonly now: Instant;
  /** The mentor's zone: of the windows that name none, and of all overrides. */
  readonly timeZone: string;
  readonly weekly: readonly WeeklyWindow[];
  /** At most one a date. */
  readonly overrides: readonly DateOverride[];
  /** Taken time, in any order, the buffers of existing sessions already added. */
  readonly busy: readonly Interval<Instant>[];
  /** No new session may start in here (daily and weekly caps); joining one may. */
  readonly closed?: readonly Interval<Instant>[];
  /** Not contained in `busy`. */
  readonly joinable?: readonly JoinableSession<Instant>[];
  readonly durationMinutes: number;
  /** From one start of a window's grid to the next. */
  readonly stepMinutes: number;
  /** Clear time that the new session needs around itself. */
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly minimumNoticeMinutes: number;
  /** Only slots that start in [from, to). */
  readonly range: { readonly from: Instant; readonly to: Instant };
}

export interface SlotOf<Instant> {
  start: Instant;
  end: Instant;
  /** At least 1. */
  seatsLeft: number;
}

/** Plain JSON; instants are ISO 8601 strings with any offset. */
export type SlotInput = SlotInputOf<string>;
/** Instants are epoch milliseconds. */
export type SlotInstantInput = SlotInputOf<number>;
/** Instants are `YYYY-MM-DDTHH:MM:SSZ`. */
export type Slot = SlotOf<string>;
/** Instants are epoch milliseconds. */
export type SlotInstant = SlotOf<number>;
