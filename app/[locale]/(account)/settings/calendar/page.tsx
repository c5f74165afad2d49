import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FeedPanel, type FeedState } from '@/components/calendar-files/feed-panel';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { loadOwnFeed } from '@/lib/calendar-files/loaders';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendarFeed');
  return { title: t('title'), robots: { index: false } };
}

export default async function CalendarSettingsPage({
  searchParams,
}: PageProps<'/[locale]/settings/calendar'>) {
  const { flash } = await searchParams;
  const [feed, first, t] = await Promise.all([
    loadOwnFeed(),
    readFlash<FeedState>('calendar-feed', flash),
    getTranslations('calendarFeed'),
  ]);
  if (!feed) return <SignInFirst about="calendar" next="/settings/calendar" isPlain />;
  return (
    <div className="page-width pb-16">
      <PageHeader title={t('title')} description={t('description')} />
      <MessagesProvider namespaces={['calendarFeed']}>
        <FeedPanel {...feed} first={first} />
      </MessagesProvider>
    </div>
  );
}
