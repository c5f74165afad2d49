import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { connection } from 'next/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { SignInCard } from '@/components/sign-in/sign-in-card';
import { SpendLinkForm, type SpendLinkState } from '@/components/sign-in/spend-link-form';
import { SpentLink } from '@/components/sign-in/spent-link';
import { readFlash } from '@/lib/action-kit/flash';
import { loadSignInLink } from '@/lib/auth/loaders';
import { localPath } from '@/kernel/local-path';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Opening a link changes nothing, since mail scanners open links; its one button does. */
export default async function SignInLinkPage({
  params,
  searchParams,
}: PageProps<'/[locale]/sign-in/[token]'>) {
  await connection();
  const [{ token }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('signIn'),
  ]);
  const next = localPath(query.next);
  const [link, state] = await Promise.all([
    loadSignInLink({ token }),
    readFlash<SpendLinkState>('spend-sign-in-link', query.flash),
  ]);
  if (!link.ok) return <SpentLink reason={link.reason} next={next} />;
  return (
    <SignInCard
      title={t('linkTitle')}
      description={t('linkDescription', { email: link.value.email })}
    >
      <MessagesProvider namespaces={['signIn']}>
        <SpendLinkForm initial={state} token={token} next={next} />
      </MessagesProvider>
    </SignInCard>
  );
}
