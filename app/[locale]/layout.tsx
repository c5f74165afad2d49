import type { Metadata, Viewport } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SkipLink } from '@/components/layout/skip-link';
import { ThemeScript } from '@/components/layout/theme-script';
import { ZoneClocks } from '@/components/layout/zone-clocks';
import { ZoneScript } from '@/components/layout/zone-script';
import { routing } from '@/i18n/routing';
import { env } from '@/kernel/env';
import { clocksOf } from '@/lib/scheduling';
import { decreedYears, decreedZones } from '@/kernel/time/served-clocks';
import { fontVariables } from '../fonts';
import '../globals.css';
import { ViewerFooterLink } from './viewer-footer-link';
import { ViewerMenu } from './viewer-menu';

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export async function generateMetadata(): Promise<Metadata> {
  // Addresses are those of the site that runs, which a build does not know.
  await connection();
  const t = await getTranslations('common');
  return {
    metadataBase: new URL(env.APP_URL),
    applicationName: 'Baobab',
    title: { template: '%s · Baobab', default: t('siteTitle') },
    description: t('siteDescription'),
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  // The header's ground in each theme: `surface` of globals.css, which metadata cannot read.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1d1b16' },
  ],
};

export default async function RootLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();

  return (
    // The theme script sets data-theme before React sees the page.
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <ThemeScript />
        <ZoneScript />
        <ZoneClocks clocks={clocksOf(decreedZones, decreedYears)} />
        <MessagesProvider>
          <SkipLink />
          <SiteHeader userMenu={<ViewerMenu />} />
          <main id="main" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
          <SiteFooter account={<ViewerFooterLink />} />
        </MessagesProvider>
      </body>
    </html>
  );
}
