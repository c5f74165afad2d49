import { Temporal } from 'temporal-polyfill';

/** An instant as a `datetime-local` field has it, "2026-12-08T16:30", in `timeZone`. */
export function wallTime(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The instant of such a wall time; null where it is none. In a gap or fold as Temporal's `compatible` has it. */
export function instantOfWallTime(text: string, timeZone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
