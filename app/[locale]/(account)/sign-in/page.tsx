import { getLocale, getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { DemoPeople } from '@/components/sign-in/demo-people';
import { GoogleButton } from '@/components/sign-in/google-button';
import { SignedInPanel } from '@/components/sign-in/signed-in-panel';
import { SignInCard } from '@/components/sign-in/sign-in-card';
import { SignInForm, type SignInState } from '@/components/sign-in/sign-in-form';
import { Alert } from '@/components/ui/alert';
import { onwardPath } from '@/i18n/onward-path';
import { offersGoogle } from '@/lib/auth/config';
import { readFlash } from '@/lib/action-kit/flash';
import { listPeopleToTry } from '@/lib/auth/loaders';
import { localPath } from '@/kernel/local-path';
import { getViewer } from '@/lib/auth/session';
import { env } from '@/kernel/env';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const [query, locale, t, viewer] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations('signIn'),
    getViewer(),
  ]);
  const next = localPath(query.next);
  if (viewer && query.next !== undefined) redirect(onwardPath(next, locale));
  if (viewer) return <SignedInPanel email={viewer.email} />;

  const state = await readFlash<SignInState>('request-sign-in', query.flash);
  return (
    <SignInCard title={t('title')} description={t('description')}>
      {query.error !== undefined && (
        <Alert tone="danger">
          {t(query.error === 'blocked' ? 'refusal.blocked' : 'googleFailed')}
        </Alert>
      )}
      <MessagesProvider namespaces={['signIn']}>
        <SignInForm initial={state} next={next} keepsMails={env.keepsMails} />
      </MessagesProvider>
      {offersGoogle && <GoogleButton next={next} />}
      <DemoPeople people={await listPeopleToTry()} next={next} />
    </SignInCard>
  );
}
