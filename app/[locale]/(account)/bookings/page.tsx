import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Temporal } from 'temporal-polyfill';
import { BookingList, BookingListSkeleton } from '@/components/bookings/booking-list';
import { bookingsHref } from '@/components/bookings/bookings-href';
import { StreamedWithScript } from '@/components/layout/streamed-with-script';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { ProposalList } from '@/components/proposals/proposal-list';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { loadProposalsToViewer } from '@/lib/orders/loaders/proposals';
import { loadBookings } from '@/lib/bookings/loaders/my-bookings';
import { bookingsView, type BookingsView } from '@/lib/bookings/schema/booking';
import { getBrowserZones } from '@/kernel/time/viewer-zone';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookings');
  return { title: t('title'), robots: { index: false } };
}

export default async function BookingsPage({ searchParams }: PageProps<'/[locale]/bookings'>) {
  const [query, { device }, t] = await Promise.all([
    searchParams,
    getBrowserZones(),
    getTranslations('bookings'),
  ]);
  const view = bookingsView.parse(query);
  const href = bookingsHref(view);
  const isPlain = device === null || query.plain !== undefined;
  const plainHref = `?${new URLSearchParams({ ...Object.fromEntries(new URL(href, 'http://baobab').searchParams), plain: '1' }).toString()}`;
  return (
    <div className="page-width pb-16">
      <PageHeader title={t('title')} />
      <TabLinks
        label={t('whenLabel')}
        tabs={(['upcoming', 'past'] as const).map((when) => ({
          href: bookingsHref({ when, as: view.as }),
          label: t(when),
          isCurrent: view.when === when,
        }))}
      />
      <div className="pt-5">
        <StreamedWithScript
          key={href}
          isOff={isPlain}
          plainHref={plainHref}
          fallback={<BookingListSkeleton />}
        >
          <Bookings view={view} href={href} isPlain={isPlain} />
        </StreamedWithScript>
      </div>
    </div>
  );
}

async function Bookings({
  view,
  href,
  isPlain,
}: {
  view: BookingsView;
  href: string;
  isPlain: boolean;
}) {
  const [page, proposals] = await Promise.all([
    loadBookings(view),
    view.when === 'upcoming' && view.as !== 'mentor' ? loadProposalsToViewer() : [],
  ]);
  if (!page) return <SignInFirst about="sessions" next={href} isPlain={isPlain} />;
  return (
    <>
      <ZoneQuestion />
      <ProposalList proposals={proposals} as="mentee" timeZone={page.timeZone} />
      <BookingList {...page} view={view} at={Temporal.Now.instant().epochMilliseconds} />
    </>
  );
}
