import 'server-only';
import { connection } from 'next/server';
import { asViewer } from '@/db/viewer';
import { getPublicMentor, listPublicHandles } from '@/db/queries/mentors';
import type { MentorHandle } from '@/domain/mentors';

/** One sitemap may hold 50,000 addresses (sitemaps.org): each mentor has two, and others are there too. */
const mostInSitemap = 22_000;

/** What makes the addresses of all mentors that everyone may find. */
export async function getPublicHandles(): Promise<MentorHandle[]> {
  await connection();
  return asViewer(null, (tx) => listPublicHandles(tx, { limit: mostInSitemap }));
}

/** What the picture of a mentor's page shows; null for those whom not everyone may find. */
export async function getSharedMentor(handle: MentorHandle) {
  await connection();
  return asViewer(null, (tx) => getPublicMentor(tx, handle));
}
