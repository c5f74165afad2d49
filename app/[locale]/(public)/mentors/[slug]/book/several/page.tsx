import type { Metadata } from 'next';
import { askedMentor } from '../../asked-mentor';
import { describeReview, ReviewView } from './review-view';

// It works without JavaScript, so nothing of it may stand under Suspense.
export const instant = false;

type Props = PageProps<'/[locale]/mentors/[slug]/book/several'>;

export async function generateMetadata(address: Props): Promise<Metadata> {
  return describeReview(await askedMentor(address));
}

export default async function ReviewPage(address: Props) {
  return <ReviewView {...await askedMentor(address)} />;
}
