import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BatchView } from '@/components/bookings/batch-view';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { SentFile } from '@/components/layout/sent-file';
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
  const [{ batchId }, { done, refused, file }] = await Promise.all([params, searchParams]);
  const found = await loadBatch(batchId);
  if (found.status === 'signed_out')
    return <SignInFirst next={`/bookings/batches/${batchId}`} isPlain />;
  if (found.status === 'missing') return <NotFoundScene />;
  return (
    <>
      <ZoneQuestion />
      {file !== undefined && (
        <div className="page-width max-w-form pt-6">
          <SentFile href={`/api/bookings/batches/${batchId}/calendar`} />
        </div>
      )}
      <BatchView
        {...found}
        hasCancelled={done === 'cancelled'}
        refused={typeof refused === 'string' ? refused : undefined}
      />
    </>
  );
}
