import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { menteeHref } from '@/components/bookings/mentee-href';
import { MenteeCardView } from '@/components/bookings/mentee-card-view';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { loadMenteeCard } from '@/lib/bookings/loaders/mentee-card';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('menteeCard');
  return { title: t('title'), robots: { index: false } };
}

const pageOf = z.coerce.number().int().min(1).max(10_000).catch(1);

/** A mentee's card, for their mentor alone. */
export default async function MenteePage({
  params,
  searchParams,
}: PageProps<'/[locale]/mentor/mentees/[id]'>) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadMenteeCard(id, pageOf.parse(query.page));
  if (loaded.status === 'signed_out')
    return <SignInFirst about="workspace" next={menteeHref(id)} isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  if (loaded.status !== 'found') return <NotFoundScene />;
  return (
    <>
      <ZoneQuestion />
      <MenteeCardView card={loaded.card} timeZone={loaded.timeZone} now={Date.now()} />
    </>
  );
}
