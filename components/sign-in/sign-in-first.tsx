import { useLocale, useTranslations } from 'next-intl';
import { redirect } from 'next/navigation';
import { buttonClass } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { localizedPath } from '@/i18n/routing';

/**
 * Leads whoever is not signed in to do that, and back. A redirect that is thrown while a page is
 * rendered reaches the browser as a script, since the prerendered shell has gone out before; so where
 * no script may run this is a page of its own, which the browser leaves by itself.
 */
export function SignInFirst({
  next,
  isPlain,
  about = 'page',
}: {
  /** The page's own path with its query, without its language. */
  next: string;
  isPlain: boolean;
  /** What is to be seen once one is signed in. */
  about?: 'page' | 'sessions' | 'notifications' | 'settings' | 'calendar' | 'workspace' | 'mails';
}) {
  const t = useTranslations('signInFirst');
  const locale = useLocale();
  const href = `${localizedPath('/sign-in', locale)}?${new URLSearchParams({ next }).toString()}`;
  if (!isPlain) redirect(href);
  return (
    <div className="page-width max-w-prose py-12">
      <meta httpEquiv="refresh" content={`0;url=${href}`} />
      <EmptyState
        headingLevel="h1"
        title={t(`${about}.title`)}
        actions={
          <a href={href} className={buttonClass()}>
            {t('signIn')}
          </a>
        }
      >
        {t(`${about}.text`)}
      </EmptyState>
    </div>
  );
}
