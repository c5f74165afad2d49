import 'server-only';
import { connection } from 'next/server';
import { asViewer } from '@/db/viewer';
import { listPublicOrganizations } from '@/db/queries/organizations';

/** With the mentors of all, well below the addresses that one sitemap may hold. */
const mostInSitemap = 2000;

/** The slugs of the organizations that everybody may find. */
export async function getPublicOrganizations(): Promise<string[]> {
  await connection();
  return asViewer(null, (tx) => listPublicOrganizations(tx, { limit: mostInSitemap }));
}
