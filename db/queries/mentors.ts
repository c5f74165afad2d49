import {
  and,
  arrayContains,
  arrayOverlaps,
  asc,
  desc,
  eq,
  isNotNull,
  isNull,
  lte,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { MeetingFormat } from '@/domain/bookings';
import type { MentorSort } from '@/domain/mentors';
import type { Executor } from '../client';
import { isAnyOf } from '../conditions';
import { mentors } from '../schema/mentors';
import { organizations } from '../schema/organizations';
import { portraits } from '../schema/portraits';
import { services, variants } from '../schema/services';
import { users } from '../schema/users';
import { isVisibleTo, offeredFormats } from './offers';

/** Condition: `viewerId` (null: a visitor) may find the mentor, whose tables are all joined in. */
function isListedFor(viewerId: string | null) {
  return and(isNotNull(mentors.publishedAt), isNull(users.blockedAt), isVisibleTo(viewerId));
}

/** What is typed goes between quotes, where only these two have a meaning. */
const lexeme = (word: string) =>
  sql`'''' || translate(plain_text(${word}), '''\\', '  ') || ''':*'`;
const query = (words: SQL) => sql`to_tsquery('simple', ${words})`;

/**
 * Condition: some word of the mentor's begins with `word`; or looks like it, where no mentor that
 * the viewer may find has it as it was typed. Accents and capitals do not count.
 */
function hasWord(executor: Executor, word: string, viewerId: string | null): SQL {
  const typed = executor
    .select({ id: mentors.userId })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .where(and(isListedFor(viewerId), sql`${mentors.searchVector} @@ ${query(lexeme(word))}`));
  return sql`${mentors.userId} in (
    with typed (id) as materialized (${typed})
    select id from typed
    union all
    select mentor_id from mentors_spelt_like(plain_text(${word}))
    where not exists (select from typed))`;
}

/** How well a mentor fits the words: names before headline and skills before the rest. */
function rankOf(words: string[]): SQL {
  const any = sql.join(words.map(lexeme), sql` || ' | ' || `);
  return sql`ts_rank(${mentors.searchVector}, ${query(any)})
    + word_similarity(plain_text(${words.join(' ')}), ${mentors.searchWords})`;
}

/** Condition: one of the mentor's services can be had in the format; where there is none yet, any of theirs. */
function offersFormat(format: MeetingFormat): SQL {
  const own = and(eq(services.mentorId, mentors.userId), isNull(services.archivedAt));
  return sql`(exists (select from ${services} where ${own} and ${format} = any(${offeredFormats}))
    or (${arrayContains(mentors.formats, [format])} and not exists (select from ${services} where ${own})))`;
}

export interface MentorCriteria {
  viewerId: string | null;
  /** All of them must be found. */
  words: string[];
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
 * The published mentors that the viewer may find and that meet all criteria, and how many there are
 * before the limit. `total` is 0 on a page beyond the last.
 */
export async function searchMentors(executor: Executor, criteria: MentorCriteria) {
  const { viewerId, words, skills, language, format, maxPrice } = criteria;
  const prices = executor
    .select({ from: sql<number | null>`min(${variants.priceCredits})`.as('price_from') })
    .from(variants)
    .innerJoin(services, eq(services.id, variants.serviceId))
    .where(
      and(
        eq(services.mentorId, mentors.userId),
        isNull(services.archivedAt),
        isNull(variants.archivedAt),
      ),
    )
    .as('prices');
  const isBookable = sql`(${mentors.takingBookings} and ${prices.from} is not null)`;

  const rows = await executor
    .select({
      mentorId: mentors.userId,
      slug: mentors.slug,
      name: sql<string>`coalesce(${users.name}, '')`,
      portraitId: portraits.id,
      headline: mentors.headline,
      city: mentors.city,
      skills: mentors.skills,
      languages: mentors.languages,
      formats: mentors.formats,
      timeZone: mentors.timeZone,
      takingBookings: mentors.takingBookings,
      awayMessage: mentors.awayMessage,
      priceFrom: prices.from,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .leftJoin(portraits, eq(portraits.mentorId, mentors.userId))
    .leftJoinLateral(prices, sql`true`)
    .where(
      and(
        isListedFor(viewerId),
        ...words.map((word) => hasWord(executor, word, viewerId)),
        skills.length > 0 ? arrayOverlaps(mentors.skills, skills) : undefined,
        language === null ? undefined : arrayContains(mentors.languages, [language]),
        format === null ? undefined : offersFormat(format),
        maxPrice === null ? undefined : lte(prices.from, maxPrice),
        criteria.onlyBookable ? isBookable : undefined,
      ),
    )
    .orderBy(
      ...(criteria.sort === 'price' ? [sql`${prices.from} asc nulls last`] : []),
      ...(criteria.sort === 'match' && words.length > 0 ? [sql`${rankOf(words)} desc`] : []),
      ...(criteria.sort === 'newest' ? [] : [sql`${isBookable} desc`]),
      desc(mentors.publishedAt),
      // Pages must neither repeat nor lose anyone, so no two rows may be equal.
      asc(mentors.userId),
    )
    .limit(criteria.limit)
    .offset(criteria.offset);
  return { total: rows[0]?.total ?? 0, mentors: rows.map(withoutTotal) };
}

function withoutTotal<Row extends { total: number }>(row: Row) {
  const { total: _, ...mentor } = row;
  return mentor;
}

export type FoundMentor = Awaited<ReturnType<typeof searchMentors>>['mentors'][number];

/** What can be booked with these mentors: the variants, with what their services say of seats. */
export async function listOffers(executor: Executor, { mentorIds }: { mentorIds: string[] }) {
  if (mentorIds.length === 0) return [];
  return executor
    .select({
      mentorId: services.mentorId,
      variantId: variants.id,
      durationMinutes: variants.durationMinutes,
      capacity: services.capacity,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
    })
    .from(variants)
    .innerJoin(services, eq(services.id, variants.serviceId))
    .where(
      and(
        isAnyOf(services.mentorId, mentorIds),
        isNull(services.archivedAt),
        isNull(variants.archivedAt),
      ),
    );
}

/** What the list can be filtered by: skills and languages of the mentors that the viewer may find. */
export async function listMentorFacets(
  executor: Executor,
  { viewerId, limit }: { viewerId: string | null; limit: number },
): Promise<{ skills: Facet[]; languages: Facet[] }> {
  const [skills, languages] = await Promise.all(
    [mentors.skills, mentors.languages].map((column) =>
      executor
        .select({ value: sql<string>`facet.value`, count: sql<number>`count(*)::int` })
        .from(mentors)
        .innerJoin(users, eq(users.id, mentors.userId))
        .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
        .innerJoinLateral(sql`unnest(${column}) as facet(value)`, sql`true`)
        .where(isListedFor(viewerId))
        .groupBy(sql`facet.value`)
        .orderBy(sql`count(*) desc`, sql`facet.value`)
        .limit(limit),
    ),
  );
  return { skills: skills ?? [], languages: languages ?? [] };
}

export interface Facet {
  value: string;
  /** How many mentors have it. */
  count: number;
}

/** The slugs of everyone a visitor may find, for the sitemap, which holds 50,000 addresses at most. */
export async function listPublicSlugs(executor: Executor, { limit }: { limit: number }) {
  return executor
    .select({ slug: mentors.slug })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .where(isListedFor(null))
    .orderBy(asc(mentors.slug))
    .limit(limit);
}

/** What a picture of a mentor's page says, or null when a visitor may not find them. */
export async function getPublicMentor(executor: Executor, { slug }: { slug: string }) {
  const [mentor] = await executor
    .select({
      slug: mentors.slug,
      name: sql<string>`coalesce(${users.name}, '')`,
      portraitId: portraits.id,
      headline: mentors.headline,
      city: mentors.city,
    })
    .from(mentors)
    .innerJoin(users, eq(users.id, mentors.userId))
    .innerJoin(organizations, eq(organizations.id, mentors.organizationId))
    .leftJoin(portraits, eq(portraits.mentorId, mentors.userId))
    .where(and(eq(mentors.slug, slug), isListedFor(null)))
    .limit(1);
  return mentor ?? null;
}
