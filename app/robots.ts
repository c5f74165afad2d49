import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { localizedPath, routing } from '@/i18n/routing';
import { env } from '@/kernel/env';
import { personalPaths } from './personal-paths';

export default async function robots(): Promise<MetadataRoute.Robots> {
  // The address is that of the server that runs, which a build does not know.
  await connection();
  const disallow = [
    '/api/',
    ...personalPaths.flatMap((path) =>
      routing.locales.map((locale) => localizedPath(path, locale)),
    ),
    // The steps of a booking: nothing to find, and a form in each.
    '/*/book$',
    '/*/book?',
  ];
  return {
    rules: { userAgent: '*', allow: '/', disallow },
    sitemap: `${env.APP_URL}/sitemap.xml`,
  };
}
