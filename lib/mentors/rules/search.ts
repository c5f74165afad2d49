import { organizationPath } from '@/domain/organizations';
import type { MentorSearch } from '../schema';

/** Filters that the list shows as chips: everything that narrows it but the words. */
export type MentorFilter =
  | { name: 'skill'; value: string }
  | { name: 'language'; value: string }
  | { name: 'format'; value: NonNullable<MentorSearch['format']> }
  | { name: 'price'; value: number }
  | { name: 'free'; value: string };

/** Words too common to tell one mentor from another, in both languages and without accents. */
const fillers = new Set(
  (
    'a an and for from how i in is learn me my need of on or the to want with ' +
    'a aide apprendre au aux avec besoin comment dans de des du en et je la le les mes mon ou par pour sur un une'
  ).split(' '),
);
/** l’anglais, d’histoire, qu’un: what stands before the apostrophe is no word. */
const elision = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['’](?=\p{L})/giu;

/** The words to look for, eight at most; fillers only where there is nothing else. */
export function searchWords(query: string): string[] {
  const words = query
    .replace(elision, '')
    .split(/[\s,;]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !fillers.has(withoutAccents(word)));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, 8);
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The query of the address that shows this search; what is as usual is left out. */
export function searchQuery(search: MentorSearch): string {
  const query = new URLSearchParams();
  if (search.q !== '') query.append('q', search.q);
  for (const skill of search.skill) query.append('skill', skill);
  if (search.language !== null) query.append('language', search.language);
  if (search.format !== null) query.append('format', search.format);
  if (search.price !== null) query.append('price', String(search.price));
  if (search.free !== null) query.append('free', search.free);
  if (search.sort !== 'match') query.append('sort', search.sort);
  if (search.page > 1) query.append('page', String(search.page));
  return query.toString();
}

/** The path of the list of all mentors, or of an organization's, by its slug. */
export function listPath(organization?: string): string {
  return organization === undefined ? '/mentors' : organizationPath(organization);
}

/** The path of the list that shows this search, without its language. */
export function searchPath(search: MentorSearch): string {
  const query = searchQuery(search);
  const path = listPath(search.organization);
  return query === '' ? path : `${path}?${query}`;
}

export function activeFilters(search: MentorSearch): MentorFilter[] {
  return [
    ...search.skill.map((value) => ({ name: 'skill' as const, value })),
    ...(search.language === null ? [] : [{ name: 'language' as const, value: search.language }]),
    ...(search.format === null ? [] : [{ name: 'format' as const, value: search.format }]),
    ...(search.price === null ? [] : [{ name: 'price' as const, value: search.price }]),
    ...(search.free === null ? [] : [{ name: 'free' as const, value: search.free }]),
  ];
}

/** The search that is left when one filter is taken away, from its first page. */
export function withoutFilter(search: MentorSearch, filter: MentorFilter): MentorSearch {
  const rest =
    filter.name === 'skill'
      ? { skill: search.skill.filter((skill) => skill !== filter.value) }
      : { [filter.name]: null };
  return { ...search, ...rest, page: 1 };
}

/** The search that is left when all filters are taken away; words and order stay. */
export function withoutFilters(search: MentorSearch): MentorSearch {
  return { ...search, skill: [], language: null, format: null, price: null, free: null, page: 1 };
}
