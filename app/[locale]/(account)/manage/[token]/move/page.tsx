import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { weeksOfChoice, readChoice } from '@/components/slots/booking-address';
import { ManageEnded } from '@/components/bookings/manage-ended';
import { ManageView } from '@/components/bookings/manage-view';
import type { MoveState } from '@/components/bookings/move-refused';
import { MoveView } from '@/components/bookings/move-view';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { readFlash } from '@/lib/action-kit/flash';
import { loadManagedMoveChoice } from '@/lib/bookings/loaders/move';
import { loadManagedBooking } from '@/lib/bookings/loaders/my-bookings';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('moving');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** The page behind "Choose another time" in a mail. */
export default async function MoveByLinkPage({
  params,
  searchParams,
}: PageProps<'/[locale]/manage/[token]/move'>) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  const [found, first] = await Promise.all([
    loadManagedBooking(token),
    readFlash<MoveState>('move-booking', query.flash),
  ]);
  if (found.status !== 'found') return <ManageEnded status={found.status} />;
  const { booking } = found;
  const { timeZone } = booking;
  if (!found.isCurrent) return <ManageView {...found} token={token} />;
  const address = readChoice(query);
  const shown = { asked: weeksOfChoice(address, timeZone), timeZone };
  const choice = booking.moving.mayMove ? await loadManagedMoveChoice(token, shown) : null;
  return (
    <>
      <ZoneQuestion flash={query.flash} />
      <MoveView
        booking={booking}
        timeZone={timeZone}
        choice={choice}
        address={address}
        via={{ token }}
        first={first}
        now={Date.now()}
      />
    </>
  );
}
