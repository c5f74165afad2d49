import type { Metadata } from 'next';
import { askedMentor } from '@/app/[locale]/(public)/mentors/[slug]/asked-mentor';
import { describeBooking, BookView } from '@/app/[locale]/(public)/mentors/[slug]/book/book-view';

// It works without JavaScript, so nothing of it may stand under Suspense.
export const instant = false;

type Props = PageProps<'/[locale]/o/[organization]/mentors/[slug]/book'>;

export async function generateMetadata(address: Props): Promise<Metadata> {
  return describeBooking(await askedMentor(address));
}

export default async function BookPage(address: Props) {
  return <BookView {...await askedMentor(address)} />;
}
