import { CsvError, parse } from 'csv-parse/sync';
import { mostRows } from '../constants';
import { decodeAs, decodeWindows } from '@/kernel/decode';
import { ok, refused, type Result } from '@/kernel/result';

/** Rows that are read at all, empty ones too. */
const mostLines = 5 * mostRows;

export interface Cells {
  /** As a spreadsheet counts them, from 1. */
  row: number;
  cells: string[];
}

/**
 * The rows of a file as any spreadsheet saves one: commas, semicolons or tabs between the cells, in
 * UTF-8 with or without a mark, in UTF-16 with one, or in Windows-1252; a first line such as `sep=;` says
 * what stands between. Empty rows are rows too, for whoever looks for the third one on a screen.
 * @see https://encoding.spec.whatwg.org/#bom-sniff for the marks
 */
export function readTable(
  file: Uint8Array,
): Result<Cells[], 'file_not_text' | 'file_malformed' | 'file_too_long'> {
  const text = decode(file);
  if (text === null) return refused('file_not_text');
  const { delimiter, body } = takeSeparator(text);
  try {
    const records: string[][] = parse(body, {
      delimiter,
      relax_column_count: true,
      trim: true,
      to: mostLines + 1,
    });
    if (records.length > mostLines) return refused('file_too_long');
    return ok(records.map((record, index) => ({ row: index + 1, cells: record.map(clean) })));
  } catch (error) {
    if (error instanceof CsvError) return refused('file_malformed');
    throw error;
  }
}

/** The marks that a text begins with, in the order in which they are looked for. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Null for what is no text. */
function decode(file: Uint8Array): string | null {
  const mark = marks.find(({ bytes }) => bytes.every((byte, place) => file[place] === byte));
  if (mark) return decodeAs(file, mark.encoding);
  const text = decodeAs(file, 'utf-8');
  if (text !== null) return text;
  // Any bytes are Windows-1252, of a picture too; but no text of it has control characters.
  const western = decodeWindows(file);
  return /[^\P{Cc}\t\r\n]/u.test(western) ? null : western;
}

/** Excel's own line that says what stands between cells, which it does not count as a row. */
const said = /^"?sep=([,;\t|])"?[ \t]*(?:\r\n|\r|\n|$)/i;

function takeSeparator(text: string): { delimiter: string; body: string } {
  const [line, delimiter] = said.exec(text) ?? [];
  if (line !== undefined && delimiter !== undefined)
    return { delimiter, body: text.slice(line.length) };
  return { delimiter: guessSeparator(text), body: text };
}

/** As much of a file as is looked at for what stands between its cells. */
const lookedAt = 20_000;

/**
 * What most often stands beside an address, since a title or a reason may have any of them in it; without
 * addresses, the first that can stand between cells.
 */
function guessSeparator(text: string): string {
  const votes = new Map<string, number>();
  const beside = /([,;\t])\s*"?[^\s",;]+@[^\s",;]+|[^\s",;]+@[^\s",;]+"?\s*([,;\t])/g;
  for (const [, before, after] of text.slice(0, lookedAt).matchAll(beside)) {
    const separator = after ?? before ?? ',';
    votes.set(separator, (votes.get(separator) ?? 0) + 1);
  }
  const [winner] = [...votes].toSorted(([, one], [, other]) => other - one);
  if (winner) return winner[0];
  const [, first = ','] = /^(?:"(?:[^"]|"")*"|[^",;\t\r\n])*([,;\t])/.exec(text.trim()) ?? [];
  return first;
}

function clean(cell: string): string {
  return cell.replaceAll(/[\p{Cc}\uFEFF]+/gu, ' ').trim();
}
