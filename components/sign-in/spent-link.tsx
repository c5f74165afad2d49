import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { SignInCard } from './sign-in-card';

/** The page of a link that will not sign anybody in any more. */
export function SpentLink({
  reason,
  next,
}: {
  reason: 'unknown' | 'expired' | 'used';
  next: string;
}) {
  const t = useTranslations('signIn');
  return (
    <SignInCard title={t('spentTitle')} description={t(`refusal.${reason}`)}>
      <ButtonLink href={{ pathname: '/sign-in', query: next === '/' ? {} : { next } }} wide>
        {t('newLink')}
      </ButtonLink>
    </SignInCard>
  );
}
