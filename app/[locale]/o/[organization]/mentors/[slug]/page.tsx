import type { Metadata } from 'next';
import { askedMentor } from '@/app/[locale]/(public)/mentors/[slug]/asked-mentor';
import { describeMentor, MentorView } from '@/app/[locale]/(public)/mentors/[slug]/mentor-view';

// No static shell: whether there is such a mentor is known before anything leaves.
export const instant = false;

type Props = PageProps<'/[locale]/o/[organization]/mentors/[slug]'>;

export async function generateMetadata(address: Props): Promise<Metadata> {
  return describeMentor(await askedMentor(address));
}

export default async function MentorPage(address: Props) {
  return <MentorView {...await askedMentor(address)} />;
}
