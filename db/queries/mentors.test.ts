import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingFormat } from '@/domain/bookings';
import { db, pool } from '../client';
import { mentors } from '../schema/mentors';
import { memberships, organizations } from '../schema/organizations';
import { services, variants } from '../schema/services';
import { users } from '../schema/users';
import { readWords, searchMentors, type MentorCriteria } from './mentor-search';
import { mentorPath } from '@/domain/mentors';
import { getPublicMentor, listMentorFacets, listOffers, listPublicHandles } from './mentors';

const publicOrganization = '01900000-0000-7000-8000-000000000001';
const school = uuidv7();
const pupil = uuidv7();

interface Example {
  name: string;
  headline: string;
  city?: string;
  bio?: string;
  skills?: string[];
  languages?: string[];
  formats?: MeetingFormat[];
  /** Each a variant of one service; none: nothing on offer. */
  prices?: number[];
  organizationId?: string;
  isPublished?: boolean;
  isBlocked?: boolean;
  takingBookings?: boolean;
}

const examples: Example[] = [
  {
    name: 'Awa Diop',
    headline: 'Data engineer at a health charity',
    city: 'Dakar',
    bio: 'I came to data from nursing.',
    skills: ['SQL', 'Airflow'],
    languages: ['fr', 'wo', 'en'],
    prices: [12, 20],
  },
  {
    name: 'Kwame Owusu',
    headline: 'Designer of small engines',
    city: 'Accra',
    skills: ['Figma', 'Portfolio'],
    languages: ['en'],
    formats: ['video', 'phone'],
    prices: [15],
  },
  {
    name: 'Zoé Lefèvre',
    headline: 'Ingénieure en énergie, mid-career changes',
    city: 'Besançon',
    skills: ['Énergie', 'Node.js'],
    languages: ['fr'],
    prices: [0, 30],
  },
  {
    name: "Aoife O'Brien",
    headline: 'Speaks of Dakar and of data',
    city: 'Dublin',
    skills: ['SQL'],
    languages: ['en'],
    prices: [],
  },
  { name: 'Naledi Mokoena', headline: 'Biochemist', takingBookings: false, prices: [0] },
  { name: 'Hidden Draft', headline: 'Biochemist', isPublished: false, prices: [5] },
  { name: 'Blocked Person', headline: 'Biochemist', isBlocked: true, prices: [5] },
  {
    name: 'School Mentor',
    headline: 'Biochemist',
    organizationId: school,
    skills: ['Rowing'],
    prices: [5],
  },
];

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z]+/g, '-');

async function addMentor(example: Example, number: number) {
  const at = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: number });
  const [user] = await db
    .insert(users)
    .values({
      email: `${slugOf(example.name)}@example.org`,
      name: example.name,
      blockedAt: example.isBlocked ? at : null,
    })
    .returning({ id: users.id });
  const mentorId = user?.id ?? '';
  await db.insert(mentors).values({
    userId: mentorId,
    organizationId: example.organizationId ?? publicOrganization,
    slug: slugOf(example.name),
    headline: example.headline,
    bio: example.bio ?? '',
    city: example.city ?? '',
    skills: example.skills ?? [],
    languages: example.languages ?? [],
    formats: example.formats ?? ['video'],
    timeZone: 'Africa/Dakar',
    publishedAt: example.isPublished === false ? null : at,
    takingBookings: example.takingBookings ?? true,
  });
  const [service] = await db
    .insert(services)
    .values({ mentorId, title: 'Mock interview', capacity: 3, bufferAfterMinutes: 10 })
    .returning({ id: services.id });
  const prices = (example.prices ?? []).map((priceCredits, index) => ({
    serviceId: service?.id ?? '',
    durationMinutes: 30 * (index + 1),
    priceCredits,
  }));
  // Archived: must count nowhere.
  const archived = {
    serviceId: service?.id ?? '',
    durationMinutes: 120,
    priceCredits: 1,
    archivedAt: at,
  };
  await db.insert(variants).values([...prices, archived]);
}

beforeAll(async () => {
  await db.insert(organizations).values({ id: school, slug: 'school', name: 'A school' });
  await db.insert(users).values({ id: pupil, email: 'pupil@example.org' });
  await db.insert(memberships).values({ organizationId: school, userId: pupil });
  for (const [number, example] of examples.entries()) await addMentor(example, number);
});
afterAll(() => pool.end());

const everyone: MentorCriteria = {
  viewerId: null,
  words: [],
  matching: 'all',
  meantSkills: [],
  skills: [],
  language: null,
  format: null,
  maxPrice: null,
  sort: 'match',
  limit: 50,
  offset: 0,
};

type Asked = Partial<Omit<MentorCriteria, 'words'> & { words: string[] }>;

async function find({ words = [], ...criteria }: Asked) {
  const asked = { ...everyone, ...criteria };
  return searchMentors(db, { ...asked, words: await readWords(db, { ...asked, words }) });
}

async function namesOf(asked: Asked) {
  const found = await find(asked);
  expect(found.total).toBe(found.mentors.length);
  return found.mentors.map((mentor) => mentor.name);
}

describe('words', () => {
  it.each([
    ['a name', ['Awa'], ['Awa Diop']],
    ['the beginning of a word', ['eng', 'dak'], ['Awa Diop']],
    ['no accents for accents', ['energie', 'besancon'], ['Zoé Lefèvre']],
    ['accents for none', ['Éngineer'], ['Awa Diop']],
    ['one wrong letter', ['Kwane'], ['Kwame Owusu']],
    ['a letter left out', ['Airflw'], ['Awa Diop']],
    ['a typo beside a right word', ['portfollio', 'accra'], ['Kwame Owusu']],
    ['a word of the biography', ['nursing'], ['Awa Diop']],
    ['a title of a service, and all other words', ['interview', 'figma'], ['Kwame Owusu']],
    ['a compound', ['mid-career'], ['Zoé Lefèvre']],
    ['a name with a dot', ['node.js'], ['Zoé Lefèvre']],
    ['the end of a name with a dot', ['js'], ['Zoé Lefèvre']],
    ['an apostrophe', ["O'Brien"], ["Aoife O'Brien"]],
    ['a curly apostrophe', ['O’Brien'], ["Aoife O'Brien"]],
    ['words of two mentors', ['awa', 'figma'], []],
    ['what nobody has', ['xylophone'], []],
    ['operators of the query language', ['a\\', "b'", '!(c', '&|:*'], []],
  ])('finds by %s', async (_, words, expected) => {
    expect(await namesOf({ words })).toEqual(expected);
  });

  it('ranks a name and a headline above a mention', async () => {
    expect(await namesOf({ words: ['data'] })).toEqual(['Awa Diop', "Aoife O'Brien"]);
  });

  it('looks for typos only where nobody has the word', async () => {
    // "Engines" is like it, as the next word is like both.
    expect(await namesOf({ words: ['Éngineer'] })).toEqual(['Awa Diop']);
    expect(new Set(await namesOf({ words: ['enginer'] }))).toEqual(
      new Set(['Awa Diop', 'Kwame Owusu']),
    );
    expect(await namesOf({ words: ['dakat'] })).toEqual(['Awa Diop', "Aoife O'Brien"]);
    expect(await namesOf({ words: ['biochemist'] })).toEqual(['Naledi Mokoena']);
  });
});

describe('filters', () => {
  it.each([
    ['any of the skills', { skills: ['Figma', 'Airflow'] }, ['Kwame Owusu', 'Awa Diop']],
    ['a language', { language: 'wo' }, ['Awa Diop']],
    ['a format', { format: 'phone' as const }, ['Kwame Owusu']],
    ['a price', { maxPrice: 12 }, ['Zoé Lefèvre', 'Awa Diop', 'Naledi Mokoena']],
    ['nothing to pay', { maxPrice: 0 }, ['Zoé Lefèvre', 'Naledi Mokoena']],
    ['what can be booked', { onlyBookable: true }, ['Zoé Lefèvre', 'Kwame Owusu', 'Awa Diop']],
    [
      'all together',
      { words: ['sql'], skills: ['SQL'], language: 'en', maxPrice: 12 },
      ['Awa Diop'],
    ],
    ['nobody', { language: 'wo', format: 'phone' as const }, []],
  ])('by %s', async (_, criteria, expected) => {
    expect(await namesOf(criteria)).toEqual(expected);
  });

  it('knows the least price, and that an archived variant has none', async () => {
    const { mentors: found } = await searchMentors(db, everyone);
    expect(Object.fromEntries(found.map((mentor) => [mentor.name, mentor.priceFrom]))).toEqual({
      'Awa Diop': 12,
      'Kwame Owusu': 15,
      'Zoé Lefèvre': 0,
      "Aoife O'Brien": null,
      'Naledi Mokoena': 0,
    });
  });
});

describe('order', () => {
  it('puts those who can be booked first, then the newest', async () => {
    expect(await namesOf({})).toEqual([
      'Zoé Lefèvre',
      'Kwame Owusu',
      'Awa Diop',
      'Naledi Mokoena',
      "Aoife O'Brien",
    ]);
  });

  it('sorts by price, those without one last', async () => {
    expect(await namesOf({ sort: 'price' })).toEqual([
      'Zoé Lefèvre',
      'Naledi Mokoena',
      'Awa Diop',
      'Kwame Owusu',
      "Aoife O'Brien",
    ]);
  });

  it('gives everyone once, page after page', async () => {
    const pages = await Promise.all(
      [0, 2, 4].map((offset) => searchMentors(db, { ...everyone, limit: 2, offset })),
    );
    const seen = pages.flatMap((page) => page.mentors.map((mentor) => mentor.slug));
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    expect(pages.map((page) => page.total)).toEqual([5, 5, 5]);
  });
});

describe('who sees whom', () => {
  it('keeps a private organization from visitors and other users', async () => {
    expect(await namesOf({ words: ['school'] })).toEqual([]);
    expect(await namesOf({ words: ['school'], viewerId: uuidv7() })).toEqual([]);
    expect((await listMentorFacets(db, { viewerId: null, limit: 50 })).skills).not.toContainEqual({
      value: 'Rowing',
      count: 1,
    });
  });

  it('shows an organization’s own to whom it shows them at all', async () => {
    expect(await namesOf({ organizationId: school, viewerId: pupil })).toEqual(['School Mentor']);
    expect(await namesOf({ organizationId: school })).toEqual([]);
    const within = { viewerId: pupil, organizationId: school };
    expect(await listMentorFacets(db, { ...within, limit: 50 })).toMatchObject({
      skills: [{ value: 'Rowing', count: 1 }],
    });
    // A word that others have is as unknown there as one that nobody has.
    const [word] = await readWords(db, { ...within, words: ['Awa'] });
    expect(word?.isKnown).toBe(false);
  });

  it('shows it to its members', async () => {
    expect(await namesOf({ words: ['school'], viewerId: pupil })).toEqual(['School Mentor']);
    expect((await listMentorFacets(db, { viewerId: pupil, limit: 50 })).skills).toContainEqual({
      value: 'Rowing',
      count: 1,
    });
  });

  it('hides drafts and blocked people, also where they alone have the word', async () => {
    expect(await namesOf({ words: ['draft'] })).toEqual([]);
    expect(await namesOf({ words: ['blocked'] })).toEqual([]);
  });

  it('lets the picture of a page say no more than a visitor may see', async () => {
    expect(await getPublicMentor(db, { organization: 'public', slug: 'awa-diop' })).toMatchObject({
      name: 'Awa Diop',
    });
    for (const slug of ['hidden-draft', 'blocked-person', 'nobody']) {
      expect(await getPublicMentor(db, { organization: 'public', slug })).toBeNull();
    }
    for (const organization of ['school', 'public']) {
      expect(await getPublicMentor(db, { organization, slug: 'school-mentor' })).toBeNull();
    }
  });

  it('lists for the sitemap what a visitor may find', async () => {
    const handles = await listPublicHandles(db, { limit: 50 });
    expect(handles.map(mentorPath)).toEqual(
      ['aoife-o-brien', 'awa-diop', 'kwame-owusu', 'naledi-mokoena', 'zoe-lefevre'].map(
        (slug) => `/mentors/${slug}`,
      ),
    );
  });
});

it('counts what the list can be filtered by', async () => {
  const facets = await listMentorFacets(db, { viewerId: null, limit: 3 });
  expect(facets.skills[0]).toEqual({ value: 'SQL', count: 2 });
  expect(facets.languages).toEqual([
    { value: 'en', count: 3 },
    { value: 'fr', count: 2 },
    { value: 'wo', count: 1 },
  ]);
});

it('lists what can be booked, with the seats and buffers of the service', async () => {
  const { mentors: found } = await find({ words: ['awa'] });
  const offers = await listOffers(db, { mentorIds: found.map((mentor) => mentor.mentorId) });
  expect(offers.map((offer) => offer.durationMinutes).toSorted((a, b) => a - b)).toEqual([30, 60]);
  expect(offers[0]).toMatchObject({
    capacity: 3,
    bufferBeforeMinutes: null,
    bufferAfterMinutes: 10,
  });
});
