import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Statement } from '@/components/credits/statement';
import { ZoneRefresh } from '@/components/layout/zone-refresh';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { loadStatement } from '@/lib/ledger/loaders/statement';
import { statementPage } from '@/lib/ledger/schema';

export const instant = false;

const path = '/credits';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('credits');
  return { title: t('title_user'), robots: { index: false } };
}

/** What the viewer can spend, and what they have spent and got. */
export default async function CreditsPage({ searchParams }: PageProps<'/[locale]/credits'>) {
  const [query, t] = await Promise.all([searchParams, getTranslations('credits')]);
  const { page } = statementPage.parse(query);
  const loaded = await loadStatement({ kind: 'user', page });
  if (loaded.status !== 'found') return <SignInFirst next={path} isPlain />;
  const { statement, timeZone } = loaded;
  return (
    <div className="page-width max-w-form pb-16">
      <ZoneRefresh renderedIn={timeZone} />
      <PageHeader title={t('title_user')} description={t('lead_user')} />
      <Statement kind="user" path={path} {...{ statement, page, timeZone }} />
    </div>
  );
}
