import { describe, expect, it } from 'vitest';
import { mentorSearch } from '../schema';
import {
  activeFilters,
  searchPath,
  searchQuery,
  searchWords,
  withoutFilter,
  withoutFilters,
} from './search';

describe('words', () => {
  it.each([
    ['', []],
    ['data engineer', ['data', 'engineer']],
    ['Data, data; DATA', ['Data', 'data', 'DATA']],
    ['first job in the city', ['first', 'job', 'city']],
    ['lettre de motivation à Paris', ['lettre', 'motivation', 'Paris']],
    ["l’anglais d'affaires", ['anglais', 'affaires']],
    ['aujourd’hui', ['aujourd’hui']],
    ['O’Brien', ['O’Brien']],
    ['how to learn C++', ['C++']],
    ['besoin d’aide en maths', ['maths']],
    ['art & science --', ['art', 'science']],
    // A filler alone is what is meant: somebody may be called "Le".
    ['le', ['le']],
    ['a b c d e f g h i j k', ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'j']],
  ])('%s', (query, words) => {
    expect(searchWords(query)).toEqual(words);
  });
});

const full = mentorSearch.parse({
  q: 'data & more',
  skill: ['C++', 'Énergie'],
  language: 'fr',
  format: 'video',
  price: '0',
  free: 'week',
  sort: 'price',
  page: '3',
});

describe('addresses', () => {
  it('come back as they went', () => {
    const query = new URLSearchParams(searchQuery(full));
    const read = { ...Object.fromEntries(query), skill: query.getAll('skill') };
    expect(mentorSearch.parse(read)).toEqual(full);
  });

  it('are bare for the whole list', () => {
    expect(searchPath(mentorSearch.parse({}))).toBe('/mentors');
    const ofSchool = { ...mentorSearch.parse({ q: 'law' }), organization: 'school' };
    expect(searchPath(ofSchool)).toBe('/o/school?q=law');
    expect(searchPath({ ...ofSchool, q: '' })).toBe('/o/school');
  });

  it('lose one filter, and the page with it', () => {
    const [skill] = activeFilters(full);
    expect(skill).toEqual({ name: 'skill', value: 'C++' });
    expect(skill && withoutFilter(full, skill)).toEqual({ ...full, skill: ['Énergie'], page: 1 });
    expect(withoutFilter(full, { name: 'free', value: 'week' })).toEqual({
      ...full,
      free: null,
      page: 1,
    });
  });

  it('lose all filters, but neither words nor order', () => {
    const rest = withoutFilters(full);
    expect(activeFilters(full)).toHaveLength(6);
    expect(activeFilters(rest)).toEqual([]);
    expect(searchPath(rest)).toBe('/mentors?q=data+%26+more&sort=price');
  });
});
