import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { HelpLink } from '@/components/layout/help-link';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { type AddDomainState, DomainForm } from '@/components/memberships/domain-form';
import { DomainList } from '@/components/memberships/domain-list';
import { RefusedChange, type SendAgainState } from '@/components/memberships/refused-change';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { domainProofDays } from '@/domain/invitations';
import { adminPath } from '@/domain/organizations';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadDomains } from '@/lib/memberships/loaders/domains';
import { domainArrival } from '@/lib/memberships/schema/domains';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('domains');
  return { title: t('title'), robots: { index: false } };
}

/** The domains of e-mail whose people an organization asks to join. */
export default async function DomainsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/domains'>) {
  const [{ organization: slug }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('domains'),
  ]);
  const [found, added, changed] = await Promise.all([
    loadDomains(slug),
    readFlash<AddDomainState>('add-domain', query.flash),
    readFlash<SendAgainState>('change-domain', query.flash),
  ]);
  if (found.status === 'signed_out') {
    const isPlain = (await getBrowserZones()).device === null;
    return <SignInFirst next={adminPath(slug, 'domains')} isPlain={isPlain} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organization, domains, isForEverybody, timeZone } = found;
  const { done } = domainArrival.parse(query);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead', { organization: organization.name })}
        actions={<HelpLink about="domains" />}
      />
      {isForEverybody ? (
        <EmptyState title={t('everybodyTitle')}>{t('everybodyText')}</EmptyState>
      ) : (
        <MessagesProvider namespaces={['domains']}>
          <div className="mb-6 empty:hidden">
            {done !== null && (
              <ArrivalAlert tone="success" title={t(`${done}Title`)}>
                {t(`${done}Text`, { days: domainProofDays })}
              </ArrivalAlert>
            )}
            <RefusedChange state={changed} />
          </div>
          <div className="grid grid-cols-1 items-start gap-x-8 gap-y-10 lg:grid-cols-2">
            <Card as="section" aria-labelledby="add-domain">
              <h2 id="add-domain" className="mb-4 text-2xl">
                {t('addTitle')}
              </h2>
              <DomainForm organization={organization} first={added} />
            </Card>
            <section aria-labelledby="domains">
              <h2 id="domains" className="mb-4 text-2xl">
                {t('listTitle')}
              </h2>
              {domains.length === 0 ? (
                <EmptyState headingLevel="h3" title={t('noneTitle')}>
                  {t('noneText')}
                </EmptyState>
              ) : (
                <DomainList {...{ domains, organization, timeZone }} />
              )}
            </section>
          </div>
        </MessagesProvider>
      )}
    </>
  );
}
