import { drawMentor } from '@/app/[locale]/(public)/mentors/[slug]/share-picture/draw-mentor';
import { mentorInAddress } from '@/domain/mentors';

export async function GET(
  _: Request,
  { params }: RouteContext<'/[locale]/o/[organization]/mentors/[slug]/share-picture'>,
) {
  return drawMentor(mentorInAddress(await params));
}
