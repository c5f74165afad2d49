import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ArchivedServices, ServiceList } from '@/components/mentor-services/service-list';
import { OwnFirstSteps } from '@/app/[locale]/mentor/own-first-steps';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { loadOwnServices } from '@/lib/services/loaders';
import type { ServiceState } from '@/lib/services/schema';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mentorServices');
  return { title: t('title'), robots: { index: false } };
}

const outcomes = ['archived', 'restored'] as const;

/** What the viewer offers: its order, and what is offered no more. */
export default async function ServicesPage({
  searchParams,
}: PageProps<'/[locale]/mentor/services'>) {
  const [{ done, flash }, t, words] = await Promise.all([
    searchParams,
    getTranslations('mentorServices'),
    getTranslations('workspace'),
  ]);
  const loaded = await loadOwnServices();
  if (loaded.status === 'signed_out')
    return <SignInFirst about="workspace" next="/mentor/services" isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  const { services } = loaded;
  const state = await readFlash<ServiceState>('change-services', flash);
  const outcome = outcomes.find((known) => known === done);
  const offered = services.filter(({ isArchived }) => !isArchived);
  const add = <ButtonLink href="/mentor/services/new">{t('new')}</ButtonLink>;
  return (
    <>
      <OwnFirstSteps />
      <PageHeader title={t('title')} description={t('lead')} actions={offered.length > 0 && add} />
      {(outcome || state.status === 'refused') && (
        <div className="pb-5">
          {outcome ? (
            <ArrivalAlert key={outcome} tone="success" title={t(`done_${outcome}`)} />
          ) : (
            <ArrivalAlert tone="warning" title={words('refused_not_found')} />
          )}
        </div>
      )}
      <MessagesProvider namespaces={['mentorServices', 'workspace']}>
        {offered.length > 0 ? (
          <ServiceList services={offered} />
        ) : (
          <EmptyState title={t('emptyTitle')} actions={add}>
            {t('emptyText')}
          </EmptyState>
        )}
        <ArchivedServices services={services.filter(({ isArchived }) => isArchived)} />
      </MessagesProvider>
    </>
  );
}
