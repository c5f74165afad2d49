import { drawPicture } from '@/components/share/draw-picture';
import { getSharedMentor } from '@/lib/mentors/loaders/public-mentors';
import { loadPortraitForDrawing } from '@/lib/portraits/loaders';

/** What chats show of a link to a mentor. Whom not everyone may find has none: it must not tell who exists. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/[locale]/mentors/[slug]/share-picture'>,
) {
  const { slug } = await params;
  const mentor = await getSharedMentor(slug);
  if (!mentor) return new Response(null, { status: 404 });
  const { name, headline, city, portraitId } = mentor;
  return drawPicture({
    portrait: portraitId === null ? null : await loadPortraitForDrawing(portraitId),
    title: name,
    text: [headline, city].filter(Boolean).join(', '),
  });
}
