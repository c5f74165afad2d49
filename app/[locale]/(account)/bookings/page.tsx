import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Temporal } from 'temporal-polyfill';
import { BookingList, BookingListSkeleton } from '@/components/bookings/booking-list';
import { bookingsHref } from '@/components/bookings/bookings-href';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { StreamedWithScript } from '@/components/layout/streamed-with-script';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { DomainOffers } from '@/components/memberships/domain-offers';
import type { OfferState } from '@/components/memberships/offer-form';
import { ProposalList } from '@/components/proposals/proposal-list';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { readFlash } from '@/lib/action-kit/flash';
import { loadProposalsToViewer } from '@/lib/orders/loaders/proposals';
import { loadBookings } from '@/lib/bookings/loaders/my-bookings';
import { loadDomainOffers } from '@/lib/memberships/loaders/domains';
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
  const offerState = await readFlash<OfferState>('answer-offer', query.flash);
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
          <Bookings
            view={view}
            href={href}
            isPlain={isPlain}
            hasDeclined={query.declined !== undefined}
            offerState={offerState}
          />
        </StreamedWithScript>
      </div>
    </div>
  );
}

async function Bookings({
  view,
  href,
  isPlain,
  hasDeclined,
  offerState,
}: {
  view: BookingsView;
  href: string;
  isPlain: boolean;
  /** An organization that asked the viewer to join. */
  hasDeclined: boolean;
  /** What a post without script left of an answer. */
  offerState: OfferState;
}) {
  const isFirst = view.when === 'upcoming' && view.as !== 'mentor';
  const [page, proposals, offers, t] = await Promise.all([
    loadBookings(view),
    isFirst ? loadProposalsToViewer() : [],
    isFirst ? loadDomainOffers() : [],
    getTranslations('domains'),
  ]);
  if (!page) return <SignInFirst about="sessions" next={href} isPlain={isPlain} />;
  return (
    <>
      <ZoneQuestion />
      {hasDeclined && (
        <div className="mb-6">
          <ArrivalAlert tone="success" title={t('offer.declinedTitle')}>
            {t('offer.declinedText')}
          </ArrivalAlert>
        </div>
      )}
      <DomainOffers offers={offers} first={offerState} />
      <ProposalList proposals={proposals} as="mentee" timeZone={page.timeZone} />
      <BookingList {...page} view={view} at={Temporal.Now.instant().epochMilliseconds} />
    </>
  );
}
