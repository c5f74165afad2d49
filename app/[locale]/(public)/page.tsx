import type { Metadata } from 'next';
import { useLocale } from 'next-intl';
import { Hero } from '@/components/home/hero';
import { HowItWorks } from '@/components/home/how-it-works';
import { MentorCall } from '@/components/home/mentor-call';
import { Promises } from '@/components/home/promises';
import { JsonLd } from '@/components/layout/json-ld';
import {
  featuredCount,
  FeaturedMentors,
  FeaturedMentorsSkeleton,
} from '@/components/mentors/featured-mentors';
import { Streamed } from '@/components/ui/streamed';
import { localizedAlternates } from '@/i18n/alternates';
import { localizedPath } from '@/i18n/routing';
import { env } from '@/kernel/env';
import { listFeaturedMentors } from '@/lib/mentors/loaders/mentor-list';

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: await localizedAlternates('/') };
}

export default function HomePage() {
  const list = env.APP_URL + localizedPath('/mentors', useLocale());
  return (
    <>
      <Hero />
      <Streamed fallback={<FeaturedMentorsSkeleton />}>
        <FeaturedMentors featured={listFeaturedMentors({ count: featuredCount })} />
      </Streamed>
      <Promises />
      <HowItWorks />
      <MentorCall />
      <JsonLd
        data={{
          '@type': 'WebSite',
          name: 'Baobab',
          url: env.APP_URL,
          potentialAction: {
            '@type': 'SearchAction',
            target: { '@type': 'EntryPoint', urlTemplate: `${list}?q={search_term_string}` },
            'query-input': 'required name=search_term_string',
          },
        }}
      />
    </>
  );
}
