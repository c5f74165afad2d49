import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { AcceptState } from '@/components/bookings/accept-form';
import { BookingView, BookingViewSkeleton } from '@/components/bookings/booking-view';
import { Streamed } from '@/components/layout/streamed';
import { ZoneRefresh } from '@/components/layout/zone-refresh';
import { readFlash } from '@/lib/auth/flash';
import { loadBooking } from '@/lib/bookings/loaders/my-bookings';
import { getViewerTimeZone } from '@/lib/time/viewer-zone';
import { redirectToMissing } from '../../missing';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookingPage');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function BookingPage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/[id]'>) {
  const [{ id }, query, timeZone] = await Promise.all([params, searchParams, getViewerTimeZone()]);
  const done = typeof query.done === 'string' ? query.done : undefined;
  return (
    <Streamed
      key={id}
      isOff={timeZone === null || query.plain !== undefined}
      plainHref="?plain=1"
      fallback={<BookingViewSkeleton />}
    >
      <Booking id={id} done={done} flash={query.flash} />
    </Streamed>
  );
}

async function Booking({
  id,
  done,
  flash,
}: {
  id: string;
  done: string | undefined;
  flash: string | string[] | undefined;
}) {
  const [found, accepting] = await Promise.all([
    loadBooking(id, `/bookings/${id}`),
    readFlash<AcceptState>('accept-booking', flash),
  ]);
  if (!found) return redirectToMissing();
  return (
    <>
      <ZoneRefresh renderedIn={found.timeZone} />
      <BookingView {...found} done={done} accepting={accepting} />
    </>
  );
}
