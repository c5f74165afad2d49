/** What keeps people out, or fails, in a migration that runs while they book; docs/migrations.md says what to do instead. */
export interface Harm {
  statement: string;
  why: string;
}

/** A statement that begins with this comment has had its rows counted: `-- harmless: few rows`. */
const known = /^\s*--\s*harmless:\s*\S/;

const rules: { why: string; test: (statement: string) => boolean }[] = [
  {
    why: 'a check or a foreign key reads every row: NOT VALID first, VALIDATE in the next release',
    test: (statement) =>
      /\badd constraint\b.*\b(?:check|foreign key)\b/.test(statement) &&
      !/\bnot valid$/.test(statement),
  },
  {
    why: 'a key builds its index under the lock: build it CONCURRENTLY, then ADD CONSTRAINT … USING INDEX',
    test: (statement) =>
      /\badd constraint\b.*\b(?:unique|primary key|exclude)\b/.test(statement) &&
      !/\busing index\b/.test(statement),
  },
  {
    why: 'an index is built while nobody writes: IF NOT EXISTS, for those who have built it CONCURRENTLY',
    test: (statement) =>
      /^create (?:unique )?index\b/.test(statement) && !/\bif not exists\b/.test(statement),
  },
  {
    why: 'a column without a constant default is null in the rows that are there',
    test: (statement) =>
      /\badd column\b.*\bnot null\b/.test(statement) && !/\bdefault\b/.test(statement),
  },
  {
    why: 'a default that is worked out for each row, and a stored expression, rewrite the table',
    test: (statement) =>
      /\badd column\b.*\b(?:default\s+\(*(?!now\(\))\w+\(|generated always as \()/.test(statement),
  },
  {
    why: 'another type rewrites the table',
    test: (statement) => /\balter column\b.*\b(?:set data )?type\b/.test(statement),
  },
  {
    why: 'a column that must not be null is read whole: a check IS NOT NULL comes first',
    test: (statement) => /\bset not null\b/.test(statement),
  },
  {
    why: 'rows are filled in by a script, a few thousand at a time',
    test: (statement) => /^(?:update|delete from|insert into)\b/.test(statement),
  },
];

/** @param sql of one migration, its statements apart as drizzle-kit writes them */
export function harmsOf(sql: string): Harm[] {
  const statements = sql.split(/--> statement-breakpoint|;[ \t]*(?:\n|$)/);
  const isNew = new Set(
    statements.flatMap((text) => /create table (?:if not exists )?"?(\w+)/i.exec(text)?.[1] ?? []),
  );
  return statements.flatMap((text) => {
    const statement = text
      .replaceAll(/^\s*--.*$/gm, '')
      .replaceAll(/\s+/g, ' ')
      .replace(/;\s*$/, '')
      .trim()
      .toLowerCase();
    const table =
      /\b(?:alter table(?: only)?|on(?: only)?|update|into|from) "?(?:public"?\."?)?(\w+)/.exec(
        statement,
      )?.[1];
    if (known.test(text) || (table !== undefined && isNew.has(table))) return [];
    return rules.filter(({ test }) => test(statement)).map(({ why }) => ({ statement, why }));
  });
}
