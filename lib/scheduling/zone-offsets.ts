import { DAY } from './iso';

/** A time during which a zone's offset from UTC stays the same; all in milliseconds. */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  /** Local time minus UTC. */
  readonly offset: number;
  /** The offset before `from`; the same as `offset` where the spans begin. */
  readonly offsetBefore: number;
}

// Looking every 6 days misses no change of offset: since 1970 none was undone in under 6.9 days
// (Recife in October 2000, Gaza and Hebron in some years to come; measured on IANA 2025b up to 2075).
const PROBE = 6 * DAY;
const CHUNK = 10 * PROBE;
/** Ten years of chunks; a zone's cache starts anew beyond that. */
const CHUNKS_KEPT = 61;
/** The first and the last instant that ECMAScript knows. */
const LAST_INSTANT = 8.64e15;

interface Change {
  readonly at: number;
  readonly offset: number;
}

/**
 * When the offset of one zone changes. Looks each 60 days up once: about ten calls of `Intl` (2 µs
 * each), and twenty more for a change.
 */
export class ZoneOffsets {
  private readonly chunks = new Map<number, readonly Change[]>();

  /** `offsetAt` tells the offset at an instant, both in milliseconds. */
  constructor(private readonly offsetAt: (epochMilliseconds: number) => number) {}

  /** The spans that cover [from, to), in order; the first may begin earlier, the last end later. */
  spans(from: number, to: number): OffsetSpan[] {
    const spans: OffsetSpan[] = [];
    const first = Math.floor(from / CHUNK);
    const last = Math.floor(to / CHUNK);
    let current: Change | undefined;
    let offsetBefore: number | undefined;
    for (let chunk = first; chunk <= last; chunk++) {
      for (const change of this.changesIn(chunk)) {
        if (current?.offset === change.offset) continue;
        if (current !== undefined) {
          spans.push(spanOf(current, change.at, offsetBefore));
          offsetBefore = current.offset;
        }
        current = change;
      }
    }
    if (current !== undefined) spans.push(spanOf(current, (last + 1) * CHUNK, offsetBefore));
    return spans;
  }

  /** The offset at the beginning of a chunk, then each change within it. */
  private changesIn(chunk: number): readonly Change[] {
    const known = this.chunks.get(chunk);
    if (known !== undefined) return known;

    const start = chunk * CHUNK;
    let offset = this.offsetNear(start);
    const changes: Change[] = [{ at: start, offset }];
    for (let probed = start; probed < start + CHUNK; probed += PROBE) {
      const next = probed + PROBE;
      const offsetAtNext = this.offsetNear(next);
      let after = probed;
      while (offset !== offsetAtNext) {
        after = this.firstInstantNotAt(offset, after, next);
        offset = this.offsetNear(after);
        if (after < start + CHUNK) changes.push({ at: after, offset });
      }
    }
    if (this.chunks.size >= CHUNKS_KEPT) this.chunks.clear();
    this.chunks.set(chunk, changes);
    return changes;
  }

  /** Bisects to the second, the finest that the IANA database knows. */
  private firstInstantNotAt(offset: number, from: number, to: number): number {
    let same = from;
    let different = to;
    while (different - same > 1000) {
      const middle = same + Math.floor((different - same) / 2000) * 1000;
      if (this.offsetNear(middle) === offset) same = middle;
      else different = middle;
    }
    return different;
  }

  /** `Intl` refuses what is beyond the last instant, where a padded range may reach. */
  private offsetNear(epochMilliseconds: number): number {
    return this.offsetAt(Math.min(Math.max(epochMilliseconds, -LAST_INSTANT), LAST_INSTANT));
  }
}

function spanOf(change: Change, until: number, offsetBefore = change.offset): OffsetSpan {
  return { from: change.at, until, offset: change.offset, offsetBefore };
}

/** Turns local times of one zone into instants, for local dates in ascending order. */
export class WallClock {
  private current = 0;

  /** The spans must reach a day beyond every date that is asked for, on both sides. */
  constructor(private readonly spans: readonly OffsetSpan[]) {}

  /** Forgets what came before a local date, given as its midnight in local milliseconds. */
  moveTo(localMidnight: number): void {
    for (;;) {
      const span = this.spans[this.current];
      if (span === undefined || localMidnight < span.until + span.offset) return;
      this.current++;
    }
  }

  /**
   * The instant of a local time, given as if it were UTC, in milliseconds, by the `compatible` rule
   * of Temporal: of two the earlier; where there is none, moved forward by the length of the gap.
   */
  instantOf(localTime: number): number {
    for (let index = this.current; ; index++) {
      const span = this.spans[index];
      if (span === undefined) throw new Error('A local time lies outside the offsets looked up');
      if (localTime >= span.until + span.offset) continue;
      const instant = localTime - span.offset;
      return instant >= span.from ? instant : localTime - span.offsetBefore;
    }
  }
}
