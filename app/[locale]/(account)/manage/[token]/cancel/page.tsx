import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { CancelState } from '@/components/bookings/cancel-form';
import { CancelView } from '@/components/bookings/cancel-view';
import { ManageEnded } from '@/components/bookings/manage-ended';
import { ManageView } from '@/components/bookings/manage-view';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { readFlash } from '@/lib/action-kit/flash';
import { loadManagedBooking } from '@/lib/bookings/loaders/my-bookings';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cancelling');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** The page behind "Cancel" in a mail. Mail scanners open links, so it takes the button to cancel. */
export default async function CancelByLinkPage({
  params,
  searchParams,
}: PageProps<'/[locale]/manage/[token]/cancel'>) {
  const [{ token }, { flash }] = await Promise.all([params, searchParams]);
  const [found, first] = await Promise.all([
    loadManagedBooking(token),
    readFlash<CancelState>('cancel-bookings', flash),
  ]);
  if (found.status !== 'found') return <ManageEnded status={found.status} />;
  const mayCancel = found.isCurrent && found.booking.cancelling !== null;
  return (
    <>
      <ZoneQuestion />
      {mayCancel ? (
        <CancelView
          sessions={[found.booking]}
          timeZone={found.booking.timeZone}
          via={{ token }}
          first={first}
        />
      ) : (
        <ManageView {...found} token={token} />
      )}
    </>
  );
}
