import type { WindowDraft } from '@/domain/availability';
import { splitDays } from '@/lib/availability/rules/weekly-set';
import type { WindowRow } from '@/lib/availability/schema/posted-rows';

/*
 * Rows of the weekly editor: one weekday each. Pure, so that the order in which they are shown is the
 * one in which they are posted.
 */

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export function rowsOf(windows: readonly WindowDraft[]): WindowRow[] {
  return splitDays(windows).map((window, index) => ({ ...window, key: `saved-${String(index)}` }));
}

export function rowsOfDay(rows: readonly WindowRow[], day: number): WindowRow[] {
  return rows.filter((row) => row.days[0] === day);
}

/** By weekday, and as they were within each: the order of the page, which is the one that is posted. */
export function inWeekOrder(rows: readonly WindowRow[]): WindowRow[] {
  return weekdays.flatMap((day) => rowsOfDay(rows, day));
}

/** An empty row for those who cannot add one; its key is none of the day's rows'. */
export function spareRow(day: number, rows: readonly WindowRow[]): WindowRow {
  return { ...plainRow, days: [day], key: `spare-${String(day)}-${String(rows.length)}` };
}

/** A row to fill in: an hour after the day's last, or nine to five where there is none. */
export function addRow(rows: readonly WindowRow[], day: number, key: string): WindowRow[] {
  const last = rowsOfDay(rows, day).at(-1);
  const start = last ? hourAfter(last.end) : '09:00';
  const end = last ? hourAfter(hourAfter(start)) : '17:00';
  const hours = start < end ? { start, end } : { start: '', end: '' };
  const row = { ...(last ?? plainRow), ...hours, active: true, days: [day], key };
  return [...rows, row];
}

export function changeRow(
  rows: readonly WindowRow[],
  key: string,
  change: Partial<WindowRow>,
): WindowRow[] {
  return rows.map((row) => (row.key === key ? { ...row, ...change } : row));
}

/** The other days get the same hours as `from`, in place of their own. */
export function copyDay(
  rows: readonly WindowRow[],
  from: number,
  to: readonly number[],
  newKey: () => string,
): WindowRow[] {
  const targets = to.filter((day) => day !== from);
  const kept = rows.filter(({ days: [day] }) => day === undefined || !targets.includes(day));
  const copied = targets.flatMap((day) =>
    rowsOfDay(rows, from).map((row) => ({ ...row, days: [day], key: newKey() })),
  );
  return [...kept, ...copied];
}

/** The same hours on some days, and nothing on the others. */
export function presetRows(
  days: readonly number[],
  hours: { start: string; end: string },
  newKey: () => string,
): WindowRow[] {
  return days.map((day) => ({ ...plainRow, ...hours, days: [day], key: newKey() }));
}

const plainRow: WindowDraft = {
  days: [],
  start: '',
  end: '',
  timeZone: null,
  capacity: null,
  firstOn: null,
  lastOn: null,
  active: true,
};

/** "13:00" after "12:00", and midnight after all that is later than 22:59. */
function hourAfter(time: string): string {
  const hour = Number(time.slice(0, 2)) + 1;
  if (time === '' || hour > 23) return '24:00';
  return `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}
