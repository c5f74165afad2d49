import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { SignInCard } from '@/components/sign-in/sign-in-card';
import { ButtonLink } from '@/components/ui/button-link';

export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('leaving');
  return { title: t('doneTitle'), robots: { index: false } };
}

export default async function LeftPage() {
  // Rendered for each request, its title comes in its head.
  await connection();
  const t = await getTranslations('leaving');
  return (
    <SignInCard title={t('doneTitle')} description={t('doneText')}>
      <ButtonLink href="/" variant="secondary" wide>
        {t('home')}
      </ButtonLink>
    </SignInCard>
  );
}
