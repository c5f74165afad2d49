import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { LeaveForm, type LeaveState } from '@/components/account/leave-form';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { SignInCard } from '@/components/sign-in/sign-in-card';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { written } from '@/components/ui/written';
import { organizationPath } from '@/domain/organizations';
import { Link } from '@/i18n/navigation';
import { readFlash } from '@/lib/action-kit/flash';
import { accountPath } from '@/lib/account/constants';
import { loadLeaving } from '@/lib/account/loaders';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('leaving');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Opening the link changes nothing, since mail scanners open links; its one button does. */
export default async function LeavePage({
  params,
  searchParams,
}: PageProps<'/[locale]/leave/[token]'>) {
  await connection();
  const [{ token }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('leaving'),
  ]);
  const [leaving, first] = await Promise.all([
    loadLeaving({ token }),
    readFlash<LeaveState>('leave', query.flash),
  ]);
  if (!leaving.ok) {
    return (
      <SignInCard title={t('spentTitle')} description={t(`refused_${leaving.reason}`)}>
        <ButtonLink href={accountPath} wide>
          {t('askAgain')}
        </ButtonLink>
      </SignInCard>
    );
  }
  const { email, planned, credits, isMentor, onlyOwned } = leaving.value;
  return (
    <SignInCard title={t('title')} description={t('description', { email })}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {planned > 0 && <li>{t('planned', { count: planned })}</li>}
        {isMentor && <li>{t('mentorPage')}</li>}
        {credits > 0 && <li>{t('credits', { count: credits })}</li>}
        <li>{t('words')}</li>
        <li>{t('record')}</li>
      </ul>
      {onlyOwned.length > 0 ? (
        <Alert tone="warning" title={t('onlyOwnerTitle')}>
          <p>{t('refused_only_owner')}</p>
          <ul className="mt-2">
            {onlyOwned.map(({ slug, name }) => (
              <li key={slug}>
                <Link href={organizationPath(slug)} className="text-link" {...written()}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <MessagesProvider namespaces={['leaving']}>
          <LeaveForm token={token} first={first} />
        </MessagesProvider>
      )}
    </SignInCard>
  );
}
