import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BatchView } from '@/components/bookings/batch-view';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { loadBatch } from '@/lib/bookings/loaders/my-bookings';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('batch');
  return { title: t('pageMetaTitle'), robots: { index: false } };
}

/** What was booked together, for both parties. */
export default async function BatchPage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/batches/[batchId]'>) {
  const [{ batchId }, { done, refused }] = await Promise.all([params, searchParams]);
  const found = await loadBatch(batchId);
  if (found.status === 'signed_out')
    return <SignInFirst next={`/bookings/batches/${batchId}`} isPlain />;
  if (found.status === 'missing') return <NotFoundScene />;
  return (
    <>
      <ZoneQuestion />
      <BatchView
        {...found}
        hasCancelled={done === 'cancelled'}
        refused={typeof refused === 'string' ? refused : undefined}
      />
    </>
  );
}
