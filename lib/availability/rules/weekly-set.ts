import type { WindowDraft } from '@/domain/availability';

/** Everything of a window but its weekdays, as a text: equal for windows that differ in nothing else. */
function shapeOf({ start, end, timeZone, capacity, firstOn, lastOn, active }: WindowDraft): string {
  return JSON.stringify([start, end, timeZone, capacity, firstOn, lastOn, active]);
}

/** A text that is equal for windows that say the same. */
export function windowKey(window: WindowDraft): string {
  return JSON.stringify([shapeOf(window), window.days.toSorted((one, other) => one - other)]);
}

/** The same windows in as few rows as they need: one for all the weekdays with the same hours. */
export function mergeDays(windows: readonly WindowDraft[]): WindowDraft[] {
  const merged = new Map<string, WindowDraft>();
  for (const window of windows) {
    const shape = shapeOf(window);
    const days = [...(merged.get(shape)?.days ?? []), ...window.days];
    const each = [...new Set(days)].toSorted((one, other) => one - other);
    merged.set(shape, { ...window, days: each });
  }
  return [...merged.values()];
}

/** The same windows with one weekday each, in the order of the week: what an editor of days shows. */
export function splitDays(windows: readonly WindowDraft[]): (WindowDraft & { days: [number] })[] {
  return windows
    .flatMap((window) => window.days.map((day) => ({ ...window, days: [day] as [number] })))
    .toSorted((one, other) => one.days[0] - other.days[0] || compare(one.start, other.start));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
