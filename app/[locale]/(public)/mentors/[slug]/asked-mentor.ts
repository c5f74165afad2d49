import { type MentorHandle, mentorInAddress } from '@/domain/mentors';

/** What the address of a mentor's page, or of one below it, asks for. */
export interface AskedMentor {
  handle: MentorHandle;
  query: Record<string, string | string[] | undefined>;
}

interface Addressed {
  params: Promise<{ organization?: string; slug: string }>;
  searchParams: Promise<AskedMentor['query']>;
}

export async function askedMentor({ params, searchParams }: Addressed): Promise<AskedMentor> {
  const [named, query] = await Promise.all([params, searchParams]);
  return { handle: mentorInAddress(named), query };
}
