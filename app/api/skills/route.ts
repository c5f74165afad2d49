import { connection } from 'next/server';
import { getVocabulary } from '@/lib/mentors/loaders/skill-names';

/** The vocabulary of skills, which is the same for everybody and changes with a release alone. */
export async function GET() {
  await connection();
  return Response.json(await getVocabulary(), {
    headers: { 'cache-control': 'public, max-age=3600' },
  });
}
