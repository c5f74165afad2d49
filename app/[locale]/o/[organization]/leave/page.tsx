import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { LeaveForm, type LeaveState } from '@/components/memberships/leave-form';
import { LeavingSummary } from '@/components/memberships/leaving-summary';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { organizationPath } from '@/domain/organizations';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadLeaving } from '@/lib/memberships/loaders/leaving';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('memberships');
  return { title: t('leave.link'), robots: { index: false } };
}

/** What leaving an organization means, before the button that does it. */
export default async function LeavePage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/leave'>) {
  const [{ organization: slug }, { flash }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('memberships'),
  ]);
  const [found, first] = await Promise.all([
    loadLeaving(slug),
    readFlash<LeaveState>('leave', flash),
  ]);
  const path = `${organizationPath(slug)}/leave`;
  if (found.status === 'signed_out') {
    return <SignInFirst next={path} isPlain={(await getBrowserZones()).device === null} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organization, leaving, timeZone } = found;
  const isBlocked = leaving.isLastOwner || leaving.toBeHeld.length > 0;
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      <h1 className="text-3xl break-words sm:text-4xl">
        {t('leave.title', { organization: organization.name })}
      </h1>
      <p className="text-muted mt-2 mb-6 text-lg">{t('leave.lead')}</p>
      <Card isRaised className="flex flex-col gap-5">
        <LeavingSummary leaving={leaving} organization={organization.name} timeZone={timeZone} />
        {!isBlocked && (
          <MessagesProvider namespaces={['memberships']}>
            <LeaveForm
              organizationId={organization.id}
              userId={null}
              path={path}
              label={t('leave.link')}
              first={first}
            />
          </MessagesProvider>
        )}
        <div>
          <ButtonLink href={organizationPath(slug)} variant="ghost">
            {t('leave.stay')}
          </ButtonLink>
        </div>
      </Card>
    </div>
  );
}
