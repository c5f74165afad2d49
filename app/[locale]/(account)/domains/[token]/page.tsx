import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DomainProofCard } from '@/components/memberships/domain-proof-card';
import type { ProveState } from '@/components/memberships/prove-domain-form';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { readFlash } from '@/lib/action-kit/flash';
import { loadDomainProof } from '@/lib/memberships/loaders/domains';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('domains');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('proof.metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** Opening the link changes nothing, since mail scanners open links: its one button does. */
export default async function DomainPage({
  params,
  searchParams,
}: PageProps<'/[locale]/domains/[token]'>) {
  const [{ token }, { flash }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('domains'),
  ]);
  const [proof, first] = await Promise.all([
    loadDomainProof(token),
    readFlash<ProveState>('prove-domain', flash),
  ]);
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      {proof ? (
        <DomainProofCard token={token} proof={proof} first={first} />
      ) : (
        <EmptyState
          headingLevel="h1"
          title={t('proof.unknownTitle')}
          actions={<ButtonLink href="/">{t('proof.toBaobab')}</ButtonLink>}
        >
          {t('proof.unknownText')}
        </EmptyState>
      )}
    </div>
  );
}
