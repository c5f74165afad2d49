import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FileForm, type FileState } from '@/components/grants/file-form';
import { GrantForm, type GrantState } from '@/components/grants/grant-form';
import { GrantList } from '@/components/grants/grant-list';
import { grantsHref } from '@/components/grants/grants-href';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { HelpLink } from '@/components/layout/help-link';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { loadGrants } from '@/lib/grants/loaders';
import { grantsView } from '@/lib/grants/schema';
import { getBrowserZones } from '@/kernel/time/viewer-zone';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('grants');
  return { title: t('title'), robots: { index: false } };
}

/** Where an admin gives credits, to one person or from a file, and sees what has been given. */
export default async function GrantsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/credits'>) {
  const [{ organization: slug }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('grants'),
  ]);
  const view = grantsView.parse(query);
  const [found, one, file] = await Promise.all([
    loadGrants(slug, view),
    readFlash<GrantState>('grant-credits', query.flash),
    readFlash<FileState>('draft-grants', query.flash),
  ]);
  if (found.status === 'signed_out') {
    return (
      <SignInFirst
        next={grantsHref(slug, view.page)}
        isPlain={(await getBrowserZones()).device === null}
      />
    );
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organization, grants, total, done, timeZone } = found;
  const [requestId, fileRequestId] = [randomUUID(), randomUUID()];
  // Empty again after each grant, and not when the page is merely read anew.
  const formKey = `${organization.id} ${view.given ?? ''}`;
  return (
    <>
      <ZoneQuestion />
      <PageHeader
        title={t('title')}
        description={t('lead', { scope: organization.scope, name: organization.name })}
        actions={<HelpLink about="giving" />}
      />
      <div className="mb-6 flex flex-col gap-6 empty:hidden">
        {done && (
          <ArrivalAlert key={view.given} tone="success" title={t('doneTitle')}>
            {t(done.isWaiting ? 'doneWaiting' : 'doneText', {
              credits: done.totalCredits,
              email: done.recipient,
            })}
          </ArrivalAlert>
        )}
      </div>
      <MessagesProvider namespaces={['grants']}>
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <Card as="section" aria-labelledby="to-one">
            <h2 id="to-one" className="mb-4 text-2xl">
              {t('oneTitle')}
            </h2>
            <GrantForm key={formKey} {...{ organization, requestId }} first={one} />
          </Card>
          <Card as="section" aria-labelledby="to-several">
            <h2 id="to-several" className="mb-4 text-2xl">
              {t('fileTitle')}
            </h2>
            <FileForm
              key={formKey}
              organization={organization}
              requestId={fileRequestId}
              first={file}
              wasTooLarge={query.file === 'too_large'}
            />
          </Card>
        </div>
      </MessagesProvider>
      <section aria-labelledby="given" className="mt-12 max-w-prose">
        <h2 id="given" className="mb-4 text-2xl">
          {t('listTitle')}
        </h2>
        <GrantList {...{ grants, total, timeZone }} page={view.page} organization={slug} />
      </section>
    </>
  );
}
