import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInCard } from '@/components/sign-in/sign-in-card';
import { ButtonLink } from '@/components/ui/button-link';

// Its title comes with its head, and not after everything else.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('leaving');
  return { title: t('doneTitle'), robots: { index: false } };
}

export default async function LeftPage() {
  const t = await getTranslations('leaving');
  return (
    <SignInCard title={t('doneTitle')} description={t('doneText')}>
      <ButtonLink href="/" variant="secondary" wide>
        {t('home')}
      </ButtonLink>
    </SignInCard>
  );
}
