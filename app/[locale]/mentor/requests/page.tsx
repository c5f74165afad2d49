import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { AcceptState } from '@/components/bookings/accept-form';
import { RequestList } from '@/components/bookings/request-list';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { HelpLink } from '@/components/layout/help-link';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { ProposalList } from '@/components/proposals/proposal-list';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { loadProposalsOfViewer } from '@/lib/orders/loaders/proposals';
import { loadRequests } from '@/lib/bookings/loaders/requests';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests');
  return { title: t('title'), robots: { index: false } };
}

/** What waits for the viewer's answer. */
export default async function RequestsPage({
  searchParams,
}: PageProps<'/[locale]/mentor/requests'>) {
  const [{ done, refused, flash }, t, words, proposing] = await Promise.all([
    searchParams,
    getTranslations('requests'),
    getTranslations('bookingPage'),
    getTranslations('proposals'),
  ]);
  const loaded = await loadRequests();
  if (loaded.status === 'signed_out')
    return <SignInFirst about="workspace" next="/mentor/requests" isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  const { requests, timeZone } = loaded;
  const [accepting, proposals] = await Promise.all([
    readFlash<AcceptState>('accept-booking', flash),
    loadProposalsOfViewer(),
  ]);
  return (
    <>
      <ZoneQuestion />
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <>
            <ButtonLink href="/mentor/propose" prefetch={false} variant="secondary">
              {proposing('proposeTitle')}
            </ButtonLink>
            <HelpLink about="requests" />
          </>
        }
      />
      {done === 'proposed' && (
        <div className="pb-5">
          <ArrivalAlert tone="success" title={proposing('proposedTitle')}>
            {proposing('proposedText')}
          </ArrivalAlert>
        </div>
      )}
      {(done === 'accepted' || refused) && (
        // One answer after another: each is said.
        <div key={requests.length} className="pb-5">
          {done === 'accepted' ? (
            <ArrivalAlert tone="success" title={words('acceptedTitle')}>
              {t('accepted')}
            </ArrivalAlert>
          ) : (
            <ArrivalAlert tone="warning" title={words('refusedTitle')}>
              {t('refused')}
            </ArrivalAlert>
          )}
        </div>
      )}
      <ProposalList proposals={proposals} as="mentor" timeZone={timeZone} />
      {requests.length > 0 ? (
        <MessagesProvider namespaces={['bookingPage']}>
          <RequestList requests={requests} timeZone={timeZone} accepting={accepting} />
        </MessagesProvider>
      ) : (
        <EmptyState
          title={t('emptyTitle')}
          actions={<ButtonLink href="/mentor/calendar">{t('toCalendar')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      )}
    </>
  );
}
