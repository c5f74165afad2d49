import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { env } from '@/kernel/env';
import { localizedPath, routing, type Locale } from './routing';

/**
 * The whole address of a page in a language, on the site that runs: a build may have had another, so
 * whatever may be drawn by one awaits `connection()` first.
 * @param path the page's path without its language, such as `/mentors/awa-diop`
 */
export function siteUrl(path: string, locale: Locale): string {
  return new URL(localizedPath(path, locale), env.APP_URL).href;
}

/** As Open Graph writes languages. */
const openGraphLocales: Record<Locale, string> = { en: 'en_GB', fr: 'fr_FR' };

/** The same page in every language, by language. */
export function languageUrls(path: string): Record<Locale, string> {
  return { en: siteUrl(path, 'en'), fr: siteUrl(path, 'fr') };
}

/**
 * What the head of a page that may be found and shared says of its addresses: its own, the same page in
 * every language, and what chats show of a link to it.
 * @param path the page's path without its language
 * @param card its picture, in words too, and what stands under it; the site's own where nothing is given
 */
export async function sharedMetadata(
  path: string,
  card: { title?: string; description?: string; picture?: { path: string; alt: string } } = {},
): Promise<Pick<Metadata, 'alternates' | 'openGraph'>> {
  await connection();
  const [locale, t] = await Promise.all([getLocale(), getTranslations('common')]);
  const url = siteUrl(path, locale);
  const picture = card.picture ?? { path: '/share-picture', alt: t('siteTitle') };
  const languages = languageUrls(path);
  return {
    alternates: {
      canonical: url,
      languages: { ...languages, 'x-default': languages[routing.defaultLocale] },
    },
    openGraph: {
      siteName: 'Baobab',
      locale: openGraphLocales[locale],
      alternateLocale: openGraphLocales[locale === 'en' ? 'fr' : 'en'],
      type: card.picture ? 'profile' : 'website',
      url,
      title: card.title ?? t('siteTitle'),
      description: card.description ?? t('siteDescription'),
      images: {
        url: siteUrl(picture.path, locale),
        width: 1200,
        height: 630,
        type: 'image/png',
        alt: picture.alt,
      },
    },
  };
}
