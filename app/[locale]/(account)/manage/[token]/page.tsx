import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ManageEnded } from '@/components/bookings/manage-ended';
import { ManageView } from '@/components/bookings/manage-view';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { loadManagedBooking } from '@/lib/bookings/loaders/my-bookings';

// It works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('managing');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** What the link of a booking's mail leads to, signed in or not. Opening it changes nothing. */
export default async function ManagePage({
  params,
  searchParams,
}: PageProps<'/[locale]/manage/[token]'>) {
  const [{ token }, { done, refused }] = await Promise.all([params, searchParams]);
  const found = await loadManagedBooking(token);
  if (found.status !== 'found') return <ManageEnded status={found.status} />;
  return (
    <>
      <ZoneQuestion />
      <ManageView
        {...found}
        token={token}
        done={typeof done === 'string' ? done : undefined}
        refused={typeof refused === 'string' ? refused : undefined}
      />
    </>
  );
}
