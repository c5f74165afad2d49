import { and, arrayContains, arrayOverlaps, asc, eq, lte, sql, type SQL } from 'drizzle-orm';
import type { MeetingFormat } from '@/domain/bookings';
import type { MentorSort } from '@/domain/mentors';
import type { Executor } from '../client';
import { mentorListings } from '../schema/mentor-listings';
import { mentors } from '../schema/mentors';
import { organizations } from '../schema/organizations';
import { portraits } from '../schema/portraits';
import { users } from '../schema/users';
import { isViewer, shownAs } from '../viewer';
import { isListedFor } from './listed';

/** Where words are looked for: by a page in the view that has indexes for them. */
function searchedBy(executor: Executor) {
  return isViewer(executor) ? searchedMentors : mentors;
}

const searchedMentors = shownAs('searched_mentors', mentors);

/** A word that is looked for. */
export interface SearchWord {
  typed: string;
  /** As `search_text` writes it. */
  text: string;
  /** Whether some mentor whom the viewer may find has it as it was typed. */
  isKnown: boolean;
}

/** Whose mentors are looked for, by whom. */
export interface Finding {
  /** Null: a visitor. */
  viewerId: string | null;
  /** Of one organization alone; else of all. */
  organizationId?: string | undefined;
}

/** The words to look for as the search compares them, each once, and which of them somebody has. */
export async function readWords(
  executor: Executor,
  { viewerId, organizationId, words }: Finding & { words: string[] },
): Promise<SearchWord[]> {
  if (words.length === 0) return [];
  const owners = executor
    .select({ one: sql`1` })
    .from(searchedBy(executor))
    .innerJoin(mentorListings, eq(mentorListings.mentorId, mentors.userId))
    .where(
      and(
        isListedFor(viewerId, organizationId),
        sql`${mentors.searchVector} @@ word_query(search_text(typed.word))`,
      ),
    );
  const rows = await executor.execute<{ typed: string; text: string; is_known: boolean }>(sql`
    select typed.word as typed, search_text(typed.word) as text, exists (${owners}) as is_known
    from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) with ordinality as typed (word, place)
    order by place`);
  const read = rows.map(({ typed, text, is_known: isKnown }) => ({ typed, text, isKnown }));
  const texts = read.map(({ text }) => text);
  return read.filter(({ text }, place) => text !== '' && texts.indexOf(text) === place);
}

export interface MentorCriteria extends Finding {
  words: SearchWord[];
  /** Whether all of the words must be found, or one is enough. */
  matching: 'all' | 'any';
  /** Skills that the words are a name of: who has one comes first. */
  meantSkills: string[];
  /** Any of them. */
  skills: string[];
  language: string | null;
  format: MeetingFormat | null;
  /** In credits, of the cheapest variant; 0 is free. */
  maxPrice: number | null;
  /** Only those who take bookings and offer something. */
  onlyBookable?: boolean;
  /** "soonest" needs the slots: ask for "match" and sort what comes. */
  sort: Exclude<MentorSort, 'soonest'>;
  limit: number;
  offset: number;
}

/**
 * The mentors that the viewer may find and that meet all criteria, and how many there are before the
 * limit. `total` is 0 on a page beyond the last.
 */
export async function searchMentors(executor: Executor, criteria: MentorCriteria) {
  const { words, sort } = criteria;
  const conditions = and(...filtersOf(criteria), wordsFound(executor, criteria));
  const order = sql.join(
    [
      ...(sort === 'price' ? [sql`${mentorListings.priceFrom} asc nulls last`] : []),
      ...(sort === 'match' && words.length > 0
        ? rankOf(criteria).map((rank) => sql`(${rank}) desc`)
        : []),
      ...(sort === 'newest' ? [] : [sql`${mentorListings.isBookable} desc`]),
      sql`${mentorListings.publishedAt} desc`,
      // Pages must neither repeat nor lose anyone, so no two rows may be equal.
      sql`${mentorListings.mentorId} asc`,
    ],
    sql`, `,
  );
  // Everything about those who are not shown is read from the short rows and their indexes.
  // PostgreSQL leaves a left join out where nothing is asked of it: where there are no words.
  const page = executor
    .select({
      mentorId: mentorListings.mentorId,
      priceFrom: sql<number | null>`${mentorListings.priceFrom}`.as('price_from'),
      place: sql<number>`row_number() over (order by ${order})`.as('place'),
    })
    .from(mentorListings)
    .leftJoin(searchedBy(executor), eq(mentors.userId, mentorListings.mentorId))
    .where(conditions)
    .orderBy(order)
    .limit(criteria.limit)
    .offset(criteria.offset)
    .as('page');
  const total = executor
    .select({ total: sql`count(*)` })
    .from(mentorListings)
    .leftJoin(searchedBy(executor), eq(mentors.userId, mentorListings.mentorId))
    .where(conditions);

  const rows = await executor
    .select({
      mentorId: mentors.userId,
      organization: organizations.slug,
      slug: mentors.slug,
      organizationName: organizations.name,
      name: sql<string>`coalesce(${users.name}, '')`,
      portraitId: portraits.id,
      headline: mentors.headline,
      city: mentors.city,
      skills: mentors.skills,
      languages: mentors.languages,
      writtenIn: mentors.writtenIn,
      formats: mentors.formats,
      timeZone: mentors.timeZone,
      takingBookings: mentors.takingBookings,
      resumesOn: mentors.resumesOn,
      awayMessage: mentors.awayMessage,
      priceFrom: page.priceFrom,
      total: sql<number>`(${total})::int`,
    })
    .from(page)
    .innerJoin(mentors, eq(mentors.userId, page.mentorId))
    .innerJoin(users, eq(users.id, page.mentorId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .leftJoin(portraits, eq(portraits.mentorId, page.mentorId))
    .orderBy(asc(page.place))
    .limit(criteria.limit);
  return { total: rows[0]?.total ?? 0, mentors: rows.map(withoutTotal) };
}

function withoutTotal<Row extends { total: number }>(row: Row) {
  const { total: _, ...mentor } = row;
  return mentor;
}

export type FoundMentor = Awaited<ReturnType<typeof searchMentors>>['mentors'][number];

function filtersOf({ viewerId, organizationId, ...criteria }: MentorCriteria): (SQL | undefined)[] {
  const { skills, language, format, maxPrice } = criteria;
  return [
    isListedFor(viewerId, organizationId),
    skills.length > 0 ? arrayOverlaps(mentorListings.skills, skills) : undefined,
    language === null ? undefined : arrayContains(mentorListings.languages, [language]),
    format === null ? undefined : arrayContains(mentorListings.formats, [format]),
    maxPrice === null ? undefined : lte(mentorListings.priceFrom, maxPrice),
    criteria.onlyBookable ? sql`${mentorListings.isBookable}` : undefined,
  ];
}

/** Any of the words, or all: as one query, which the index answers at once. */
function queryOf(words: SearchWord[], matching: MentorCriteria['matching']): SQL {
  const operator = matching === 'all' ? sql` && ` : sql` || `;
  return sql`(${sql.join(
    words.map(({ text }) => sql`word_query(${text})`),
    operator,
  )})`;
}

const speltLike = ({ text }: SearchWord) => sql`select mentor_id from mentors_spelt_like(${text})`;

/** Condition: a word that somebody has is found as it was typed, and another by what looks like it. */
function wordsFound(executor: Executor, { words, matching }: MentorCriteria): SQL | undefined {
  const known = words.filter(({ isKnown }) => isKnown);
  const misspelt = words.filter(({ isKnown }) => !isKnown);
  const hasKnown = sql`${mentors.searchVector} @@ ${queryOf(known, matching)}`;
  if (matching === 'all') {
    return and(
      known.length > 0 ? hasKnown : undefined,
      ...misspelt.map((word) => sql`${mentorListings.mentorId} in (${speltLike(word)})`),
    );
  }
  if (misspelt.length === 0) return known.length > 0 ? hasKnown : undefined;
  const found = [
    ...(known.length > 0
      ? [executor.select({ id: mentors.userId }).from(searchedBy(executor)).where(hasKnown)]
      : []),
    ...misspelt.map(speltLike),
  ];
  return sql`${mentors.userId} in (${sql.join(found, sql` union all `)})`;
}

function isFound({ text, isKnown }: SearchWord): SQL {
  return isKnown
    ? sql`(${mentors.searchVector} @@ word_query(${text}))::int`
    : sql`(word_similarity(${text}, ${mentors.searchWords}) > 0.45)::int`;
}

/**
 * How well a mentor fits the words, the weightiest first: a skill that they name; how many of them are
 * found; and names before headline and skills before the rest, whole words before beginnings.
 */
function rankOf({ words, matching, meantSkills }: MentorCriteria): SQL[] {
  const whole = sql.join(
    words.map(({ text }) => sql`phraseto_tsquery('simple', ${text})`),
    sql` || `,
  );
  const phrase = words.map(({ text }) => text).join(' ');
  return [
    ...(meantSkills.length > 0
      ? [sql`(${arrayOverlaps(mentorListings.skills, meantSkills)})::int`]
      : []),
    ...(matching === 'any' ? [sql.join(words.map(isFound), sql` + `)] : []),
    sql`ts_rank(${mentors.searchVector}, ${queryOf(words, 'any')})
      + ts_rank(${mentors.searchVector}, ${whole})
      + word_similarity(${phrase}, ${mentors.searchWords})`,
  ];
}
