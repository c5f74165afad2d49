import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationCard } from '@/components/memberships/invitation-card';
import type { JoinState } from '@/components/memberships/join-form';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { readFlash } from '@/lib/action-kit/flash';
import { loadInvitation } from '@/lib/memberships/loaders/invitation';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('memberships');
  // The address may hold a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('join.metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** Opening the link changes nothing, since mail scanners open links: its one button does. */
export default async function InvitationPage({
  params,
  searchParams,
}: PageProps<'/[locale]/invitations/[key]'>) {
  const [{ key }, { flash }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('memberships'),
  ]);
  const [invitation, first] = await Promise.all([
    loadInvitation(key),
    readFlash<JoinState>('join-organization', flash),
  ]);
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      {invitation ? (
        <InvitationCard invitationKey={key} invitation={invitation} first={first} />
      ) : (
        <EmptyState
          headingLevel="h1"
          title={t('join.unknownTitle')}
          actions={<ButtonLink href="/mentors">{t('join.seeMentors')}</ButtonLink>}
        >
          {t('join.unknownText')}
        </EmptyState>
      )}
    </div>
  );
}
