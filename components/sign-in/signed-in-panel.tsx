import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { SignInCard } from './sign-in-card';
import { SignOutButton } from './sign-out-button';

export function SignedInPanel({ email }: { email: string }) {
  const t = useTranslations('signIn');
  const menu = useTranslations('userMenu');
  return (
    <SignInCard title={t('signedInTitle')} description={t('signedInText', { email })}>
      <ButtonLink href="/bookings" wide>
        {menu('sessions')}
      </ButtonLink>
      <SignOutButton variant="secondary">{menu('signOut')}</SignOutButton>
    </SignInCard>
  );
}
