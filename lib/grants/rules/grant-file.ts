import type { GrantRow } from '@/domain/credits';
import { emailAddress } from '@/lib/auth/schema';
import { ok, refused, type Result } from '@/kernel/result';
import { mostFileBytes, mostReasonLetters, mostRows } from '@/lib/grants/constants';
import type { FileRefusal } from '../schema';
import { creditsOf } from './amounts';
import { type Cells, readTable } from './table';

/** Letters of a cell that is not understood that are kept, to show which one it was. */
const mostShownLetters = 100;

/** What people call the columns, in both languages. */
const columnNames = {
  email:
    /^(e[-\u2011]?mail( address)?|(adresse )?(e[-\u2011]?mail|courriel)|adresse( électronique)?|address|mail)$/,
  credits: /^(credits?|crédits?|amount|montant|nombre)$/,
  reason: /^(reason|raison|motif|why|note)$/,
};

interface Columns {
  email: number;
  credits: number;
  /** -1: there is none. */
  reason: number;
}

/** Rows above the names of the columns, such as what the list is of. */
const mostRowsAbove = 10;

/**
 * Reads a list of people and credits as any spreadsheet saves it (see {@link readTable}), with a row of
 * the columns' names in any order or, without one, address, credits, reason. What stands above, such as
 * a title, is passed over.
 *
 * Rows are `ready` as far as the file can tell; whether anybody has the address is not known here.
 * @param reason of the rows that have none of their own; empty: each needs one
 * @throws nothing that a file can cause
 */
export function readGrantFile(
  file: Uint8Array,
  { reason }: { reason: string },
): Result<GrantRow[], FileRefusal> {
  if (file.length === 0) return refused('file_missing');
  if (file.length > mostFileBytes) return refused('file_too_large');
  const table = readTable(file);
  if (!table.ok) return table;
  const records = table.value.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (records.length === 0) return refused('file_empty');

  const named = placeOfNames(records);
  const columns = named === -1 ? inOrder : columnsOf(records[named]?.cells ?? []);
  const people = records.slice(named === -1 ? placeOfFirst(records) : named + 1);
  const width = named === -1 ? (people[0]?.cells.length ?? 0) : 2;
  if (columns.credits === -1 || width < 2) return refused('file_lacks_columns');
  if (people.length === 0) return refused('file_empty');
  if (people.length > mostRows) return refused('file_too_long');
  return ok(judge(people.map((record) => rowOf(record, columns, reason))));
}

/** The columns of a file that does not name them. */
const inOrder: Columns = { email: 0, credits: 1, reason: 2 };

/** The row that names the columns: one that calls a column the address and has none in it; -1: none does. */
function placeOfNames(records: Cells[]): number {
  const first = records.slice(0, mostRowsAbove);
  const place = first.findIndex(({ cells }) =>
    cells.some((cell) => columnNames.email.test(cell.toLowerCase())),
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

function columnsOf(names: string[]): Columns {
  const placeOf = (name: keyof typeof columnNames) =>
    names.findIndex((title) => columnNames[name].test(title.toLowerCase()));
  return { email: placeOf('email'), credits: placeOf('credits'), reason: placeOf('reason') };
}

function rowOf({ row, cells }: Cells, columns: Columns, commonReason: string): GrantRow {
  const written = cells[columns.email] ?? '';
  const email = emailAddress.safeParse(written);
  const credits = cells[columns.credits] ?? '';
  const own = cells[columns.reason] ?? '';
  const reason = own === '' ? commonReason : own;
  return {
    row,
    email: email.data ?? written.slice(0, mostShownLetters),
    credits: credits.slice(0, mostShownLetters),
    reason: reason.slice(0, mostReasonLetters),
    outcome: !email.success
      ? 'bad_address'
      : creditsOf(credits) === null
        ? 'not_whole'
        : reason === ''
          ? 'no_reason'
          : reason.length > mostReasonLetters
            ? 'long_reason'
            : 'ready',
  };
}

/** An address counts where it stands first, whatever its row is good for: two sums are no sum. */
function judge(rows: GrantRow[]): GrantRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.outcome === 'bad_address') return row;
    const isAgain = seen.has(row.email);
    seen.add(row.email);
    return isAgain ? { ...row, outcome: 'duplicate' } : row;
  });
}
