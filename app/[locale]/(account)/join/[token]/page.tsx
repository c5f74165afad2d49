import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JoinView } from '@/components/bookings/join-view';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ManageEnded } from '@/components/bookings/manage-ended';
import { loadJoinPage } from '@/lib/bookings/loaders/join';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joining');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** Behind "Join" in the mail half an hour before: it waits with its reader, and lets them in. */
export default async function JoinPage({ params }: PageProps<'/[locale]/join/[token]'>) {
  const { token } = await params;
  const found = await loadJoinPage(token);
  if (found.status !== 'found') return <ManageEnded status={found.status} />;
  return (
    <MessagesProvider namespaces={['joining']}>
      <JoinView {...found} />
    </MessagesProvider>
  );
}
