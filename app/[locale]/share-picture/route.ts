import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { drawPicture } from '@/components/share/draw-picture';
import { routing } from '@/i18n/routing';

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

/** What chats show of a link to this site. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/share-picture'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'home' });
  return drawPicture({ title: t('headline'), text: t('lead') });
}
