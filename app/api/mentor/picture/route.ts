import { drawPicture } from '@/components/share/draw-picture';
import { loadOwnPicture } from '@/lib/mentors/loaders/own-profile';
import { loadPortraitForDrawing } from '@/lib/portraits/loaders';

/** The picture that a link to the viewer's own page shows in a chat, also before it is published. */
export async function GET() {
  const own = await loadOwnPicture();
  if (!own) return new Response(null, { status: 404 });
  const { name, text, portraitId } = own;
  const portrait = portraitId === null ? null : await loadPortraitForDrawing(portraitId);
  const picture = await drawPicture({ title: name, text, portrait });
  picture.headers.set('cache-control', 'private, no-store');
  return picture;
}
