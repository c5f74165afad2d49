import { Temporal } from 'temporal-polyfill';
import type { Slot, SlotInput } from '../types';

/*
 * The slot engine once more, slow and obvious: each rule written down as it is worded, on Temporal
 * alone, sharing no code with the engine. The tests hold the engine to it, and the benchmark shows
 * what plain code costs. The input is taken to be valid.
 */

interface Period {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

interface OpenWindow extends Period {
  timeZone: string;
  date: Temporal.PlainDate;
  capacity: number;
}

export function computeSlotsPlainly(input: SlotInput): Slot[] {
  const from = Temporal.Instant.from(input.range.from);
  const to = Temporal.Instant.from(input.range.to);
  const notBefore = Temporal.Instant.from(input.now).add({ minutes: input.minimumNoticeMinutes });
  const busy = input.busy.map(toPeriod).filter((period) => isBefore(period.start, period.end));
  const closed = (input.closed ?? []).map(toPeriod);
  const joinable = (input.joinable ?? []).map((session) => ({
    ...toPeriod(session),
    seatsTaken: session.seatsTaken,
    bufferBefore: session.bufferBeforeMinutes ?? input.bufferBeforeMinutes,
    bufferAfter: session.bufferAfterMinutes ?? input.bufferAfterMinutes,
  }));
  const windows = openWindows(input, from, to.add({ minutes: input.durationMinutes }));
  const open = union(windows);

  /** The seats left of a slot, 0 where it is not offered. */
  function seatsLeft(start: Temporal.Instant, capacity: number): number {
    const end = start.add({ minutes: input.durationMinutes });
    if (isBefore(start, from) || !isBefore(start, to) || isBefore(start, notBefore)) return 0;
    if (!open.some((span) => !isBefore(start, span.start) && !isBefore(span.end, end))) return 0;
    const joined = joinable.find(
      (session) => session.start.equals(start) && session.end.equals(end),
    );
    if (!joined && closed.some((span) => !isBefore(start, span.start) && isBefore(start, span.end)))
      return 0;
    const occupied = {
      start: start.subtract({ minutes: input.bufferBeforeMinutes }),
      end: end.add({ minutes: input.bufferAfterMinutes }),
    };
    if (busy.some((period) => meet(occupied, period))) return 0;
    for (const session of joinable) {
      const widened = {
        start: session.start.subtract({ minutes: session.bufferBefore }),
        end: session.end.add({ minutes: session.bufferAfter }),
      };
      if (session !== joined && isBefore(widened.start, widened.end) && meet(occupied, widened))
        return 0;
    }
    return Math.max(0, capacity - (joined?.seatsTaken ?? 0));
  }

  const capacities = new Map<string, number>();
  for (const window of windows) {
    for (
      let start = window.start;
      isBefore(start, window.end);
      start = start.add({ minutes: input.stepMinutes })
    ) {
      const text = start.toString();
      capacities.set(text, Math.max(capacities.get(text) ?? 0, window.capacity));
    }
  }

  const slots: Slot[] = [];
  for (const [text, capacity] of capacities) {
    const start = Temporal.Instant.from(text);
    const seats = seatsLeft(start, capacity);
    const end = start.add({ minutes: input.durationMinutes });
    if (seats > 0) slots.push({ start: text, end: end.toString(), seatsLeft: seats });
  }
  return slots.toSorted((one, other) => (one.start < other.start ? -1 : 1));
}

/** The union of the windows that lie in the range or within a slot's length after it. */
export function openTimePlainly(input: SlotInput): { start: string; end: string }[] {
  const from = Temporal.Instant.from(input.range.from);
  const to = Temporal.Instant.from(input.range.to).add({ minutes: input.durationMinutes });
  return union(openWindows(input, from, to)).map(({ start, end }) => ({
    start: start.toString(),
    end: end.toString(),
  }));
}

function openWindows(input: SlotInput, from: Temporal.Instant, to: Temporal.Instant) {
  const windows: OpenWindow[] = [];
  const timeZones = new Map<string, string>();
  for (const name of [input.timeZone, ...input.weekly.map((w) => w.timeZone ?? input.timeZone)]) {
    // Aliases of the mentor's zone are the mentor's zone, and other aliases are one another.
    const same = [...timeZones.values()].find((other) => areOneZone(name, other));
    timeZones.set(name, same ?? name);
  }

  for (const timeZone of new Set(timeZones.values())) {
    const isMentors = timeZone === input.timeZone;
    const firstDate = from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 2 });
    const lastDate = to.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 2 });
    for (
      let date = firstDate;
      Temporal.PlainDate.compare(date, lastDate) <= 0;
      date = date.add({ days: 1 })
    ) {
      if (wasSkipped(date, timeZone)) continue;
      const override = input.overrides.find((other) => date.equals(other.date));
      const ranges =
        isMentors && override
          ? override.ranges
          : input.weekly.filter(
              (window) =>
                timeZones.get(window.timeZone ?? input.timeZone) === timeZone &&
                window.days.includes(date.dayOfWeek) &&
                (!window.from || Temporal.PlainDate.compare(window.from, date) <= 0) &&
                (!window.until || Temporal.PlainDate.compare(date, window.until) <= 0),
            );
      let ofDate: OpenWindow[] = ranges.map((range) => ({
        timeZone,
        date,
        capacity: range.capacity ?? 1,
        start: toInstant(date, range.start, timeZone),
        end: toInstant(date, range.end, timeZone),
      }));
      if (!isMentors) {
        for (const other of input.overrides)
          ofDate = ofDate.flatMap((w) => outside(w, other.date, input.timeZone));
      }
      windows.push(...mergeByCapacity(ofDate.filter((w) => isBefore(w.start, w.end))));
    }
  }
  return windows;
}

function mergeByCapacity(windows: OpenWindow[]): OpenWindow[] {
  return [...new Set(windows.map((window) => window.capacity))].flatMap((capacity) => {
    const alike = windows.filter((window) => window.capacity === capacity);
    const [first] = alike;
    return first ? union(alike).map((period) => ({ ...first, ...period })) : [];
  });
}

/** What of a window lies outside a date of the mentor's zone. */
function outside(window: OpenWindow, day: string, mentorTimeZone: string): OpenWindow[] {
  const date = Temporal.PlainDate.from(day);
  const dayStart = toInstant(date, '00:00', mentorTimeZone);
  const dayEnd = toInstant(date, '24:00', mentorTimeZone);
  if (!isBefore(dayStart, dayEnd) || !meet(window, { start: dayStart, end: dayEnd }))
    return [window];
  return [
    { ...window, end: dayStart },
    { ...window, start: dayEnd },
  ].filter((piece) => isBefore(piece.start, piece.end));
}

function union(periods: readonly Period[]): Period[] {
  const joined: Period[] = [];
  for (const { start, end } of periods.toSorted((one, other) =>
    Temporal.Instant.compare(one.start, other.start),
  )) {
    const last = joined.at(-1);
    if (!last || isBefore(last.end, start)) joined.push({ start, end });
    else if (isBefore(last.end, end)) last.end = end;
  }
  return joined;
}

function toInstant(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  const local =
    time === '24:00'
      ? date.add({ days: 1 }).toPlainDateTime('00:00')
      : date.toPlainDateTime(Temporal.PlainTime.from(time));
  return local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
}

/** No instant falls on a skipped date, so its first moment is one of the date after. */
function wasSkipped(date: Temporal.PlainDate, timeZone: string): boolean {
  return !date.toZonedDateTime(timeZone).toPlainDate().equals(date);
}

function areOneZone(name: string, other: string): boolean {
  const epoch = Temporal.Instant.fromEpochMilliseconds(0);
  return epoch.toZonedDateTimeISO(name).equals(epoch.toZonedDateTimeISO(other));
}

function toPeriod({ start, end }: { start: string; end: string }): Period {
  return { start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) };
}

function meet(one: Period, other: Period): boolean {
  return isBefore(one.start, other.end) && isBefore(other.start, one.end);
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
