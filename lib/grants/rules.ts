import { CsvError, parse } from 'csv-parse/sync';
import type { GrantRow, RowOutcome } from '@/domain/credits';
import { emailAddress } from '@/lib/auth/schema';
import { ok, refused, type Result } from '@/kernel/result';
import type { FileRefusal, GrantScope } from './schema';
import { mostCredits, mostFileBytes, mostReasonLetters, mostRows } from '@/lib/grants/constants';

/** Letters of a cell that is not understood that are kept, to show which one it was. */
const mostShownLetters = 100;

/** What people call the columns, in both languages. */
const columnNames = {
  email:
    /^(e-?mail( address)?|(adresse )?(e-?mail|courriel)|adresse( électronique)?|address|mail)$/,
  credits: /^(credits?|crédits?|amount|montant|nombre)$/,
  reason: /^(reason|raison|motif|why|note)$/,
};

interface Columns {
  email: number;
  credits: number;
  /** -1: there is none. */
  reason: number;
}

/**
 * Reads a list of people and credits: comma, semicolon or tab between the cells, UTF-8 with or without
 * a byte order mark, with a row of titles in any order or, without one, address, credits, reason.
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
  const text = decode(file);
  if (text === null) return refused('file_not_text');
  const records = parseRecords(text);
  if (records === null) return refused('file_malformed');
  const [first] = records;
  if (!first) return refused('file_empty');

  const titles = first.cells.map((cell) => cell.toLowerCase());
  const hasTitles = titles.some((title) => columnNames.email.test(title));
  const columns = hasTitles ? columnsOf(titles) : { email: 0, credits: 1, reason: 2 };
  if (columns.credits === -1 || first.cells.length < 2) return refused('file_lacks_columns');
  const people = hasTitles ? records.slice(1) : records;
  if (people.length === 0) return refused('file_empty');
  if (people.length > mostRows) return refused('file_too_long');
  return ok(judge(people.map((record) => rowOf(record, columns, reason))));
}

/** Whom an organization gives to: the public one has nobody and everybody as its members. */
export function scopeOf({ slug }: { slug: string }): GrantScope {
  return slug === 'public' ? 'everybody' : 'members';
}

/** Whole credits, from 1 to {@link mostCredits}, as people write them: digits alone. */
export function creditsOf(written: string): number | null {
  if (!/^\d{1,9}$/.test(written)) return null;
  const credits = Number(written);
  return credits >= 1 && credits <= mostCredits ? credits : null;
}

/** What a grant comes to. */
export function totalOf(rows: readonly GrantRow[], outcome: RowOutcome) {
  const those = rows.filter((row) => row.outcome === outcome);
  const totalCredits = those.reduce((sum, { credits }) => sum + (creditsOf(credits) ?? 0), 0);
  return { recipientCount: those.length, totalCredits };
}

function decode(file: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    // Latin-1, UTF-16 or no text at all: guessed wrongly, it would spell names wrongly.
    return null;
  }
}

interface Cells {
  row: number;
  cells: string[];
}

/** The rows that have something in them; null for quotation marks that do not close. */
function parseRecords(text: string): Cells[] | null {
  try {
    // Empty lines are rows too for whoever looks for the third one in a spreadsheet.
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, trim: true })
      .map((record, index) => ({ row: index + 1, cells: record.map(clean) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The first of those that can stand between cells: no address and no title has one in it. */
function delimiterOf(text: string): string {
  const [, delimiter = ','] = /^(?:"(?:[^"]|"")*"|[^",;\t\r\n])*([,;\t])/.exec(text.trim()) ?? [];
  return delimiter;
}

function clean(cell: string): string {
  return cell.replaceAll(/[\p{Cc}\uFEFF]+/gu, ' ').trim();
}

function columnsOf(titles: string[]): Columns {
  const placeOf = (name: keyof typeof columnNames) =>
    titles.findIndex((title) => columnNames[name].test(title));
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
