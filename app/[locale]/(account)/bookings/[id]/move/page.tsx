import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { weeksOfChoice, readChoice } from '@/components/slots/booking-address';
import type { MoveState } from '@/components/bookings/move-refused';
import { MoveView } from '@/components/bookings/move-view';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { readFlash } from '@/lib/action-kit/flash';
import { loadMoveChoice } from '@/lib/bookings/loaders/move';
import { loadBooking } from '@/lib/bookings/loaders/my-bookings';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('moving');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function MovePage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/[id]/move'>) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [found, first] = await Promise.all([
    loadBooking(id),
    readFlash<MoveState>('move-booking', query.flash),
  ]);
  if (found.status === 'signed_out')
    return <SignInFirst about="sessions" next={`/bookings/${id}/move`} isPlain />;
  if (found.status === 'missing') return <NotFoundScene />;
  const { booking } = found;
  const { timeZone } = booking;
  const address = readChoice(query);
  const shown = { asked: weeksOfChoice(address, timeZone), timeZone };
  const choice = booking.moving.mayMove ? await loadMoveChoice(id, shown) : null;
  return (
    <>
      <ZoneQuestion flash={query.flash} />
      <MoveView
        booking={booking}
        timeZone={timeZone}
        choice={choice}
        address={address}
        via={{ bookingId: id }}
        first={first}
        now={Date.now()}
      />
    </>
  );
}
