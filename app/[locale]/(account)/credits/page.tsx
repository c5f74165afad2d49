import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Statement } from '@/components/credits/statement';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { HelpLink } from '@/components/layout/help-link';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import type { TopUpState } from '@/components/top-ups/pack-buttons';
import { ReturnedAlert } from '@/components/top-ups/returned-alert';
import { TopUpPanel } from '@/components/top-ups/top-up-panel';
import { Alert } from '@/components/ui/alert';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { loadStatement } from '@/lib/ledger/loaders';
import { statementPage } from '@/lib/ledger/schema';
import { loadTopUps } from '@/lib/top-ups/loaders';
import { topUpReturn } from '@/lib/top-ups/schema';
import { creditsPath as path } from '@/lib/top-ups/constants';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('credits');
  return { title: t('title_user'), robots: { index: false } };
}

/** What the viewer can spend, what they have spent and got, and where there is more to be had. */
export default async function CreditsPage({ searchParams }: PageProps<'/[locale]/credits'>) {
  const [query, locale, t] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations('credits'),
  ]);
  const { page, organization } = statementPage.parse(query);
  const arrival = topUpReturn.parse(query);
  const [loaded, topUps, first] = await Promise.all([
    loadStatement({ kind: 'user', organization, page }),
    loadTopUps({ arrival, locale }),
    readFlash<TopUpState>('top-up', query.flash),
  ]);
  if (loaded.status !== 'found') return <SignInFirst next={path} isPlain />;
  const { statement, accounts, timeZone, welcomeLater } = loaded;
  return (
    <div className="page-width max-w-form pb-16">
      <ZoneQuestion />
      <PageHeader
        title={t('title_user')}
        description={t('lead_user')}
        actions={<HelpLink about="credits" />}
      />
      {topUps?.returned && (
        <div className="mb-5">
          <ReturnedAlert
            returned={topUps.returned}
            href={`${path}?top_up=${arrival.top_up ?? ''}&id=${arrival.id ?? ''}`}
          />
        </div>
      )}
      {welcomeLater > 0 && (
        <div className="mb-5">
          <Alert tone="info" title={t('welcomeLaterTitle', { credits: welcomeLater })}>
            {t('welcomeLaterText')}
          </Alert>
        </div>
      )}
      <Statement
        kind="user"
        sendsFile={query.file !== undefined}
        {...{ statement, accounts, page, timeZone }}
      >
        {topUps && statement.organization === 'public' && (
          <TopUpPanel packs={topUps.packs} pending={topUps.pending} first={first} />
        )}
      </Statement>
    </div>
  );
}
