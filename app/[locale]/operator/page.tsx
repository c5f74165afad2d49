import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { OverseenList } from '@/components/organizations/overseen-list';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { foundingPath } from '@/domain/organizations';
import { localizedPath } from '@/i18n/routing';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { operatorPath } from '@/lib/organizations/constants';
import { loadOverseen } from '@/lib/organizations/loaders/overseen-organizations';
import { operatorView } from '@/lib/organizations/schema';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator');
  return { title: t('title'), robots: { index: false } };
}

/** Where those who run the installation approve, close and reopen organizations. */
export default async function OperatorPage({ searchParams }: PageProps<'/[locale]/operator'>) {
  const [query, locale, t] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations('operator'),
  ]);
  const view = operatorView.parse(query);
  const found = await loadOverseen(view);
  if (found.status === 'signed_out') {
    return <SignInFirst next={operatorPath} isPlain={(await getBrowserZones()).device === null} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organizations, next, timeZone } = found;
  const onward = new URLSearchParams({ ...(view.q !== '' && { q: view.q }), after: next ?? '' });
  return (
    <div className="page-width max-w-prose pb-16">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <ButtonLink href={foundingPath} variant="secondary" prefetch={false}>
            {t('found')}
          </ButtonLink>
        }
      />
      <search>
        <form
          action={localizedPath(operatorPath, locale)}
          className="mb-6 flex flex-wrap items-end gap-3"
        >
          <div className="min-w-0 flex-1 basis-56">
            <TextField
              label={t('search')}
              type="search"
              name="q"
              autoComplete="off"
              maxLength={100}
              defaultValue={view.q}
            />
          </div>
          <SubmitButton variant="secondary">{t('searchButton')}</SubmitButton>
        </form>
      </search>
      <MessagesProvider namespaces={['operator']}>
        <OverseenList {...{ organizations, timeZone }} />
      </MessagesProvider>
      {(next !== null || view.after !== null) && (
        <p className="mt-8 flex flex-wrap gap-3">
          {view.after !== null && (
            <ButtonLink
              href={
                view.q === '' ? operatorPath : `${operatorPath}?q=${encodeURIComponent(view.q)}`
              }
              variant="ghost"
            >
              {t('newest')}
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink href={`${operatorPath}?${onward.toString()}`} variant="secondary">
              {t('earlier')}
            </ButtonLink>
          )}
        </p>
      )}
    </div>
  );
}
