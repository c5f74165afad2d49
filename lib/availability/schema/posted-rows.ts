import type { OverrideRange, WindowDraft } from '@/domain/availability';

/** The fields of a form's rows of hours: each comes once a row, so that the n-th of all are a row. */
export const rowFields = [
  'key',
  'day',
  'start',
  'end',
  'timeZone',
  'capacity',
  'firstOn',
  'lastOn',
  'active',
] as const;

export type PostedRows = Record<(typeof rowFields)[number], readonly string[]>;

/** A row of the weekly editor. */
export interface WindowRow extends WindowDraft {
  /** Tells rows apart while they are edited, and answers to them. */
  key: string;
}

/**
 * The rows that a form has sent. A row without hours says nothing: it is one to fill in, or one that
 * was emptied to take it away.
 */
export function readRows(posted: Partial<PostedRows>): WindowRow[] {
  const count = posted.start?.length ?? 0;
  return Array.from({ length: count }, (_, row): WindowRow => {
    const text = (field: keyof PostedRows) => (posted[field]?.[row] ?? '').trim();
    return {
      key: text('key') || `row-${String(row)}`,
      days: text('day') === '' ? [] : [Number(text('day'))],
      start: text('start').slice(0, 5),
      end: endOfHours(text('end').slice(0, 5)),
      timeZone: text('timeZone') || null,
      capacity: readSeats(text('capacity')),
      firstOn: text('firstOn') || null,
      lastOn: text('lastOn') || null,
      active: text('active') !== 'off',
    };
  }).filter(({ start, end }) => start !== '' || end !== '');
}

/** Left empty it sets no limit. */
export function readSeats(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** The other way; what is no number is typed anew. */
export function shownSeats(capacity: number | null): number | '' {
  return capacity === null || Number.isNaN(capacity) ? '' : capacity;
}

/** A field for a time of day knows no 24:00: midnight at the end is that of the next day. */
export function endOfHours(time: string): string {
  return time === '00:00' ? '24:00' : time;
}

/** The other way: how a time field shows the end of a window. */
export function shownEnd(end: string): string {
  return end === '24:00' ? '00:00' : end;
}

/** The open spans that a form has sent for single dates; `row` is where each stood. */
export function readRanges(
  posted: Partial<Pick<PostedRows, 'start' | 'end' | 'capacity'>>,
): (OverrideRange & { row: number })[] {
  const hours = (posted.start ?? []).map((start, row) => ({
    row,
    start: start.slice(0, 5),
    end: endOfHours((posted.end?.[row] ?? '').slice(0, 5)),
    capacity: readSeats((posted.capacity?.[row] ?? '').trim()),
  }));
  return hours.filter(({ start, end }) => start !== '' || end !== '');
}
