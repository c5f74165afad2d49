import { ok, refused, type Result } from '@/kernel/result';
import { mostFileBytes, mostRows } from '../constants';
import type { FileRefusal } from '../schema';
import { type Cells, readTable } from './table';

/** What people call the column of addresses, in both languages. */
const email =
  /^(e[-\u2011]?mail( address)?|(adresse )?(e[-\u2011]?mail|courriel)|adresse( électronique)?|address|mail)$/;

/** Rows above the names of the columns, such as what the list is of. */
const mostRowsAbove = 10;

/** Where each column is, from 0; -1: there is none. */
export type Columns<Name extends string> = Record<Name | 'email', number>;

/** A file of people, a row each. */
export interface PeopleFile<Name extends string> {
  columns: Columns<Name>;
  people: Cells[];
}

/**
 * Reads a list of people as any spreadsheet saves it (see {@link readTable}), with a row of the columns'
 * names in any order or, without one, the address and then the others in the order in which `names` has
 * them. What stands above, such as a title, is passed over.
 * @param names what people call the other columns, in lower case
 * @param needed how many columns there are at least, and which of the others has to be there
 * @throws nothing that a file can cause
 */
export function readPeopleFile<Name extends string>(
  file: Uint8Array,
  {
    names,
    needed,
  }: { names: Record<Name, RegExp>; needed: { width: number; column: NoInfer<Name> | null } },
): Result<PeopleFile<Name>, FileRefusal> {
  if (file.length === 0) return refused('file_missing');
  if (file.length > mostFileBytes) return refused('file_too_large');
  const table = readTable(file);
  if (!table.ok) return table;
  const records = table.value.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (records.length === 0) return refused('file_empty');

  const all = { email, ...names };
  const named = placeOfNames(records);
  const columns = columnsOf(all, named === -1 ? null : (records[named]?.cells ?? []));
  const people = records.slice(named === -1 ? placeOfFirst(records) : named + 1);
  const width = named === -1 ? (people[0]?.cells.length ?? 0) : needed.width;
  const isMissing = needed.column !== null && columns[needed.column] === -1;
  if (isMissing || width < needed.width) return refused('file_lacks_columns');
  if (people.length === 0) return refused('file_empty');
  if (people.length > mostRows) return refused('file_too_long');
  return ok({ columns, people });
}

/** The row that names the columns: one that calls a column the address and has none in it; -1: none does. */
function placeOfNames(records: Cells[]): number {
  const first = records.slice(0, mostRowsAbove);
  const place = first.findIndex(({ cells }) =>
    cells.some((cell) => email.test(cell.toLowerCase())),
  );
  // Whoever stands above the names would be passed over, so then they are none.
  return first.slice(0, place + 1).some(hasAddress) ? -1 : place;
}

/** The first row about somebody in a file without names of columns. */
function placeOfFirst(records: Cells[]): number {
  const place = records.slice(0, mostRowsAbove).findIndex((record) => !isTitle(record));
  return Math.max(place, 0);
}

/** A lone text in the first cell. */
function isTitle(record: Cells): boolean {
  return (
    !hasAddress(record) && record.cells.every((cell, column) => (cell !== '') === (column === 0))
  );
}

function hasAddress({ cells }: Cells): boolean {
  return cells.some((cell) => cell.includes('@'));
}

/** By their names; null: in the order in which they are known. */
function columnsOf<Name extends string>(
  known: Record<Name | 'email', RegExp>,
  titles: string[] | null,
): Columns<Name> {
  const places = Object.entries<RegExp>(known).map(([name, pattern], place) => [
    name,
    titles === null ? place : titles.findIndex((title) => pattern.test(title.toLowerCase())),
  ]);
  return Object.fromEntries(places) as Columns<Name>;
}
