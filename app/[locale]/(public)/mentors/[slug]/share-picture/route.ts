import { mentorInAddress } from '@/domain/mentors';
import { drawMentor } from './draw-mentor';

export async function GET(
  _: Request,
  { params }: RouteContext<'/[locale]/mentors/[slug]/share-picture'>,
) {
  return drawMentor(mentorInAddress(await params));
}
