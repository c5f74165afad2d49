import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { FoundingForm, type FoundingState } from '@/components/organizations/founding-form';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { foundingPath } from '@/domain/organizations';
import { routing } from '@/i18n/routing';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadFounding } from '@/lib/organizations/loaders/founding';

// It works without JavaScript, so nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('founding');
  return { title: t('title'), robots: { index: false } };
}

export default async function FoundingPage({ searchParams }: PageProps<'/[locale]/o/new'>) {
  const [query, found, locale, t] = await Promise.all([
    searchParams,
    loadFounding(),
    getLocale(),
    getTranslations('founding'),
  ]);
  if (found.status === 'signed_out') {
    return <SignInFirst next={foundingPath} isPlain={(await getBrowserZones()).device === null} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { isApproved, timeZone } = found;
  const first = await readFlash<FoundingState>('found-organization', query.flash);
  return (
    <div className="page-width max-w-form pb-16">
      <PageHeader title={t('title')} description={t('lead')} />
      <MessagesProvider namespaces={['founding', 'zonePicker']}>
        <FoundingForm
          locale={hasLocale(routing.locales, locale) ? locale : routing.defaultLocale}
          {...{ timeZone, isApproved, first }}
        />
      </MessagesProvider>
    </div>
  );
}
