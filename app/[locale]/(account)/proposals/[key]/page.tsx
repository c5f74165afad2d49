import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { KeptSession } from '@/components/bookings/kept-session';
import { MessagesProvider } from '@/components/layout/messages-provider';
import {
  type AcceptProposalState,
  type DeclineProposalState,
  ProposalPanel,
} from '@/components/proposals/proposal-panel';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { written } from '@/components/ui/written';
import { readFlash } from '@/lib/action-kit/flash';
import { loadProposal } from '@/lib/orders/loaders/proposals';
import type { ProposalView } from '@/lib/orders/schema/proposal';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proposals');
  // The address may hold a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** Opening the link changes nothing, since mail scanners open links: the buttons do. */
export default async function ProposalPage({
  params,
  searchParams,
}: PageProps<'/[locale]/proposals/[key]'>) {
  const [{ key }, { flash }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('proposals'),
  ]);
  const [proposal, accepting, declining] = await Promise.all([
    loadProposal(key),
    readFlash<AcceptProposalState>('accept-proposal', flash),
    readFlash<DeclineProposalState>('decline-proposal', flash),
  ]);
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      {proposal ? (
        <MessagesProvider namespaces={['proposals', 'bookingPage']}>
          <ProposalPanel
            key={`${key} ${proposal.state}`}
            proposalKey={key}
            proposal={proposal}
            accepting={accepting}
            declining={declining}
            summary={<Proposed proposal={proposal} />}
          />
        </MessagesProvider>
      ) : (
        <EmptyState
          headingLevel="h1"
          title={t('unknownTitle')}
          actions={<ButtonLink href="/bookings">{t('seeBookings')}</ButtonLink>}
        >
          {t('unknownText')}
        </EmptyState>
      )}
    </div>
  );
}

/** The session, with the mentor's word. */
function Proposed({ proposal }: { proposal: ProposalView }) {
  const t = useTranslations('proposals');
  const page = useTranslations('bookingPage');
  const { word, writtenIn, mentorName } = proposal;
  return (
    <KeptSession session={proposal}>
      {word !== '' && (
        <>
          <p className="text-muted text-sm">
            {t('wordFrom', { name: mentorName ?? page('someone') })}
          </p>
          <p className="mt-1 wrap-anywhere whitespace-pre-line" {...written(writtenIn)}>
            {word}
          </p>
        </>
      )}
    </KeptSession>
  );
}
