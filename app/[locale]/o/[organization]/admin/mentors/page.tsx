import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { AppointForm } from '@/components/organizations/appoint-form';
import { overseenHref } from '@/components/organizations/overseen-href';
import { OverseenMentors } from '@/components/organizations/overseen-mentors';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadOverseenMentors } from '@/lib/mentors/loaders/overseen-mentors';
import { type AppointState, overseenView } from '@/lib/mentors/schema/overseen';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overseenMentors');
  return { title: t('title'), robots: { index: false } };
}

/** Where the admins of an organization find its mentors, and make some. */
export default async function OverseenMentorsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/mentors'>) {
  const [{ organization: slug }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('overseenMentors'),
  ]);
  const view = overseenView.parse(query);
  const [found, appointing] = await Promise.all([
    loadOverseenMentors(slug, view),
    readFlash<AppointState>('appoint-mentor', query['flash']),
  ]);
  if (found.status === 'signed_out') {
    const isPlain = (await getBrowserZones()).device === null;
    return <SignInFirst next={overseenHref(slug, view)} isPlain={isPlain} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { mentors, hasMore, waiting } = found;
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      {query['done'] === 'appointed' && (
        <div className="pb-5">
          <ArrivalAlert tone="success" title={t('done_appointed')} />
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <OverseenMentors organization={slug} {...{ view, mentors, hasMore, waiting }} />
        <Card as="section" aria-labelledby="appoint">
          <h2 id="appoint" className="text-xl">
            {t('appointTitle')}
          </h2>
          <p className="text-muted mt-2 mb-4 text-sm">{t('appointText')}</p>
          <MessagesProvider namespaces={['overseenMentors']}>
            <AppointForm organization={slug} first={appointing} />
          </MessagesProvider>
        </Card>
      </div>
    </>
  );
}
