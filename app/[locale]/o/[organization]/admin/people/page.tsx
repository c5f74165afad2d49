import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { HelpLink } from '@/components/layout/help-link';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { peopleHref } from '@/components/memberships/people-href';
import { PeopleList } from '@/components/memberships/people-list';
import { PeopleSearch } from '@/components/memberships/people-search';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { adminPath } from '@/domain/organizations';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { loadPeople } from '@/lib/memberships/loaders/people';
import { peopleView } from '@/lib/memberships/schema';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('memberships');
  return { title: t('people.title'), robots: { index: false } };
}

/** Who belongs to an organization, for those who look after them. */
export default async function PeoplePage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/people'>) {
  const [{ organization: slug }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('memberships'),
  ]);
  const view = peopleView.parse(query);
  const found = await loadPeople(slug, view);
  if (found.status === 'signed_out') {
    const isPlain = (await getBrowserZones()).device === null;
    return <SignInFirst next={peopleHref(slug, view)} isPlain={isPlain} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organization, members, next, timeZone } = found;
  return (
    <div className="max-w-prose">
      <PageHeader
        title={t('people.title')}
        description={t('people.lead', { organization: organization.name })}
        actions={
          <>
            <HelpLink about="people" />
            <ButtonLink href={adminPath(slug, 'invitations')}>{t('people.invite')}</ButtonLink>
          </>
        }
      />
      {query.removed !== undefined && (
        <div className="mb-6">
          <ArrivalAlert tone="success" title={t('people.removedTitle')}>
            {t('people.removedText')}
          </ArrivalAlert>
        </div>
      )}
      <PeopleSearch key={peopleHref(slug, view)} organization={slug} view={view} />
      <PeopleList organization={slug} {...{ view, members, next, timeZone }} />
    </div>
  );
}
