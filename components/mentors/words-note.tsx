import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { searchPath } from '@/lib/mentors/rules/search';
import type { MentorSearch, WordsShown } from '@/lib/mentors/schema';

/** Says how the words of a search were taken, where it is not as they were typed. Null: they were. */
export function useWordsNote(search: MentorSearch, words: WordsShown): string | null {
  const t = useTranslations('mentorList');
  if (words.matching === 'any') return t('someWords', { words: search.q });
  if (words.misspelt.length > 0) return t('alike', { words: words.misspelt.join(' ') });
  return null;
}

/** The skill that was probably meant, and others that are called something like it. */
export function NearestSkills({ search, words }: { search: MentorSearch; words: WordsShown }) {
  const t = useTranslations('mentorList');
  const { meant, nearest } = words;
  return (
    <>
      {meant && (
        <p>
          {t('didYouMean')}{' '}
          <Link
            href={searchPath({ ...search, q: meant.name, page: 1 })}
            prefetch={false}
            className="text-green inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
          >
            {meant.name}
          </Link>
        </p>
      )}
      {nearest.length > 0 && (
        <nav aria-label={t('nearest')} className="flex flex-wrap items-center gap-2">
          <span aria-hidden="true">{t('nearest')}</span>
          <ul className="flex flex-wrap gap-2">
            {nearest.map(({ id, name }) => (
              <li key={id}>
                <Link
                  href={searchPath({ ...search, q: '', skill: [id], page: 1 })}
                  prefetch={false}
                  className="reacts bg-surface hover:border-green hover:text-green inline-flex min-h-11 items-center rounded-full border px-3.5 text-sm font-medium"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
