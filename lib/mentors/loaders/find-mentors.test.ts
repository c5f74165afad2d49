import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, pool } from '@/db/client';
import { listSkills, resolveSkills } from '@/db/queries/skills';
import { mentors } from '@/db/schema/mentors';
import { services, variants } from '@/db/schema/services';
import { users } from '@/db/schema/users';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { demoMentors } from '@/scripts/seed/mentors/all';
import { publicOrganizationId } from '@/testing/people';
import { findMentors } from './find-mentors';
import { type MentorKey, type SearchedMentor, searchedMentors } from './quality/mentors';
import { queries } from './quality/queries';

const ids = new Map<MentorKey, string>();

async function add(key: MentorKey, { name, services: titles, ...shown }: SearchedMentor) {
  const userId = uuidv7();
  ids.set(key, userId);
  await db.insert(users).values({ id: userId, email: `${key}@example.org`, name });
  await db.insert(mentors).values({
    ...shown,
    skills: await resolveSkills(db, shown.skills),
    userId,
    slug: key,
    organizationId: publicOrganizationId,
    timeZone: 'UTC',
    publishedAt: Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: ids.size }),
  });
  for (const title of titles) {
    const serviceId = uuidv7();
    await db.insert(services).values({ id: serviceId, mentorId: userId, title });
    await db.insert(variants).values({ serviceId, durationMinutes: 30, priceCredits: 0 });
  }
}

beforeAll(async () => {
  for (const key of Object.keys(searchedMentors) as MentorKey[]) {
    await add(key, searchedMentors[key]);
  }
});
afterAll(() => pool.end());

const find = (query: string, perPage = 5) =>
  findMentors(
    db,
    {
      query,
      viewerId: null,
      skills: [],
      language: null,
      format: null,
      maxPrice: null,
      sort: 'match',
    },
    { page: 1, perPage },
  );
const slugsOf = async (query: string) => (await find(query)).mentors.map(({ slug }) => slug);

it('has a right mentor among the first five for at least 95 % of the queries', async () => {
  expect(queries.length).toBeGreaterThanOrEqual(60);
  const misses: string[] = [];
  for (const [query, right] of queries) {
    const found = await slugsOf(query);
    if (!right.some((key) => found.includes(key))) misses.push(`${query}: ${found.join(', ')}`);
  }
  if (misses.length > 0) console.log(`missed by the search:\n${misses.join('\n')}`);
  expect(misses.length).toBeLessThanOrEqual(queries.length * 0.05);
});

it.each([
  ['en', en.home.searchPlaceholder],
  ['fr', fr.home.searchPlaceholder],
])('finds somebody for each of the suggestions of the home page in %s', async (_, placeholder) => {
  const suggestions = placeholder.replace('…', '').split(', ');
  expect(suggestions.length).toBeGreaterThan(1);
  for (const query of suggestions) {
    const { total, words } = await find(query);
    expect({ query, ...words }).toMatchObject({ query, matching: 'all', misspelt: [] });
    expect(total).toBeGreaterThan(0);
  }
});

describe('names with signs', () => {
  it.each([
    ['c++', ['yann']],
    ['C++', ['yann']],
    ['c#', ['grace']],
    ['.NET', ['grace']],
    ['asp.net', ['grace']],
  ])('%s means only what it names', async (query, right) => {
    expect(await slugsOf(query)).toEqual(right);
  });
});

describe('what is said of the words', () => {
  it('nothing, where somebody has them all', async () => {
    expect((await find('python sql')).words).toEqual({
      matching: 'all',
      misspelt: [],
      meant: null,
      nearest: [],
    });
  });

  it('that only some were found', async () => {
    const { mentors: found, words } = await find('comptabilité Kinshasa');
    expect(words).toMatchObject({ matching: 'any', misspelt: [] });
    expect(found.map(({ slug }) => slug).toSorted()).toEqual(['moussa', 'paul']);
  });

  it('what was probably meant', async () => {
    expect((await find('comptabilté')).words).toMatchObject({
      misspelt: ['comptabilté'],
      meant: 'accounting',
    });
  });

  it('nothing of a skill that nobody has', async () => {
    const { total, words } = await find('dentistri');
    expect([total, words.meant]).toEqual([0, null]);
  });

  it('nothing where nothing is like it', async () => {
    expect(await find('xqzzywv')).toMatchObject({
      total: 0,
      words: { misspelt: ['xqzzywv'], meant: null, nearest: [] },
    });
  });
});

describe('the vocabulary', () => {
  it('has an unmistakable name for every skill in both languages', async () => {
    const skills = await listSkills(db);
    expect(skills.length).toBeGreaterThan(290);
    for (const name of ['id', 'nameEn', 'nameFr'] as const) {
      const names = skills.map((skill) => skill[name]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((one) => one.length > 40 || one.includes(','))).toEqual([]);
      expect(await resolveSkills(db, names)).toEqual(skills.map(({ id }) => id));
    }
  });

  it('has every skill of the demo', async () => {
    const known = new Set((await listSkills(db)).map(({ id }) => id));
    const named = demoMentors.flatMap((mentor) => mentor.skills);
    expect((await resolveSkills(db, named)).filter((skill) => !known.has(skill))).toEqual([]);
  });

  it('knows synonyms, accents and plurals, and leaves alone what it does not know', async () => {
    expect(
      await resolveSkills(db, ['maths', 'Bourse', 'BOURSES D’ETUDES', 'c sharp', 'Beekeeping']),
    ).toEqual(['mathematics', 'scholarships', 'c-sharp', 'Beekeeping']);
  });
});
