import { asc, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { mentorListings } from '../schema/mentor-listings';
import { skills, skillTerms } from '../schema/skills';
import { isListedFor } from './listed';
import type { Finding } from './mentor-search';

const most = 2000;

/** The vocabulary, by its English names. */
export async function listSkills(executor: Executor) {
  return executor.select().from(skills).orderBy(asc(skills.nameEn)).limit(most);
}

export type Skill = Awaited<ReturnType<typeof listSkills>>[number];

/**
 * Skills as a mentor names them, each as the vocabulary's id where it knows the name in either language,
 * and else as it was written; the same one once.
 */
export async function resolveSkills(executor: Executor, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const known = await executor.execute<{ name: string; id: string }>(sql`
    select given.name, ${skillTerms.skillId} as id
    from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as given (name)
    join ${skillTerms} on ${skillTerms.term} = search_text(given.name)`);
  const idOf = new Map(known.map(({ name, id }) => [name, id]));
  return [...new Set(names.map((name) => idOf.get(name) ?? name))];
}

/** The skills that these words are a name of. */
export async function listMeantSkills(executor: Executor, queries: string[]): Promise<string[]> {
  const terms = sql.join(
    queries.map((query) => sql`search_text(${query})`),
    sql`, `,
  );
  const rows = await executor
    .selectDistinct({ id: skillTerms.skillId })
    .from(skillTerms)
    .where(sql`${skillTerms.term} in (${terms})`)
    .limit(queries.length);
  return rows.map(({ id }) => id);
}

/**
 * Skills of mentors whom the viewer may find that are called something like one of the words, the most
 * alike first. `likeness` is pg_trgm's, from 0.3 to 1.
 */
export async function listNearestSkills(
  executor: Executor,
  { words, viewerId, organizationId, limit }: Finding & { words: string[]; limit: number },
) {
  const likeness = sql<number>`max(similarity(${skillTerms.term}, asked.word))`;
  const offered = executor
    .select({ skill: sql`unnest(${mentorListings.skills})` })
    .from(mentorListings)
    .where(isListedFor(viewerId, organizationId));
  return executor
    .select({ id: skillTerms.skillId, likeness })
    .from(
      sql`(select search_text(word) as word
        from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) as typed (word)) as asked`,
    )
    .innerJoin(skillTerms, sql`${skillTerms.term} % asked.word`)
    .where(sql`${skillTerms.skillId} in (${offered})`)
    .groupBy(skillTerms.skillId)
    .orderBy(sql`${likeness} desc`, asc(skillTerms.skillId))
    .limit(limit);
}
