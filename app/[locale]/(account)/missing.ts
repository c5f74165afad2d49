import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { localizedPath } from '@/i18n/routing';

/**
 * Answers 404, for pages that have to work without JavaScript. The document that `notFound()` gives
 * outside Suspense has an empty body until scripts fill it, so this leads to an address that no route
 * has, whose page is complete as it arrives.
 */
export async function redirectToMissing(): Promise<never> {
  redirect(localizedPath('/404', await getLocale()));
}
