import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { FooterLink } from '@/components/layout/site-footer';
import { getViewer } from '@/lib/auth/session';

/** The footer's way to sign in; to their settings for whoever has. The page does not wait for it. */
export function ViewerFooterLink() {
  return (
    <Suspense fallback={<AccountLink isSignedIn={false} />}>
      <KnownViewerFooterLink />
    </Suspense>
  );
}

async function KnownViewerFooterLink() {
  return <AccountLink isSignedIn={(await getViewer()) !== null} />;
}

function AccountLink({ isSignedIn }: { isSignedIn: boolean }) {
  const t = useTranslations();
  return isSignedIn ? (
    <FooterLink href="/settings">{t('userMenu.settings')}</FooterLink>
  ) : (
    <FooterLink href="/sign-in">{t('nav.signIn')}</FooterLink>
  );
}
