import { stringify } from 'csv-stringify/sync';
import type { Temporal } from 'temporal-polyfill';

export type CsvCell = string | number | Temporal.ZonedDateTime;

/**
 * A table as spreadsheets of that language open it by a double click: in French with semicolons,
 * decimal commas and days before months; in English with commas, and dates that every English Excel
 * reads alike. UTF-8 with the mark by which Excel knows it, and nothing in it that Excel would run.
 * @see https://www.rfc-editor.org/rfc/rfc4180 for what is the same in both
 */
export function csvFile(rows: readonly (readonly CsvCell[])[], locale: 'en' | 'fr'): string {
  return stringify(
    rows.map((row) => row.map((cell) => written(cell, locale))),
    {
      bom: true,
      delimiter: locale === 'fr' ? ';' : ',',
      record_delimiter: 'windows',
      // Of the ends of lines, the package itself sees to its own alone.
      quoted_match: /[\r\n]/,
    },
  );
}

function written(cell: CsvCell, locale: 'en' | 'fr'): string {
  if (typeof cell === 'number')
    return locale === 'fr' ? String(cell).replace('.', ',') : String(cell);
  if (typeof cell === 'string') return defused(cell);
  const [year = '', month = '', day = ''] = cell.toPlainDate().toString().split('-');
  const time = cell.toPlainTime().toString({ smallestUnit: 'minute' });
  return locale === 'fr' ? `${day}/${month}/${year} ${time}` : `${year}-${month}-${day} ${time}`;
}

/**
 * Text that a spreadsheet would take for a formula, behind an apostrophe.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function defused(text: string): string {
  return /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
