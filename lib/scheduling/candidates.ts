import type { Window } from './windows';

/** Returns false to stop. */
type Visit = (start: number, capacity: number) => boolean;

/**
 * Visits each start that the windows' grids give in [earliest, until), ascending and once, with the
 * largest capacity of the windows that give it. Windows come in order of their starts.
 */
export function visitStarts(
  windows: readonly Window[],
  step: number,
  earliest: number,
  until: number,
  visit: Visit,
): void {
  let group: Window[] = [];
  let groupEnd = -Infinity;
  for (const window of windows) {
    // Only the grids of windows that overlap can run into each other.
    if (window.start >= groupEnd) {
      if (!visitGroup(group, step, earliest, until, visit)) return;
      group = [];
    }
    group.push(window);
    groupEnd = Math.max(groupEnd, window.end);
  }
  visitGroup(group, step, earliest, until, visit);
}

function visitGroup(
  group: readonly Window[],
  step: number,
  earliest: number,
  until: number,
  visit: Visit,
): boolean {
  const [first] = group;
  if (first === undefined) return true;
  if (group.length === 1) return visitGrid(first, step, earliest, until, visit);

  const starts: { start: number; capacity: number }[] = [];
  for (const window of group) {
    visitGrid(window, step, earliest, until, (start, capacity) => {
      starts.push({ start, capacity });
      return true;
    });
  }
  starts.sort((one, other) => one.start - other.start || other.capacity - one.capacity);
  let last = -Infinity;
  for (const { start, capacity } of starts) {
    if (start === last) continue;
    if (!visit(start, capacity)) return false;
    last = start;
  }
  return true;
}

function visitGrid(
  window: Window,
  step: number,
  earliest: number,
  until: number,
  visit: Visit,
): boolean {
  const stepsPassed = Math.max(0, Math.ceil((earliest - window.start) / step));
  const end = Math.min(window.end, until);
  for (let start = window.start + stepsPassed * step; start < end; start += step) {
    if (!visit(start, window.capacity)) return false;
  }
  return true;
}
