import type { Interval } from './types';

/**
 * Counts how many intervals meet a span, or contain an instant, that only ever moves forward: each
 * bound is passed once, so a whole sweep costs one sort. Intervals without length meet nothing.
 *
 * An interval meets [start, end) when it begins before `end` and is not over at `start`. Whatever is
 * over has begun, so the two sorted lists of bounds can be counted apart, overlaps included.
 */
export class IntervalCounter {
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;
  private begun = 0;
  private over = 0;

  constructor(intervals: readonly Interval[]) {
    const starts = new Float64Array(intervals.length);
    const ends = new Float64Array(intervals.length);
    let count = 0;
    for (const { start, end } of intervals) {
      if (start >= end) continue;
      starts[count] = start;
      ends[count] = end;
      count++;
    }
    // Without a comparison function, typed arrays are sorted as numbers, in native code.
    this.starts = starts.subarray(0, count).sort();
    this.ends = ends.subarray(0, count).sort();
  }

  /** How many meet [start, end); the span is not empty, and neither bound goes back. */
  meeting(start: number, end: number): number {
    while ((this.starts[this.begun] ?? Infinity) < end) this.begun++;
    return this.begun - this.overAt(start);
  }

  /** How many contain an instant; it does not go back. */
  containing(instant: number): number {
    while ((this.starts[this.begun] ?? Infinity) <= instant) this.begun++;
    return this.begun - this.overAt(instant);
  }

  private overAt(instant: number): number {
    while ((this.ends[this.over] ?? Infinity) <= instant) this.over++;
    return this.over;
  }
}

/** Joins what overlaps or touches; takes intervals in order of their starts, and gives them so. */
export function unionOf(intervals: readonly Interval[]): Interval[] {
  const union: Interval[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { start, end } of intervals) {
    if (open !== undefined && start <= open.end) {
      if (end > open.end) open.end = end;
    } else {
      open = { start, end };
      union.push(open);
    }
  }
  return union;
}
