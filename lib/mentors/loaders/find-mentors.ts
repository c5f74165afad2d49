import type { Executor } from '@/db/client';
import {
  type FoundMentor,
  type MentorCriteria,
  readWords,
  searchMentors,
} from '@/db/queries/mentor-search';
import { listMeantSkills, listNearestSkills } from '@/db/queries/skills';
import { searchWords } from '../rules/search';

type Asked = Omit<MentorCriteria, 'words' | 'matching' | 'meantSkills' | 'limit' | 'offset'> & {
  /** As it was typed. */
  query: string;
};

export interface FoundMentors {
  /** Over all pages. */
  total: number;
  /** From 1; the last one, where a later one was asked for. */
  page: number;
  mentors: FoundMentor[];
  /** How the words were taken. */
  words: WordsTaken;
}

export interface WordsTaken {
  /** "any": nobody has all of them. */
  matching: 'all' | 'any';
  /** Words that nobody has: what looks like them was found, if anything. */
  misspelt: string[];
  /** The skill that was probably meant, where something is misspelt or nothing was found. */
  meant: string | null;
  /** Other skills that are called something like it. */
  nearest: string[];
}

/** Below this, a likeness to a skill's name is by chance. */
const probable = 0.45;
const nearestShown = 5;

/**
 * One page of the mentors that have the words of a query and meet all other criteria. Where nobody has
 * all of the words, those who have some.
 */
export async function findMentors(
  executor: Executor,
  { query, ...criteria }: Asked,
  { page, perPage }: { page: number; perPage: number },
): Promise<FoundMentors> {
  const { viewerId, organizationId } = criteria;
  const telling = searchWords(query);
  const [words, meantSkills] =
    telling.length === 0
      ? [[], []]
      : await Promise.all([
          readWords(executor, { viewerId, organizationId, words: telling }),
          listMeantSkills(executor, [query, telling.join(' ')]),
        ]);
  const read = (matching: 'all' | 'any') =>
    readPage(
      page,
      (number) =>
        searchMentors(executor, {
          ...criteria,
          words,
          meantSkills,
          matching,
          limit: perPage,
          offset: (number - 1) * perPage,
        }),
      perPage,
    );
  let matching: 'all' | 'any' = 'all';
  let found = await read(matching);
  if (found.total === 0 && words.length > 1) {
    matching = 'any';
    found = await read(matching);
  }
  const misspelt = words.filter(({ isKnown }) => !isKnown).map(({ typed }) => typed);
  const isDoubtful =
    words.length > 0 && (misspelt.length > 0 || matching === 'any' || found.total === 0);
  const alike = isDoubtful
    ? await listNearestSkills(executor, {
        words: [query, ...(misspelt.length > 0 ? misspelt : telling)],
        viewerId,
        organizationId,
        limit: nearestShown,
      })
    : [];
  const [best] = alike;
  const isMeant = best !== undefined && best.likeness >= probable && misspelt.length > 0;
  return {
    ...found,
    words: {
      matching,
      misspelt,
      meant: isMeant ? best.id : null,
      nearest: alike.slice(isMeant ? 1 : 0).map(({ id }) => id),
    },
  };
}

/** The page that is asked for, or the last one where there are not so many. */
async function readPage(
  asked: number,
  read: (page: number) => ReturnType<typeof searchMentors>,
  perPage: number,
) {
  const found = await read(asked);
  if (found.mentors.length > 0 || asked === 1) return { ...found, page: asked };
  const { total } = await read(1);
  const page = Math.max(1, Math.ceil(total / perPage));
  return { ...(await read(page)), page };
}
