import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Logo } from '@/components/layout/logo';
import { ThemeScript } from '@/components/layout/theme-script';
import { buttonClass } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { localizedPath, routing, type Locale } from '@/i18n/routing';
import { fontVariables } from './fonts';
import './globals.css';

export const metadata: Metadata = { title: '404 · Baobab' };

/*
 * One page for every address that no route has, prerendered outside the layout and so without a
 * language: it carries both, and this script leaves the one that the address asks for. Without
 * JavaScript both stand below each other.
 */
const keepOneLanguage = `document.documentElement.lang=/^\\/fr(\\/|$)/.test(location.pathname)?"fr":"en";document.querySelectorAll("[data-language]").forEach(function(e){e.hidden=e.lang!==document.documentElement.lang})`;

export default function GlobalNotFound() {
  return (
    <html lang={routing.defaultLocale} className={fontVariables} suppressHydrationWarning>
      <body>
        <ThemeScript />
        {routing.locales.map((locale) => (
          <NotFoundIn key={locale} locale={locale} />
        ))}
        <script dangerouslySetInnerHTML={{ __html: keepOneLanguage }} />
      </body>
    </html>
  );
}

async function NotFoundIn({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'errors' });
  const nav = await getTranslations({ locale, namespace: 'nav' });
  const links = [
    { href: '/mentors', label: nav('mentors') },
    { href: '/bookings', label: nav('sessions') },
  ];
  return (
    <div data-language lang={locale} suppressHydrationWarning>
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
    </div>
  );
}
