import type { Metadata } from 'next';
import { askedMentor } from './asked-mentor';
import { describeMentor, MentorView } from './mentor-view';

// No static shell: whether there is such a mentor is known before anything leaves.
export const instant = false;

type Props = PageProps<'/[locale]/mentors/[slug]'>;

export async function generateMetadata(address: Props): Promise<Metadata> {
  return describeMentor(await askedMentor(address));
}

export default async function MentorPage(address: Props) {
  return <MentorView {...await askedMentor(address)} />;
}
