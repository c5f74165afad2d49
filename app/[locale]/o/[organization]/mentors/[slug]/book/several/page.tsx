import type { Metadata } from 'next';
import { askedMentor } from '@/app/[locale]/(public)/mentors/[slug]/asked-mentor';
import {
  describeReview,
  ReviewView,
} from '@/app/[locale]/(public)/mentors/[slug]/book/several/review-view';

// It works without JavaScript, so nothing of it may stand under Suspense.
export const instant = false;

type Props = PageProps<'/[locale]/o/[organization]/mentors/[slug]/book/several'>;

export async function generateMetadata(address: Props): Promise<Metadata> {
  return describeReview(await askedMentor(address));
}

export default async function ReviewPage(address: Props) {
  return <ReviewView {...await askedMentor(address)} />;
}
