import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NameForm, type NameState } from '@/components/sign-in/name-form';
import { SignInCard } from '@/components/sign-in/sign-in-card';
import { readFlash } from '@/lib/action-kit/flash';
import { localPath } from '@/kernel/local-path';
import { requireViewer } from '@/lib/auth/session';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('welcome');
  return { title: t('title'), robots: { index: false } };
}

/** Asks for a name, once, after a first sign-in by link. */
export default async function WelcomePage({ searchParams }: PageProps<'/[locale]/welcome'>) {
  const [query, t] = await Promise.all([searchParams, getTranslations('welcome')]);
  const next = localPath(query.next);
  const viewer = await requireViewer({ next: '/welcome' });
  const state = await readFlash<NameState>('name-user', query.flash);
  return (
    <SignInCard title={t('title')} description={t('description')}>
      <MessagesProvider namespaces={['welcome']}>
        <NameForm initial={state} name={viewer.name ?? ''} next={next} />
      </MessagesProvider>
    </SignInCard>
  );
}
