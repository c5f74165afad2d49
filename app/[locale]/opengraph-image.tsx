import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { drawPicture } from '@/components/share/draw-picture';
import { routing } from '@/i18n/routing';

export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';
export const alt = 'Baobab';

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export default async function SitePicture({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const t = await getTranslations({
    locale: hasLocale(routing.locales, locale) ? locale : routing.defaultLocale,
    namespace: 'home',
  });
  return drawPicture({ title: t('headline'), text: t('lead') });
}
