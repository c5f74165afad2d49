import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import {
  type AcceptProposalState,
  type DeclineProposalState,
  ProposalPanel,
} from '@/components/proposals/proposal-panel';
import { ProposalSummary } from '@/components/proposals/proposal-summary';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { readFlash } from '@/lib/action-kit/flash';
import { loadProposal } from '@/lib/orders/loaders/proposals';

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
            summary={<ProposalSummary proposal={proposal} />}
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
