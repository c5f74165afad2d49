import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { CancelState } from '@/components/bookings/cancel-form';
import { CancelView } from '@/components/bookings/cancel-view';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { readFlash } from '@/lib/action-kit/flash';
import { loadBooking } from '@/lib/bookings/loaders/my-bookings';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cancelling');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function CancelPage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/[id]/cancel'>) {
  const [{ id }, { flash }] = await Promise.all([params, searchParams]);
  const [found, first] = await Promise.all([
    loadBooking(id),
    readFlash<CancelState>('cancel-bookings', flash),
  ]);
  if (found.status === 'signed_out')
    return <SignInFirst about="sessions" next={`/bookings/${id}/cancel`} isPlain />;
  if (found.status === 'missing') return <NotFoundScene />;
  return (
    <CancelView
      sessions={[found.booking]}
      timeZone={found.booking.timeZone}
      via={{ bookingId: id }}
      first={first}
    />
  );
}
