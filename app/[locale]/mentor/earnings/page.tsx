import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Statement } from '@/components/credits/statement';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { loadStatement } from '@/lib/ledger/loaders';
import { statementPage, statementPaths } from '@/lib/ledger/schema';

export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('credits');
  return { title: t('title_earnings'), robots: { index: false } };
}

/** What the viewer's sessions have brought them. */
export default async function EarningsPage({
  searchParams,
}: PageProps<'/[locale]/mentor/earnings'>) {
  const [query, t] = await Promise.all([searchParams, getTranslations('credits')]);
  const { page, organization } = statementPage.parse(query);
  const loaded = await loadStatement({ kind: 'earnings', organization, page });
  if (loaded.status === 'signed_out') return <SignInFirst next={statementPaths.earnings} isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  const { statement, accounts, timeZone } = loaded;
  return (
    <>
      <ZoneQuestion />
      <PageHeader title={t('title_earnings')} description={t('lead_earnings')} />
      <Statement
        kind="earnings"
        sendsFile={query.file !== undefined}
        {...{ statement, accounts, page, timeZone }}
      />
    </>
  );
}
