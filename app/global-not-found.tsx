import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import { Logo } from '@/components/layout/logo';
import { ThemeScript } from '@/components/layout/theme-script';
import { buttonClass } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { localizedPath, routing, type Locale } from '@/i18n/routing';
import { fontVariables } from './fonts';
import './globals.css';

/*
 * One page for every address that no route has, outside the layout and so without a language of its
 * own: the proxy names the one that the address asks for. It is whole as it arrives.
 */
export const instant = false;

async function askedLocale(): Promise<Locale> {
  const asked = (await headers()).get('x-next-intl-locale');
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await askedLocale(), namespace: 'errors' });
  return { title: `${t('notFoundTitle')} · Baobab`, robots: { index: false } };
}

export default async function GlobalNotFound() {
  const locale = await askedLocale();
  const [t, nav] = await Promise.all([
    getTranslations({ locale, namespace: 'errors' }),
    getTranslations({ locale, namespace: 'nav' }),
  ]);
  const links = [
    { href: '/mentors', label: nav('mentors') },
    { href: '/bookings', label: nav('sessions') },
  ];
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <body>
        <ThemeScript />
        <header className="bg-surface">
          <div className="page-width flex h-17 items-center gap-4 sm:gap-7">
            <a href={localizedPath('/', locale)} className="flex min-h-11 items-center rounded-sm">
              <Logo />
            </a>
            <nav aria-label={nav('main')} className="ml-auto sm:ml-0">
              <ul className="flex gap-4 sm:gap-6">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a
                      href={localizedPath(href, locale)}
                      className="text-muted hover:text-ink reacts flex min-h-11 items-center text-sm font-medium"
                    >
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
          <div className="woven" />
        </header>
        <main className="page-width max-w-prose py-12">
          <EmptyState
            headingLevel="h1"
            title={t('notFoundTitle')}
            actions={
              <>
                <a href={localizedPath('/mentors', locale)} className={buttonClass()}>
                  {t('findMentor')}
                </a>
                <a
                  href={localizedPath('/', locale)}
                  className={buttonClass({ variant: 'secondary' })}
                >
                  {t('backHome')}
                </a>
              </>
            }
          >
            <p>{t('notFoundText')}</p>
          </EmptyState>
        </main>
      </body>
    </html>
  );
}
