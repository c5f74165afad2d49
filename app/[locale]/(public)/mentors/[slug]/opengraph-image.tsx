import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { drawPicture } from '@/components/share/draw-picture';
import { drawable } from '@/components/share/share-picture';
import { routing } from '@/i18n/routing';
import { getSharedMentor } from '@/lib/mentors/loaders/public-mentors';
import { loadPortraitForDrawing } from '@/lib/portraits/loaders';

export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';
export const alt = 'Baobab';

/** A mentor whom not everyone may find gets the site's picture: it must not tell who exists. */
export default async function MentorPicture({
  params,
}: {
  params: Promise<{ locale: string; slug: string }>;
}) {
  const { locale, slug } = await params;
  const mentor = await getSharedMentor(slug);
  if (mentor && drawable(mentor.name) !== '') {
    const { portraitId } = mentor;
    return drawPicture({
      portrait: portraitId === null ? null : await loadPortraitForDrawing(portraitId),
      title: mentor.name,
      text: [mentor.headline, mentor.city].filter(Boolean).join(', '),
    });
  }
  const t = await getTranslations({
    locale: hasLocale(routing.locales, locale) ? locale : routing.defaultLocale,
    namespace: 'home',
  });
  return drawPicture({ title: t('headline'), text: t('lead') });
}
