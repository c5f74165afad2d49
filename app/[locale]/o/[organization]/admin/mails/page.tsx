import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { unsentStates } from '@/domain/mails';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { HelpLink } from '@/components/layout/help-link';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Alert } from '@/components/ui/alert';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { MailsList } from '@/components/unsent-mails/mails-list';
import type { RetryState } from '@/components/unsent-mails/retry-button';
import { RetryRefused } from '@/components/unsent-mails/retry-refused';
import { unsentMailsHref } from '@/components/unsent-mails/unsent-mails-href';
import { readFlash } from '@/lib/action-kit/flash';
import { formatDateTime } from '@/kernel/time/format';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { loadUnsentMails } from '@/lib/unsent-mails/loaders';
import { unsentMailsView } from '@/lib/unsent-mails/schema';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unsentMails');
  return { title: t('title'), robots: { index: false } };
}

/** The mails of an organization's that have not left: why, and the button that tries again. */
export default async function UnsentMailsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/mails'>) {
  const [{ organization: slug }, query, { device }, t, locale] = await Promise.all([
    params,
    searchParams,
    getBrowserZones(),
    getTranslations('unsentMails'),
    getLocale(),
  ]);
  const view = unsentMailsView.parse(query);
  const [found, flash] = await Promise.all([
    loadUnsentMails(slug, view),
    readFlash<RetryState>('retry-mail', query.flash),
  ]);
  if (found.status === 'signed_out') {
    return (
      <SignInFirst about="mails" next={unsentMailsHref(slug, view)} isPlain={device === null} />
    );
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { mails, counts, retriable, organization, pausedUntil } = found;
  const place = { locale, timeZone: found.timeZone };
  const retried = Number(query.retried);
  return (
    <MessagesProvider namespaces={['unsentMails']}>
      <ZoneQuestion />
      <div className="max-w-prose">
        <PageHeader
          title={t('title')}
          description={t('lead', { organization: organization.name })}
          actions={<HelpLink about="mails" />}
        />
        <div className="mb-5 flex flex-col gap-4 empty:hidden">
          {retried > 0 && (
            <ArrivalAlert
              key={String(query.at)}
              tone="success"
              title={t('retried', { count: retried })}
            >
              {t('retriedText')}
            </ArrivalAlert>
          )}
          <RetryRefused state={flash} />
          {pausedUntil !== null && (
            <Alert
              tone="warning"
              title={t('pausedTitle', {
                when: formatDateTime(pausedUntil, place),
              })}
            >
              {t('pausedText')}
            </Alert>
          )}
        </div>
        <TabLinks
          label={t('tabsLabel')}
          tabs={unsentStates.map((state) => ({
            href: unsentMailsHref(slug, { state }),
            label: t(`tabs.${state}`),
            isCurrent: view.state === state,
            count: counts[state],
          }))}
        />
        <div className="pt-5">
          <MailsList
            organization={organization}
            view={view}
            mails={mails}
            total={counts[view.state]}
            retriable={retriable}
            timeZone={found.timeZone}
          />
        </div>
      </div>
    </MessagesProvider>
  );
}
