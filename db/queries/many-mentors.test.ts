/** What the list reads among 5,000 mentors: what it shows, and not what everybody offers. */
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMentors } from '@/lib/mentors/loaders/find-mentors';
import { makeUser, publicOrganizationId } from '@/testing/people';
import { plansOf } from '@/testing/plans';
import { raw } from '@/testing/raw';
import { pool } from '../client';
import { listMentorFacets } from './mentors';

const mentorCount = 5000;
let viewerId = '';

/** Written at once, with what the triggers would make of each: those are tested with a few. */
async function addMany(tx: TransactionSql) {
  for (const table of ['users', 'mentors', 'services', 'variants']) {
    await tx`alter table ${tx(table)} disable trigger user`;
  }
  await tx`
    create temporary table made as
    select gen_random_uuid() as id, gen_random_uuid() as service_id, number,
      array['accounting', 'nursing', 'law', 'figma', 'welding'] as every,
      'Person ' || number || ' Kouassi' as name
    from generate_series(1, ${mentorCount}) as number`;
  await tx`insert into users (id, email, name) select id, id || '@example.org', name from made`;
  await tx`
    insert into mentors (user_id, organization_id, slug, headline, bio, skills, languages, time_zone,
      published_at, search_words, search_vector)
    select id, ${publicOrganizationId}, 'mentor-' || number, 'Mentor of some years', repeat('A life. ', 100),
      array[every[1 + number % 5]], array['en', 'fr'], 'UTC', now() - number * interval '1 minute',
      search_text(name) || ' ' || terms.words || case when number % 500 = 0 then ' glassblowing' else '' end,
      to_tsvector('simple', search_text(name) || ' ' || terms.words
        || case when number % 500 = 0 then ' glassblowing' else '' end)
    from made, lateral (
      select string_agg(term, ' ') as words from skill_terms where skill_id = every[1 + number % 5]
    ) as terms`;
  await tx`insert into services (id, mentor_id, title) select service_id, id, 'A talk' from made`;
  await tx`
    insert into variants (id, service_id, duration_minutes, price_credits)
    select gen_random_uuid(), service_id, 30 * length, number % 40 from made, generate_series(1, 3) as length`;
  await tx`
    insert into mentor_listings (mentor_id, organization_id, is_public, is_listed, published_at, is_bookable,
      price_from, formats, skills, languages)
    select user_id, organization_id, true, true, published_at, number % 10 > 0, number % 40,
      formats, skills, languages
    from mentors join made on id = user_id`;
  for (const table of ['users', 'mentors', 'services', 'variants']) {
    await tx`alter table ${tx(table)} enable trigger user`;
  }
  await tx`drop table made`;
}

beforeAll(async () => {
  await raw.begin(addMany);
  ({ id: viewerId } = await makeUser());
  await raw`vacuum analyze`;
});
afterAll(() => pool.end());

const everyone = {
  query: '',
  viewerId: null,
  skills: [] as string[],
  language: null,
  format: null,
  maxPrice: null,
  sort: 'match' as const,
};

type Asked = Partial<Parameters<typeof findMentors>[1]>;

/** A page reads as the viewer; the owner's plans are what it is compared with. */
const cases = (['force_custom_plan', 'force_generic_plan'] as const).flatMap((mode) =>
  (['owner', 'viewer'] as const).map((who) => ({ mode, who })),
);

describe.each(cases)('with $mode, as the $who', ({ mode, who }) => {
  const viewing = (id: string | null) =>
    who === 'owner' ? undefined : id === null ? null : { id, memberOf: [], adminOf: [] };

  async function read(asked: Asked, page = 1) {
    const plans = await plansOf(
      (tx) => findMentors(tx, { ...everyone, ...asked }, { page, perPage: 12 }),
      mode,
      viewing(asked.viewerId ?? null),
    );
    // A short row each is read whole where that is less than an index; their profiles never are.
    for (const { wholeTables } of plans) expect(wholeTables).not.toContain('mentors');
    return {
      pages: plans.reduce((sum, plan) => sum + plan.pages, 0),
      indexes: plans.flatMap(({ indexes }) => indexes),
    };
  }

  it.each<[string, Asked]>([
    ['match', {}],
    ['newest', { sort: 'newest' }],
    ['newest', { sort: 'newest', onlyBookable: true }],
    ['price', { sort: 'price' }],
  ])('a page by %s is read in the order of its index', async (index, asked) => {
    for (const viewer of [null, viewerId]) {
      const { pages, indexes } = await read({ ...asked, viewerId: viewer });
      expect(indexes).toContain(`mentor_listings_${index}_idx`);
      expect(pages).toBeLessThan(400);
    }
  });

  it('a page far behind costs as much', async () => {
    expect((await read({}, 400)).pages).toBeLessThan(800);
  });

  it.each<[string, number, Asked]>([
    ['a rare word', 500, { query: 'glassblowing' }],
    ['a rare word beside another', 500, { query: 'glassblowing 1500' }],
    ['a misspelt rare word', 1500, { query: 'glasblowin' }],
    // A thousand mentors each: their search words are ranked.
    ['a frequent word', 10_000, { query: 'nurse' }],
    ['a misspelt frequent word', 10_000, { query: 'nursng' }],
    ['some of the words', 12_000, { query: 'nurse xqzzyw' }],
  ])('%s is found by an index', async (_, most, asked) => {
    const { pages, indexes } = await read(asked);
    expect(indexes).toContain('mentors_search_vector_idx');
    // Words are looked for in a view of their own, which is one look more for each mentor found.
    expect(pages).toBeLessThan(who === 'owner' ? most : most * 1.25);
  });

  it.each<[string, Asked]>([
    ['a skill', { skills: ['law'] }],
    ['a language', { language: 'fr' }],
    ['a price', { maxPrice: 3 }],
  ])('%s narrows the short rows alone', async (_, asked) => {
    expect((await read(asked)).pages).toBeLessThan(500);
  });

  it('what the list can be filtered by is counted from the short rows', async () => {
    const plans = await plansOf(
      (tx) => listMentorFacets(tx, { viewerId: null, limit: 24 }),
      mode,
      viewing(null),
    );
    for (const { pages } of plans) expect(pages).toBeLessThan(200);
  });
});
