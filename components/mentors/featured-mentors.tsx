import { useTranslations } from 'next-intl';
import { use, type ReactNode } from 'react';
import { Link } from '@/i18n/navigation';
import type { MentorCard } from '@/lib/mentors/schema';
import { MentorCards } from './mentor-cards';
import { MentorCardsSkeleton } from './mentor-cards-skeleton';

export const featuredCount = 6;

interface Featured {
  cards: MentorCard[];
  now: number;
  viewerTimeZone: string | null;
}

/** Mentors for the front page; nothing where there are none. */
export function FeaturedMentors({ featured }: { featured: Promise<Featured> }) {
  const { cards, now, viewerTimeZone } = use(featured);
  if (cards.length === 0) return null;
  return (
    <FeaturedSection>
      <MentorCards cards={cards} now={now} viewerTimeZone={viewerTimeZone} />
    </FeaturedSection>
  );
}

export function FeaturedMentorsSkeleton() {
  const t = useTranslations('featuredMentors');
  return (
    <FeaturedSection>
      <p className="sr-only">{t('loading')}</p>
      <MentorCardsSkeleton count={featuredCount} />
    </FeaturedSection>
  );
}

function FeaturedSection({ children }: { children: ReactNode }) {
  const t = useTranslations('featuredMentors');
  return (
    <section data-streamed="" className="page-width py-10">
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div>
          <h2 className="text-2xl">{t('title')}</h2>
          <p className="text-muted mt-1">{t('text')}</p>
        </div>
        <Link href="/mentors" className="text-link inline-flex min-h-11 items-center">
          {t('all')}
        </Link>
      </div>
      {children}
    </section>
  );
}
