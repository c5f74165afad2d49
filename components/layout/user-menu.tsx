import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';

/** The corner of the header that knows who is looking; it stands under Suspense. */
export function UserMenu() {
  const t = useTranslations('nav');
  return (
    <ButtonLink href="/sign-in" variant="ghost" size="sm">
      {t('signIn')}
    </ButtonLink>
  );
}
