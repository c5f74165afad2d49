import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { connection } from 'next/server';
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
import { sharedMetadata, siteUrl } from '@/i18n/alternates';
import { listFeaturedMentors } from '@/lib/mentors/loaders/mentor-list';

// Its head and its data name the address of the site that runs, which a build does not know.
export const instant = false;

export function generateMetadata(): Promise<Metadata> {
  return sharedMetadata('/');
}

export default async function HomePage() {
  await connection();
  const locale = await getLocale();
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
          url: siteUrl('/', locale),
          potentialAction: {
            '@type': 'SearchAction',
            target: {
              '@type': 'EntryPoint',
              urlTemplate: `${siteUrl('/mentors', locale)}?q={search_term_string}`,
            },
            'query-input': 'required name=search_term_string',
          },
        }}
      />
    </>
  );
}
