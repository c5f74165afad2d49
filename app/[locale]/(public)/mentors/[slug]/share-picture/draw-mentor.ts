import { drawPicture } from '@/components/share/draw-picture';
import type { MentorHandle } from '@/domain/mentors';
import { getSharedMentor } from '@/lib/mentors/loaders/public-mentors';
import { loadPortraitForDrawing } from '@/lib/portraits/loaders';

/** What chats show of a link to a mentor. Whom not everyone may find has none: it must not tell who exists. */
export async function drawMentor(handle: MentorHandle): Promise<Response> {
  const mentor = await getSharedMentor(handle);
  if (!mentor) return new Response(null, { status: 404 });
  const { name, headline, city, portraitId } = mentor;
  return drawPicture({
    portrait: portraitId === null ? null : await loadPortraitForDrawing(portraitId),
    title: name,
    text: [headline, city].filter(Boolean).join(', '),
  });
}
