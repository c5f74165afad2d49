/**
 * The slot engine: which slots of a mentor are free. Pure functions of their arguments, which run in
 * any JavaScript engine that has `Intl`. `index.test.ts` shows the rules one by one; `vectors/` holds
 * cases that every change must still meet.
 */
import type { Interval } from '@/domain/schedules';
import { unionOf } from './intervals';
import { instantFormatter, parseInstant } from './iso';
import { readInput } from './read-input';
import { freeSlots } from './sweep';
import type { ClockChange, ServedClocks } from '@/kernel/time/served-clocks';
import type { Slot, SlotInput, SlotInstant, SlotInstantInput } from './types';
import { openWindows } from './windows';
import { lookAtWindows, type WindowsAt } from './windows-at';
import { findZone } from './zones';

export type { JoinableSession, Slot, SlotInput, SlotInstant, SlotInstantInput } from './types';
export { meets } from './intervals';
export { instantOf, startOfDay } from './local-dates';
export type { WindowsAt } from './windows-at';
export { canonicalTimeZone, isTimeZone } from './zones';

export interface SlotOptions {
  /** Stop after so many slots: 1 finds the next free one. All of them where it is left out. */
  readonly limit?: number;
}

/**
 * The free slots, ascending and without duplicates.
 *
 * Input and output are plain JSON; instants go in as ISO 8601 with any offset, and come out as
 * `YYYY-MM-DDTHH:MM:SSZ`.
 *
 * @throws RangeError that names the field, where the input is invalid.
 */
export function computeSlots(input: SlotInput, options: SlotOptions = {}): Slot[] {
  const query = readInput(input, parseInstant);
  const format = instantFormatter();
  return freeSlots(query, options.limit ?? Infinity, (start, end, seatsLeft) => ({
    start: format(start),
    end: format(end),
    seatsLeft,
  }));
}

/**
 * What `computeSlots` does, with instants as epoch milliseconds on both sides: for our own code,
 * which has them as numbers already.
 *
 * @throws RangeError that names the field, where the input is invalid.
 */
export function computeSlotInstants(
  input: SlotInstantInput,
  options: SlotOptions = {},
): SlotInstant[] {
  const query = readInput(input, readEpochMilliseconds);
  return freeSlots(query, options.limit ?? Infinity, (start, end, seatsLeft) => ({
    start,
    end,
    seatsLeft,
  }));
}

/**
 * The stretches of [from, to) that lie in a window, overrides applied, in order and joined where they
 * touch: the very windows that `computeSlots` lays its grid on. Epoch milliseconds.
 *
 * @throws RangeError that names the field, where the input is invalid.
 */
export function computeOpenTime(
  { timeZone, weekly, overrides }: Pick<SlotInstantInput, 'timeZone' | 'weekly' | 'overrides'>,
  { from, to }: { from: number; to: number },
): Interval[] {
  const input = {
    now: from,
    timeZone,
    weekly,
    overrides,
    busy: [],
    durationMinutes: 1,
    stepMinutes: 1,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    range: { from, to },
  };
  const windows = openWindows(readInput(input, readEpochMilliseconds), from, to);
  return unionOf(windows).map(({ start, end }) => ({
    start: Math.max(start, from),
    end: Math.min(end, to),
  }));
}

/**
 * What the windows say of one start, in epoch milliseconds: for explaining why it is not offered.
 * The input's range, `now`, notice and busy time do not count.
 *
 * @throws RangeError that names the field, where the input is invalid.
 */
export function windowsAt(input: SlotInstantInput, start: number): WindowsAt {
  return lookAtWindows(readInput(input, readEpochMilliseconds), start);
}

/**
 * How the clocks of zones go between two instants, as this program knows it: for a browser that
 * reckons with what was decided here. Names that are no zone's are left out.
 */
export function clocksOf(
  timeZones: readonly string[],
  { from, to }: { from: number; to: number },
): ServedClocks {
  const clocks: Record<string, ClockChange[]> = {};
  for (const timeZone of timeZones) {
    const zone = findZone(timeZone);
    if (zone === undefined) continue;
    const changes = zone.offsets
      .spans(from, to)
      .map((span) => ({ at: span.from, offset: span.offset }));
    // The browser asks by whichever name it has met.
    clocks[timeZone] = changes;
    clocks[zone.name] = changes;
  }
  return clocks;
}

/** From the year 0 to the year 9999, as in ISO strings; NaN beyond. */
function readEpochMilliseconds(value: unknown): number {
  return typeof value === 'number' && value >= -62_167_219_200_000 && value < 253_402_300_800_000
    ? value
    : Number.NaN;
}
