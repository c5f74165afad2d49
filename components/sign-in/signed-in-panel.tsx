import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { signOutAction } from '@/lib/auth/actions';
import { PostButton } from './post-button';
import { SignInCard } from './sign-in-card';

export function SignedInPanel({ email }: { email: string }) {
  const t = useTranslations('signIn');
  const menu = useTranslations('userMenu');
  return (
    <SignInCard title={t('signedInTitle')} description={t('signedInText', { email })}>
      <ButtonLink href="/bookings" wide>
        {menu('sessions')}
      </ButtonLink>
      <PostButton action={signOutAction} variant="secondary">
        {menu('signOut')}
      </PostButton>
    </SignInCard>
  );
}
