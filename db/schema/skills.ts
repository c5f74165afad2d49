import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

/**
 * The vocabulary of skills: reference data that migrations write. A mentor's `skills` hold ids of it,
 * and beside them words of the mentor's own that it does not know.
 */
export const skills = pgTable(
  'skills',
  {
    id: text().primaryKey(),
    nameEn: text().notNull(),
    nameFr: text().notNull(),
    /** What else people call it, between commas. */
    synonymsEn: text().notNull(),
    synonymsFr: text().notNull(),
  },
  (table) => [check('skills_id_is_plain', sql`${table.id} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)],
);

/** Every name and synonym of both languages, as `search_text` writes it. Each means one skill. */
export const skillTerms = pgTable(
  'skill_terms',
  {
    term: text().primaryKey(),
    skillId: text()
      .notNull()
      .references(() => skills.id),
  },
  (table) => [
    index('skill_terms_skill_idx').on(table.skillId),
    index('skill_terms_term_idx').using('gin', table.term.op('gin_trgm_ops')),
  ],
);
