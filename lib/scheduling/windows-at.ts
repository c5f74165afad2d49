import { visitStarts } from './candidates';
import { unionOf } from './intervals';
import type { SlotQuery } from './query';
import { openWindows } from './windows';

/** How a mentor's windows lie around one start. */
export interface WindowsAt {
  /** The first instant of the slot at which no window is open; null where all of it is open. */
  readonly closedFrom: number | null;
  /** The seats of a session that starts here; null where no window's grid has this start. */
  readonly capacity: number | null;
}

/** Looks at one start by the rules of the windows alone: neither range, notice nor busy time count. */
export function lookAtWindows(query: SlotQuery, start: number): WindowsAt {
  const end = start + query.duration;
  const windows = openWindows(query, start, end);
  let open = start;
  for (const span of unionOf(windows)) {
    if (span.start <= open && open < span.end) open = span.end;
  }
  let capacity: number | null = null;
  visitStarts(windows, query.step, start, start + 1, (_start, seats) => {
    capacity = seats;
    return false;
  });
  return { closedFrom: open >= end ? null : open, capacity };
}
