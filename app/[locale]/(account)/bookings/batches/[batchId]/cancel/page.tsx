import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { CancelState } from '@/components/bookings/cancel-form';
import { CancelView } from '@/components/bookings/cancel-view';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { readFlash } from '@/lib/action-kit/flash';
import { loadBatch } from '@/lib/bookings/loaders/my-bookings';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cancelling');
  return { title: t('title_all'), robots: { index: false } };
}

/** All that is left of a batch, called off at once. */
export default async function CancelBatchPage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/batches/[batchId]/cancel'>) {
  const [{ batchId }, { flash }] = await Promise.all([params, searchParams]);
  const [found, first] = await Promise.all([
    loadBatch(batchId),
    readFlash<CancelState>('cancel-bookings', flash),
  ]);
  if (found.status === 'signed_out')
    return <SignInFirst next={`/bookings/batches/${batchId}/cancel`} isPlain />;
  if (found.status === 'missing') return <NotFoundScene />;
  return (
    <>
      <ZoneQuestion />
      <CancelView
        sessions={found.sessions}
        timeZone={found.sessions[0].timeZone}
        via={{ batchId }}
        first={first}
      />
    </>
  );
}
