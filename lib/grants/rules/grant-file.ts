import type { GrantRow } from '@/domain/credits';
import { emailAddress } from '@/lib/auth/schema';
import { ok, type Result } from '@/kernel/result';
import { mostReasonLetters } from '@/lib/grants/constants';
import { type Columns, readPeopleFile } from '@/lib/tables/rules/people-file';
import type { Cells } from '@/lib/tables/rules/table';
import type { FileRefusal } from '@/lib/tables/schema';
import { creditsOf } from './amounts';

/** Letters of a cell that is not understood that are kept, to show which one it was. */
const mostShownLetters = 100;

/** What people call the columns, in both languages. */
const names = {
  credits: /^(credits?|crédits?|amount|montant|nombre)$/,
  reason: /^(reason|raison|motif|why|note)$/,
};

/**
 * Reads a list of people and credits (see {@link readPeopleFile}), without names of columns address,
 * credits, reason.
 *
 * Rows are `ready` as far as the file can tell; whether anybody has the address is not known here.
 * @param reason of the rows that have none of their own; empty: each needs one
 * @throws nothing that a file can cause
 */
export function readGrantFile(
  file: Uint8Array,
  { reason }: { reason: string },
): Result<GrantRow[], FileRefusal> {
  const read = readPeopleFile(file, { names, needed: { width: 2, column: 'credits' } });
  if (!read.ok) return read;
  const { columns, people } = read.value;
  return ok(judge(people.map((record) => rowOf(record, columns, reason))));
}

function rowOf(
  { row, cells }: Cells,
  columns: Columns<keyof typeof names>,
  commonReason: string,
): GrantRow {
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
