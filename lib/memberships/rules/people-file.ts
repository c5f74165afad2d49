import { type ImportRow, mostNameLetters } from '@/domain/invitations';
import { type MemberRole, memberRoles } from '@/domain/organizations';
import { ok, type Result } from '@/kernel/result';
import { emailAddress } from '@/lib/auth/schema';
import { type Columns, readPeopleFile } from '@/lib/tables/rules/people-file';
import type { Cells } from '@/lib/tables/rules/table';
import type { FileRefusal } from '@/lib/tables/schema';

/** Letters of a cell that is not understood that are kept, to show which one it was. */
const mostShownLetters = 100;

/** What people call the columns, in both languages. */
const names = {
  name: /^((full |first )?name|nom( complet)?|prénom( et nom)?|nom et prénom)$/,
  role: /^(role|rôle|fonction)$/,
  language: /^(language|langue|lang|locale)$/,
};

/** What people call the roles, in both languages and either gender. */
const roleWords: Record<MemberRole, readonly string[]> = {
  member: ['member', 'membre', 'student', 'élève', 'eleve'],
  admin: ['admin', 'administrator', 'administrateur', 'administratrice', 'administration'],
  owner: ['owner', 'propriétaire', 'proprietaire'],
};

const languageWords = {
  en: ['en', 'english', 'anglais'],
  fr: ['fr', 'french', 'français', 'francais'],
} as const;

/**
 * Reads a list of people to invite (see {@link readPeopleFile}), without names of columns address, name,
 * role, language. Who has no role is invited as a member; who has no language, in the organization's.
 *
 * Rows are `ready` as far as the file can tell; who is known to the organization is not known here.
 * @throws nothing that a file can cause
 */
export function readInvitationFile(file: Uint8Array): Result<ImportRow[], FileRefusal> {
  const read = readPeopleFile(file, { names, needed: { width: 1, column: null } });
  if (!read.ok) return read;
  const { columns, people } = read.value;
  return ok(judge(people.map((record) => rowOf(record, columns))));
}

function rowOf({ row, cells }: Cells, columns: Columns<keyof typeof names>): ImportRow {
  const cellOf = (name: keyof typeof columns) => cells[columns[name]] ?? '';
  const written = cellOf('email');
  const email = emailAddress.safeParse(written);
  const role = roleOf(cellOf('role'));
  const locale = localeOf(cellOf('language'));
  return {
    row,
    email: email.data ?? written.slice(0, mostShownLetters),
    name: cellOf('name').slice(0, mostNameLetters),
    role: role ?? cellOf('role').slice(0, mostShownLetters),
    locale: locale === 'unknown' ? null : locale,
    outcome: !email.success
      ? 'bad_address'
      : role === null
        ? 'bad_role'
        : locale === 'unknown'
          ? 'bad_language'
          : 'ready',
  };
}

function roleOf(written: string): MemberRole | null {
  if (written === '') return 'member';
  const word = written.toLowerCase();
  return memberRoles.find((role) => roleWords[role].includes(word)) ?? null;
}

function localeOf(written: string): 'en' | 'fr' | null | 'unknown' {
  if (written === '') return null;
  const word = written.toLowerCase();
  const known = (['en', 'fr'] as const).find((locale) =>
    languageWords[locale].some((name) => name === word),
  );
  return known ?? 'unknown';
}

/** An address counts where it stands first, whatever its row is good for. */
function judge(rows: ImportRow[]): ImportRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.outcome === 'bad_address') return row;
    const isAgain = seen.has(row.email);
    seen.add(row.email);
    return isAgain ? { ...row, outcome: 'twice' } : row;
  });
}
