import { connection } from 'next/server';
import { env } from '@/kernel/env';

/**
 * Whom people write to, null where the setting is missing. Pages of errors ask for it when they are
 * shown: they are part of the build, which does not know the settings of the server.
 */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ email: env.SUPPORT_EMAIL ?? null });
}
