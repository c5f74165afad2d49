import 'server-only';
import { connection } from 'next/server';
import { db } from '@/db/client';
import { getPublicMentor, listPublicSlugs } from '@/db/queries/mentors';

/** Half of the addresses that one sitemap may hold (sitemaps.org): each mentor has two. */
const mostInSitemap = 25_000;

/** The slugs of all mentors that everyone may find. */
export async function getPublicSlugs(): Promise<string[]> {
  await connection();
  const rows = await listPublicSlugs(db, { limit: mostInSitemap });
  return rows.map(({ slug }) => slug);
}

/** What the picture of a mentor's page shows; null for those whom not everyone may find. */
export async function getSharedMentor(slug: string) {
  await connection();
  return getPublicMentor(db, { slug });
}
