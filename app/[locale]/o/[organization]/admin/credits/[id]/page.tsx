import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { GiveState } from '@/components/grants/give-form';
import { GrantRows } from '@/components/grants/grant-rows';
import { ReportSummary } from '@/components/grants/report-summary';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { SentFile } from '@/components/layout/sent-file';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { readFlash } from '@/lib/action-kit/flash';
import { loadGrant } from '@/lib/grants/loaders';
import { grantsPath } from '@/lib/grants/constants';
import { isFine } from '@/lib/grants/rules/amounts';
import { getBrowserZones } from '@/kernel/time/viewer-zone';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

type Props = PageProps<'/[locale]/o/[organization]/admin/credits/[id]'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('grants');
  return { title: t('reportTitle'), robots: { index: false } };
}

/** What a file gives, row by row: before it is given with the button that does, and afterwards. */
export default async function GrantPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('grants'),
  ]);
  const [found, first] = await Promise.all([
    loadGrant(slug, id),
    readFlash<GiveState>('give-draft', query.flash),
  ]);
  if (found.status === 'signed_out') {
    const isPlain = (await getBrowserZones()).device === null;
    return <SignInFirst next={`${grantsPath(slug)}/${id}`} isPlain={isPlain} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { grant, timeZone } = found;
  const { organization, rows, givenAt } = grant;
  const refusedRows = `/api/grants/${id}?${new URLSearchParams({ organization: slug, locale }).toString()}`;
  return (
    <div className="max-w-prose pt-6">
      <ZoneQuestion />
      <Breadcrumb
        items={[
          { label: t('title'), href: grantsPath(slug) },
          { label: grant.fileName ?? t('reportTitle') },
        ]}
      />
      <h1 className="mt-2 text-3xl sm:text-4xl">{t(givenAt ? 'givenTitle' : 'draftTitle')}</h1>
      <p className="text-muted mt-2 mb-6 text-lg break-words">
        {t('reportLead', { name: organization.name, file: grant.fileName ?? '–' })}
      </p>
      <div className="flex flex-col gap-8">
        {query.file !== undefined && <SentFile href={refusedRows} />}
        {query.given !== undefined && givenAt && (
          <ArrivalAlert key={id} tone="success" title={t('doneTitle')}>
            {t('doneFileText')}
          </ArrivalAlert>
        )}
        <ReportSummary report={grant} {...{ timeZone, first }} />
        <GrantRows title={t('rowsOut')} rows={rows.filter((row) => !isFine(row))}>
          <a href={refusedRows} download className="text-link inline-flex min-h-11 items-center">
            {t('downloadRefused')}
          </a>
        </GrantRows>
        <GrantRows
          title={t(givenAt ? 'rowsWaiting' : 'rowsWillWait')}
          rows={rows.filter(({ outcome }) => outcome === 'waiting')}
        >
          <p className="text-muted mb-3">{t('waitingHelp')}</p>
        </GrantRows>
        <GrantRows
          title={t(givenAt ? 'rowsGiven' : 'rowsReady')}
          rows={rows.filter(({ outcome }) => outcome === 'ready' || outcome === 'given')}
        />
      </div>
    </div>
  );
}
