import { mentorPath } from '@/domain/mentors';
import { useLocale, useTranslations } from 'next-intl';
import { use } from 'react';
import { JsonLd } from '@/components/layout/json-ld';
import { Pagination } from '@/components/ui/pagination';
import { Skeleton } from '@/components/ui/skeleton';
import { searchPath } from '@/lib/mentors/rules/search';
import type { MentorCard, MentorSearch, WordsShown } from '@/lib/mentors/schema';
import { timeZoneName } from '@/kernel/time/format';
import { Announce } from './announce';
import { MentorCards } from './mentor-cards';
import { MentorCardsSkeleton } from './mentor-cards-skeleton';
import { NoMentors } from './no-mentors';
import { NearestSkills, useWordsNote } from './words-note';
import { ZoneNote } from './zone-note';

interface Results {
  total: number;
  page: number;
  pageCount: number;
  cards: MentorCard[];
  words: WordsShown;
  now: number;
  viewerTimeZone: string | null;
}

/** What was found, or what to do when nothing was. */
export function MentorResults({
  search,
  results,
  urlOf,
}: {
  search: MentorSearch;
  results: Promise<Results>;
  /** The whole address of a page, for structured data. */
  urlOf: (path: string) => string;
}) {
  const t = useTranslations('mentorList');
  const locale = useLocale();
  const { total, page, pageCount, cards, words, now, viewerTimeZone } = use(results);
  const count = t('count', { count: total });
  const note = useWordsNote(search, words);
  return (
    <section data-streamed="" aria-label={t('results')} className="page-width pb-4">
      <Announce text={total > 0 && note !== null ? `${count}. ${note}` : count} />
      {total === 0 ? (
        <NoMentors search={search} words={words} />
      ) : (
        <>
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 className="font-sans text-base font-semibold tracking-normal">{count}</h2>
            <ZoneNote
              zone={viewerTimeZone && timeZoneName(now, { locale, timeZone: viewerTimeZone })}
            />
          </div>
          {note !== null && (
            <div className="mb-5 flex flex-col gap-1">
              <p className="text-muted">{note}</p>
              <NearestSkills search={search} words={words} />
            </div>
          )}
          <MentorCards
            {...{ cards, now, viewerTimeZone }}
            isOfMany={search.organization === undefined}
          />
          <div className="mt-8">
            <Pagination
              page={page}
              pageCount={pageCount}
              hrefFor={(number) => searchPath({ ...search, page: number })}
            />
          </div>
          <JsonLd
            data={{
              '@type': 'ItemList',
              numberOfItems: total,
              itemListElement: cards.map((card, index) => ({
                '@type': 'ListItem',
                position: index + 1,
                name: card.name,
                url: urlOf(mentorPath(card)),
              })),
            }}
          />
        </>
      )}
    </section>
  );
}

export function MentorResultsSkeleton() {
  const t = useTranslations('mentorList');
  return (
    <div className="page-width pb-4">
      <p className="sr-only">{t('loading')}</p>
      <div className="mb-4 flex items-center justify-between gap-6">
        <Skeleton className="h-6 w-28" />
        <Skeleton className="h-5 w-48" />
      </div>
      <MentorCardsSkeleton count={6} />
    </div>
  );
}
